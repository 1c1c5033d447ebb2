using System.Globalization;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.Definitions;

/// <summary>Gives choices their codes: a whole number keeps its value, a name keeps the code of the version before, else takes the first free one from 1.</summary>
internal static class ChoiceCodes
{
    public static int[] Of(IReadOnlyList<string> names, IEnumerable<Choice> earlier)
    {
        var before = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var choice in earlier) before.TryAdd(choice.Text(), choice.Code);
        var codes = new int?[names.Count];
        var taken = new HashSet<int>();
        for (var i = 0; i < codes.Length; i++)
        {
            if (Number(names[i]) is { } number && taken.Add(number)) codes[i] = number;
        }
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] is null && before.TryGetValue(names[i], out var code) && taken.Add(code)) codes[i] = code;
        }
        taken.UnionWith(before.Values);
        var next = 1;
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] is not null) continue;
            while (!taken.Add(next)) next++;
            codes[i] = next;
        }
        return [.. codes.Select(c => c!.Value)];
    }

    /// <summary>The name as the choice keeps it: absent where it is the code.</summary>
    public static string? NameOf(string name, int code) => name == code.ToString(CultureInfo.InvariantCulture) ? null : name;

    private static int? Number(string name) =>
        int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && DenseCode.Fits(number) ? number : null;
}
