using System.Buffers;
using System.Globalization;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Web.Commands;

/// <summary>The columns that scoring adds: each scale, then each scale's word in each band scheme.</summary>
public static class ScoreText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    public static IEnumerable<string> Added(InstrumentDefinition definition) =>
        definition.Scales.Select(s => s.Name).Concat(definition.Bands.SelectMany(b => definition.Scales.Select(s => $"{s.Name}_{b.Name}")));

    public static void Header(TextWriter output, List<string> header, InstrumentDefinition definition) =>
        output.Write(string.Join(',', header.Concat(Added(definition)).Select(Field)) + "\n");

    /// <summary>A missing score is an empty field, and so is its band unless the scheme has none for the scale.</summary>
    public static void Scores(TextWriter output, ReadOnlySpan<short> scores, ScorePlan plan, BandTable[] bands)
    {
        Span<char> digits = stackalloc char[16];
        for (var i = 0; i < scores.Length; i++)
        {
            output.Write(',');
            if (DenseCode.IsCode(scores[i]) && plan.Scales[i].NumberOf(scores[i]).TryFormat(digits, out var written, default, CultureInfo.InvariantCulture)) output.Write(digits[..written]);
        }
        foreach (var scheme in bands)
        {
            for (var i = 0; i < scores.Length; i++)
            {
                output.Write(',');
                output.Write(scheme.Word(i, scores[i]));
            }
        }
        output.Write('\n');
    }

    private static string Field(string text) => text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}
