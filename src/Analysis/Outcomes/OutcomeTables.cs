using SosLongitudinal.Analysis.Results;
using static SosLongitudinal.Analysis.Results.ResultTable;

namespace SosLongitudinal.Analysis.Outcomes;

/// <summary>Outcome rates as rows of text.</summary>
public static class OutcomeTables
{
    /// <summary>A row for every group: its cases by letter, then each rate with four decimals, then the shares located, contacted and cooperating.</summary>
    public static ResultTable RateTable(this OutcomeResult result) => new(
        $"Outcome rates, {result.WaveName}",
        [
            "wave", "base", "closed_only", "e", "by", "group", "I", "P", "R", "NC", "O", "UH", "UO", "NE", "not_open", "in_field", "undisposed",
            .. result.Groups[0].Rates.All().Select(r => r.Name), "located", "contacted", "cooperated", "interviewed",
        ],
        [.. result.Groups.Select(g => Row(
            [
                result.Wave.Text, System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(result.Base.ToString()), result.ClosedOnly ? "yes" : "no", Cell(result.E, 4), g.By, g.Group,
                .. new[] { g.Counts.Complete, g.Counts.Partial, g.Counts.Refusal, g.Counts.NonContact, g.Counts.Other, g.Counts.UnknownHousehold, g.Counts.UnknownOther, g.Counts.NotEligible, g.NotOpen, g.InField, g.Undisposed }.Select(n => Cell(n)),
                .. g.Rates.All().Select(r => Cell(r.Value, 4)), .. g.Steps.Select(s => Cell(s.Passed.Percent / 100, 4)),
            ]))]);
}
