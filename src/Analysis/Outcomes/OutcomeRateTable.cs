using System.Collections.Immutable;
using SosLongitudinal.Analysis.Results;
using SosLongitudinal.Analysis.Statistics;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Outcomes;

namespace SosLongitudinal.Analysis.Outcomes;

/// <summary>Makes the outcome rates of a wave from the registers' counts.</summary>
public static class OutcomeRateTable
{
    private const string NotLocated = "3.18";
    private static readonly ImmutableArray<string> Order = ["all", "site", "band", "cohort", "interviewer"];

    /// <param name="e">The share of unknown cases taken as eligible, 0 to 1; <c>null</c>: the usual.</param>
    public static OutcomeResult Of(StudyDesign design, OutcomeQuestion asked, OutcomeTally tally, double? e, DateOnly asOf)
    {
        var wave = design.Wave(asked.Wave)!;
        var groups = tally.Counts.ToLookup(c => (c.By, c.Group));
        var all = groups[("all", "all")].ToList();
        var usual = UsualE(wave, Classes(all));
        return new(
            new(design.Synthetic, asOf), wave.Code, wave.Name, asked.Base, asked.ClosedOnly, e ?? usual, usual,
            [.. groups.Select(g => g.Key).Append(("all", "all")).Distinct().OrderBy(k => Order.IndexOf(k.Item1)).ThenBy(k => k.Item2, StringComparer.Ordinal).Select(k => Group(k.Item1, k.Item2, [.. groups[k]], e ?? usual))],
            Codes(all), new(new(tally.Approach.Approached, tally.Approach.Approached + tally.Approach.NotApproached)));
    }

    private static double UsualE(WaveDesign wave, OutcomeCounts n) => wave.IsFollowUp || n.Eligible + n.NotEligible == 0 ? 1 : Rates.DefaultE(n);

    private static OutcomeGroup Group(string by, string group, List<OutcomeCount> cases, double e)
    {
        var n = Classes(cases);
        int Standing(OutcomeStanding standing) => cases.Where(c => c.Standing == standing).Sum(c => c.Families);
        return new(by, group, n, Standing(OutcomeStanding.NotOpen), Standing(OutcomeStanding.InField), Standing(OutcomeStanding.Undisposed), new(n, e), Steps(n, cases));
    }

    private static OutcomeCounts Classes(List<OutcomeCount> cases)
    {
        int Of(OutcomeClass letter) => cases.Where(c => c.Class == letter && IsCounted(c)).Sum(c => c.Families);
        return new(
            Of(OutcomeClass.Complete), Of(OutcomeClass.Partial), Of(OutcomeClass.Refusal), Of(OutcomeClass.NonContact), Of(OutcomeClass.Other),
            Of(OutcomeClass.UnknownHousehold), Of(OutcomeClass.UnknownOther), Of(OutcomeClass.NotEligible));
    }

    private static bool IsCounted(OutcomeCount count) => count.Standing is OutcomeStanding.Final or OutcomeStanding.Undisposed;

    /// <summary>Location, contact, cooperation (DOMAIN §3.3), then what is none of them.</summary>
    private static ImmutableArray<OutcomeStep> Steps(OutcomeCounts n, List<OutcomeCount> cases)
    {
        var all = n.Eligible + n.Unknown;
        var located = all - cases.Where(c => c.Standing == OutcomeStanding.Final && c.Code == NotLocated && c.Class == OutcomeClass.UnknownOther).Sum(c => c.Families);
        var contacted = located - n.NonContact;
        var cooperated = contacted - n.Refusal;
        return
        [
            new("Located", new(located, all)), new("Contacted, of those located", new(contacted, located)),
            new("Cooperated, of those contacted", new(cooperated, contacted)), new("Interviewed, of those who cooperated", new(n.Interviews, cooperated)),
        ];
    }

    private static ImmutableArray<CodeCount> Codes(List<OutcomeCount> all) =>
        [.. all.Where(IsCounted).GroupBy(c => (c.Code, c.Class)).OrderBy(g => g.Key.Class).ThenBy(g => g.Key.Code, StringComparer.Ordinal)
            .Select(g => new CodeCount(g.Key.Code, Dispositions.Find(g.Key.Code)?.Label ?? g.Key.Code, Letter(g.Key.Class), g.Sum(c => c.Families)))];

    private static string Letter(OutcomeClass of) => of switch
    {
        OutcomeClass.Complete => "I", OutcomeClass.Partial => "P", OutcomeClass.Refusal => "R", OutcomeClass.NonContact => "NC",
        OutcomeClass.Other => "O", OutcomeClass.UnknownHousehold => "UH", OutcomeClass.UnknownOther => "UO", _ => "NE",
    };
}
