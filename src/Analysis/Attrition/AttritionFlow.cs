using System.Collections.Immutable;
using SosLongitudinal.Extracts.Reading;

namespace SosLongitudinal.Analysis.Attrition;

/// <summary>From the authorities' lists to the second wave. Under each heading the lines add up to it; a wave-2 interview without wave 1 stands apart.</summary>
internal static class AttritionFlow
{
    public static ImmutableArray<FlowStep> Of(WavePair pair, List<FamilyFate> all)
    {
        var eligible = all.Where(f => f.IsEligible).ToList();
        var interviewed = eligible.Where(f => f.Before == Fate.Interviewed).ToList();
        var only = eligible.Where(f => f.Before != Fate.Interviewed && f.After == Fate.Interviewed).ToList();
        return
        [
            new("sampled", null, "On the authorities' lists", all.Count),
            new("eligible", "sampled", "Found eligible", eligible.Count),
            new("screened-out", "sampled", "Found not eligible", all.Count(f => f.Stage == "screened-out")),
            new("not-screened", "sampled", "Not screened yet", all.Count(f => f.Stage == "sampled")),
            .. Fates(pair.Before.Code.Text, "eligible", pair.Before.Name, eligible, f => f.Before),
            .. Fates(pair.After.Code.Text, $"{pair.Before.Code}.interviewed", pair.After.Name, interviewed, f => f.After),
            new($"{pair.After.Code}.only", null, $"{pair.After.Name} without {pair.Before.Name}", only.Count),
        ];
    }

    private static IEnumerable<FlowStep> Fates(string wave, string parent, string name, List<FamilyFate> families, Func<FamilyFate, Fate> fateOf) =>
        Labels.Select(l => new FlowStep($"{wave}.{l.Code}", parent, $"{name}: {l.Label}", families.Count(f => fateOf(f) == l.Fate)));

    private static readonly ImmutableArray<(Fate Fate, string Code, string Label)> Labels =
    [
        (Fate.Interviewed, "interviewed", "interviewed"),
        (Fate.Lost, "lost", "lost"),
        (Fate.NotYetDue, "not-yet-due", "not yet due"),
        (Fate.InField, "in-field", "still in field"),
        (Fate.NoDisposition, "no-disposition", "window closed and no disposition"),
        (Fate.DiedOrIneligible, "died-or-ineligible", "died or ineligible"),
        (Fate.NotDue, "not-due", "never due: no consent, or part completed"),
    ];
}
