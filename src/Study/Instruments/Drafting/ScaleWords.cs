using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Drafting;

/// <summary>What a scale is made of, as a page asks it.</summary>
public enum ScaleKind { Sum = 0, Mean = 1, SumOfScales = 2 }

/// <summary>One scale as a person types it: names with blanks between, numbers as text; an empty number says nothing.</summary>
public sealed record ScaleWords
{
    public string Name { get; init; } = "";

    public string Label { get; init; } = "";

    public ScaleKind Kind { get; init; }

    /// <summary>Items, or scales where it adds scales.</summary>
    public string Parts { get; init; } = "";

    public string Reversed { get; init; } = "";

    public string ReverseFrom { get; init; } = "";

    /// <summary>What the codes from 0 count: <c>0 0 1 2</c>; on further lines single items: <c>damp: 0 1 2</c>.</summary>
    public string Recode { get; init; } = "";

    public string Least { get; init; } = "";

    public string ProrateTo { get; init; } = "";

    public RoundingRule Rounding { get; init; }

    public string GateItem { get; init; } = "";

    public string GateValues { get; init; } = "";

    public string GateScore { get; init; } = "";

    /// <summary>Empty: what its items, or its parts, give.</summary>
    public string Min { get; init; } = "";

    public string Max { get; init; } = "";

    public string PrintedMax { get; init; } = "";

    public static ScaleWords Of(Scale scale) => new()
    {
        Name = scale.Name,
        Label = scale.Label ?? "",
        Kind = !scale.SumOf.IsEmpty ? ScaleKind.SumOfScales : scale.Method == ScaleMethod.Mean ? ScaleKind.Mean : ScaleKind.Sum,
        Parts = string.Join(' ', scale.SumOf.IsEmpty ? scale.Items : scale.SumOf),
        Reversed = string.Join(' ', scale.Reversed),
        ReverseFrom = scale.Reversed.IsEmpty ? "" : Text(scale.ReverseFrom),
        Recode = string.Join('\n', (string[])[.. scale.Recode.IsEmpty ? [] : new[] { string.Join(' ', scale.Recode) }, .. scale.Recodes.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key}: {string.Join(' ', r.Value)}")]),
        Least = Text(scale.Least),
        ProrateTo = Text(scale.ProrateTo),
        Rounding = scale.Rounding,
        GateItem = scale.Gate?.Item ?? "",
        GateValues = scale.Gate is { } gate ? string.Join(' ', gate.Values) : "",
        GateScore = Text(scale.Gate?.Score),
        Min = Text(scale.Min),
        Max = Text(scale.Max),
        PrintedMax = Text(scale.PrintedMax),
    };

    /// <summary>The scale as far as it can be read; what cannot is said at its field. Min and Max are for <see cref="ScaleEdits"/> to fill in.</summary>
    internal Decision<Scale> Read(Scale? before)
    {
        var faults = new List<FieldFault>();
        var reversed = Names(Reversed);
        var (recode, recodes) = Recodes(faults);
        var gate = GateItem.Trim().Length == 0 && GateValues.Trim().Length == 0 && GateScore.Trim().Length == 0 ? null : new ScaleGate(GateItem.Trim(), Numbers(GateValues, "GateValues", faults), Number(GateScore, "GateScore", faults) ?? 0);
        if (gate is { Item.Length: 0 }) faults.Add(new("GateItem", "Enter the item that decides."));
        if (gate is { Values.IsEmpty: true }) faults.Add(new("GateValues", "Enter the codes at which the score is fixed, such as 0."));
        if (gate is not null && GateScore.Trim().Length == 0) faults.Add(new("GateScore", "Enter the score that it is then, such as 0."));
        if (!reversed.IsEmpty && ReverseFrom.Trim().Length == 0) faults.Add(new("ReverseFrom", "Enter the number that a reversed answer is taken from, such as 2 for codes 0 to 2."));
        var scale = (before ?? new Scale { Name = Name.Trim(), Max = 0 }) with
        {
            Label = Label.Trim() is { Length: > 0 } label ? label : null,
            Method = Kind == ScaleKind.Mean ? ScaleMethod.Mean : ScaleMethod.Sum,
            Items = Kind == ScaleKind.SumOfScales ? [] : Names(Parts),
            SumOf = Kind == ScaleKind.SumOfScales ? Names(Parts) : [],
            Reversed = reversed,
            ReverseFrom = reversed.IsEmpty ? 0 : Number(ReverseFrom, "ReverseFrom", faults) ?? 0,
            Recode = recode,
            Recodes = recodes,
            Least = Number(Least, "Least", faults),
            ProrateTo = Number(ProrateTo, "ProrateTo", faults),
            Rounding = Rounding,
            Gate = gate,
            PrintedMax = Number(PrintedMax, "PrintedMax", faults),
        };
        return faults.Count == 0 ? scale : ScaleRefusals.Faulty([.. faults]);
    }

    internal (int? Min, int? Max, ImmutableArray<FieldFault> Faults) Range()
    {
        var faults = new List<FieldFault>();
        return (Number(Min, "Min", faults), Number(Max, "Max", faults), [.. faults]);
    }

    private (ImmutableArray<int> All, ImmutableDictionary<string, ImmutableArray<int>> Single) Recodes(List<FieldFault> faults)
    {
        var (all, single) = (ImmutableArray<int>.Empty, ImmutableDictionary.CreateBuilder<string, ImmutableArray<int>>());
        foreach (var line in Recode.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.IndexOf(':') is >= 0 and var colon) single[line[..colon].Trim()] = Numbers(line[(colon + 1)..], "Recode", faults);
            else if (all.IsEmpty) all = Numbers(line, "Recode", faults);
            else faults.Add(new("Recode", "Write one line for all items, and for single items a line each: the item, a colon, and what its codes count."));
        }
        return (all, single.ToImmutable());
    }

    private static ImmutableArray<string> Names(string text) => [.. text.Split([' ', ',', ';', '+', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)];

    private static ImmutableArray<int> Numbers(string text, string field, List<FieldFault> faults) =>
        [.. text.Split([' ', ',', ';', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(t => Number(t, field, faults)).OfType<int>()];

    private static int? Number(string text, string field, List<FieldFault> faults)
    {
        if (text.Trim().Length == 0) return null;
        if (int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is >= -32_000 and <= 32_000) return number;
        if (faults.All(f => f.Field != field)) faults.Add(new(field, $"'{text.Trim()}' is not a whole number. Enter one such as 3."));
        return null;
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

/// <summary>What is said of scales and bands that cannot be kept.</summary>
public static class ScaleRefusals
{
    public static Refusal Faulty(ImmutableArray<FieldFault> faults) => new("draft.scale", faults.Length == 1 ? faults[0].Sentence : "The scale does not fit the form yet. Correct what is marked.") { Faults = faults };
    public static Refusal NoScale(string name) => new("draft.no-scale", $"The draft has no scale '{name}'.", RefusalKind.NotFound);
    public static Refusal NoBands(string name) => new("draft.no-bands", $"The draft has no bands '{name}'.", RefusalKind.NotFound);
    public static Refusal Used(string name, string by) => new("draft.scale-used", $"{by} adds {name}. Take it out of {by} first.", RefusalKind.Conflict);
    public static Refusal BadBands(ImmutableArray<FieldFault> faults) => new("draft.bands", faults.Length == 1 ? faults[0].Sentence : "The bands do not fit the scales yet. Correct what is marked.") { Faults = faults };
}
