using System.Globalization;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Redcap;

/// <summary>
/// The scales of a measure as calculated fields of its form. The study's own scores leave, whatever the equation; it stands in the dictionary where REDCap's
/// language can say the same.
/// </summary>
/// <param name="items">The fields of the form's items, by the items' names.</param>
internal sealed class RedcapScores(string form, string prefix, MergedForms forms, RedcapNames names, IReadOnlyDictionary<string, string> items)
{
    private const string Blank = "''";

    public IEnumerable<RedcapField> All()
    {
        var named = ScoreColumns.Of(forms).Select(score => (Score: score, Name: names.Field(form, prefix + score.Name))).ToList();
        var fields = named.ToDictionary(n => n.Score.Name, n => n.Name, StringComparer.Ordinal);
        foreach (var (score, name) in named)
            yield return new(form, name, "calc", score.Scale.Label ?? score.Name)
            {
                Section = name == named[0].Name ? "Scores" : "",
                Equation = Equation(score.Scale, fields) ?? "",
                Note = string.Create(CultureInfo.InvariantCulture, $"{score.Scale.Min} to {score.Scale.Max}, calculated by the study"),
                Annotation = "@READONLY",
                IsScore = true,
                Columns = [new(name, RedcapProject.ScorePrefix(form) + score.Name)],
            };
    }

    /// <summary>Of a plain sum of scales, or of items that count as they are or reversed; <c>null</c> where it would be said wrongly.</summary>
    private string? Equation(Scale scale, Dictionary<string, string> fields)
    {
        if (scale.Gate is not null || !scale.Recode.IsEmpty || !scale.Recodes.IsEmpty || scale.Method != ScaleMethod.Sum || scale.Rounding == RoundingRule.None) return null;
        if (!scale.SumOf.IsEmpty) return scale.SumOf.All(fields.ContainsKey) ? string.Join(" + ", scale.SumOf.Select(s => $"[{fields[s]}]")) : null;
        if (scale.Items.IsEmpty || !scale.Items.All(items.ContainsKey) || scale.ProrateTo is not { } whole || scale.Rounding != RoundingRule.HalfUp) return null;
        var answered = $"sum({string.Join(", ", scale.Items.Select(i => $"if([{items[i]}] = {Blank}, 0, 1)"))})";
        var counted = $"sum({string.Join(", ", scale.Items.Select(i => $"if([{items[i]}] = {Blank}, 0, {(scale.Reversed.Contains(i) ? $"{scale.ReverseFrom} - [{items[i]}]" : $"[{items[i]}]")})"))})";
        return string.Create(CultureInfo.InvariantCulture, $"if({answered} >= {scale.Least ?? scale.Items.Length}, round({counted} * {whole} / {answered}, 0), {Blank})");
    }
}
