using System.Collections.Frozen;
using System.Globalization;

namespace SosLongitudinal.Study.Logic.Running;

/// <summary>What a function of ours gives for arguments that are texts, numbers or conditions already.</summary>
internal delegate object EngineFunction(FormRun run, object[] arguments);

/// <summary>The functions that the engine lacks or gets wrong; the rewriter gives each argument in the form that is read here.</summary>
internal static class EngineFunctions
{
    public static FrozenDictionary<string, EngineFunction> All { get; } = new Dictionary<string, EngineFunction>
    {
        ["number"] = (_, a) => DayNumbers.Read(Text(a[0])),
        ["text"] = (_, a) => NumberText(Number(a[0])),
        ["date-text"] = (_, a) => DayNumbers.DateText(Number(a[0])),
        ["instant-text"] = (_, a) => DayNumbers.InstantText(Number(a[0])),
        ["time-text"] = (_, a) => DayNumbers.TimeText(Number(a[0])),
        ["day-fraction"] = (_, a) => Number(a[0]) - Math.Floor(Number(a[0])),
        ["format"] = (_, a) => DayFormats.Write(Number(a[0]), Text(a[1])),

        ["if"] = (_, a) => Condition(a[0]) ? a[1] : a[2],
        ["is-true"] = (_, a) => Text(a[0]).Trim() is "1" || Text(a[0]).Trim().Equals("true", StringComparison.OrdinalIgnoreCase),
        ["checklist"] = (_, a) => a.Skip(2).Count(Condition) is var met && met >= Number(a[0]) && (Number(a[1]) < 0 || met <= Number(a[1])),

        ["weighted-checklist"] = (_, a) => a.Skip(2).Chunk(2).Where(pair => Condition(pair[0])).Sum(pair => Number(pair[1])) is var weight && weight >= Number(a[0]) && (Number(a[1]) < 0 || weight <= Number(a[1])),

        ["upper-case"] = (_, a) => Text(a[0]).ToUpperInvariant(),
        ["lower-case"] = (_, a) => Text(a[0]).ToLowerInvariant(),
        ["concat"] = (_, a) => Bounded(string.Concat(a.Select(Text))),
        ["join"] = (_, a) => Bounded(string.Join(Text(a[0]), a.Skip(1).Select(Text).Where(t => t.Length > 0))),
        ["ends-with"] = (_, a) => Text(a[0]).EndsWith(Text(a[1]), StringComparison.Ordinal),
        ["substr"] = (_, a) => Part(Text(a[0]), Number(a[1]), a.Length > 2 ? Number(a[2]) : double.PositiveInfinity),
        ["regex"] = (_, a) => Patterns.Matches(Text(a[0]), Text(a[1])),

        ["selected"] = (_, a) => Selected(Text(a[0]), Text(a[1]).Trim()),
        ["selected-at"] = (_, a) => Chosen(Text(a[0])) is var chosen && Number(a[1]) is >= 0 and var at && at < chosen.Length ? chosen[(int)at] : "",
        ["count-selected"] = (_, a) => (double)Chosen(Text(a[0])).Length,
        ["choice-name"] = (run, a) => run.Label(Text(a[0]), Text(a[1])),

        ["sum"] = (_, a) => a.Select(Number).Where(n => !double.IsNaN(n)).Sum(),
        ["min"] = (_, a) => a.Select(Number).Where(n => !double.IsNaN(n)).DefaultIfEmpty(double.NaN).Min(),
        ["max"] = (_, a) => a.Select(Number).Where(n => !double.IsNaN(n)).DefaultIfEmpty(double.NaN).Max(),
        ["count-non-empty"] = (_, a) => (double)a.Count(v => Text(v).Length > 0),
        ["nth"] = (_, a) => Number(a[0]) is >= 1 and var at && at < a.Length ? a[(int)at] : a[^1] switch { double => double.NaN, bool => false, _ => "" },

        ["int"] = (_, a) => Math.Truncate(Number(a[0])),
        ["round"] = (_, a) => Rounded(Number(a[0]), Number(a[1])),
        ["pow"] = (_, a) => Math.Pow(Number(a[0]), Number(a[1])),
        ["atan2"] = (_, a) => Math.Atan2(Number(a[0]), Number(a[1])),
        ["pi"] = (_, _) => Math.PI,
        ["abs"] = Of(Math.Abs), ["sqrt"] = Of(Math.Sqrt), ["exp"] = Of(Math.Exp), ["exp10"] = Of(n => Math.Pow(10, n)), ["log"] = Of(Math.Log), ["log10"] = Of(Math.Log10),
        ["sin"] = Of(Math.Sin), ["cos"] = Of(Math.Cos), ["tan"] = Of(Math.Tan), ["asin"] = Of(Math.Asin), ["acos"] = Of(Math.Acos), ["atan"] = Of(Math.Atan),
    }.ToFrozenDictionary();

    public static string Text(object value) => (string)value;

    public static double Number(object value) => (double)value;

    public static bool Condition(object value) => (bool)value;

    /// <summary>A number as the dialect writes it; none is empty.</summary>
    public static string NumberText(double number) => double.IsFinite(number) ? Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture) : "";

    private static EngineFunction Of(Func<double, double> function) => (_, a) => function(Number(a[0]));

    /// <summary>Half away from zero, as a person rounds: 2.345 to two places is 2.35 whatever its binary form.</summary>
    private static double Rounded(double number, double places)
    {
        if (!double.IsFinite(number) || !double.IsFinite(places) || Math.Abs(number) > 1e15) return number;
        var (digits, exact) = ((int)Math.Clamp(places, -15, 15), (decimal)number);
        if (digits >= 0) return (double)Math.Round(exact, digits, MidpointRounding.AwayFromZero);
        var unit = (decimal)Math.Pow(10, -digits);
        return (double)(Math.Round(exact / unit, MidpointRounding.AwayFromZero) * unit);
    }

    /// <summary>From a place, counted from 0, up to but without another; places from the end are negative.</summary>
    private static string Part(string text, double from, double to)
    {
        var (start, end) = (Place(text, from), Place(text, to));
        return start < end ? text[start..end] : "";

        static int Place(string text, double at) => (int)Math.Clamp(double.IsNaN(at) ? 0 : at < 0 ? text.Length + Math.Truncate(at) : Math.Truncate(at), 0, text.Length);
    }

    private static bool Selected(string list, string value)
    {
        if (value.Length == 0) return false;
        foreach (var part in list.AsSpan().Split(' ')) if (list.AsSpan(part).SequenceEqual(value)) return true;
        return false;
    }

    private static string[] Chosen(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A text that grows by being joined to itself stops here.</summary>
    private static string Bounded(string text) => text.Length <= 100_000 ? text : text[..100_000];
}
