using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Outcomes;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>
/// Counts what became of one shard's cases: once by all that they differ in, and from these few lines by each group. What was counted is kept until a family, the
/// design or the day changes.
/// </summary>
internal sealed class ShardOutcomes(Shard shard)
{
    /// <summary>Questions of people who see different sites; more at once are counted again.</summary>
    private const int MostKept = 64;

    private readonly Dictionary<(OutcomeQuestion, string Sites), OutcomeTally> kept = [];
    private (int Revision, (int, int) Asked, DateOnly Day) at = (-1, default, default);

    public OutcomeTally Of(StudyFrame frame, DateOnly today, OutcomeQuestion q)
    {
        var now = (shard.Revision, frame.DueVersion, today);
        if (at != now || kept.Count >= MostKept) kept.Clear();
        at = now;
        var key = (q with { Scope = null }, q.Scope is { } sites ? string.Join(' ', sites) : "*");
        if (!kept.TryGetValue(key, out var tally)) kept[key] = tally = Count(frame, today, q);
        return tally;
    }

    private OutcomeTally Count(StudyFrame frame, DateOnly today, OutcomeQuestion q)
    {
        var index = IndexOf(frame.Design, q.Wave);
        if (index < 0) return new([], new(0, 0));
        var before = frame.Design.Waves[index].After is { } after ? IndexOf(frame.Design, after) : 0;
        var cases = new Dictionary<Case, int>();
        var (approached, barred) = (0, 0);
        foreach (var (family, outcomes) in shard.OutcomesOn(frame, today))
        {
            if (!Sees(q, family)) continue;
            if (family.Stage == Stage.NotApproached) barred++;
            else if (family.Stage >= Stage.Approached) approached++;
            var outcome = outcomes[index];
            if (outcome.Standing == OutcomeStanding.NotInSample || !IsInBase(q.Base, outcome, outcomes, before) || (q.ClosedOnly && !outcome.IsClosed)) continue;
            CollectionsMarshal.GetValueRefOrAddDefault(cases, CaseOf(frame, family, q.Wave, outcome), out _)++;
        }
        return new([.. cases.SelectMany(Lines).GroupBy(l => l with { Families = 0 }).Select(g => g.Key with { Families = g.Sum(l => l.Families) })], new(approached, barred));
    }

    private readonly record struct Case(SiteCode Site, string Band, CohortCode Cohort, string Interviewer, CaseOutcome Outcome);

    private static Case CaseOf(StudyFrame frame, FamilyState family, WaveCode wave, CaseOutcome outcome)
    {
        var band = frame.Sites.TryGetValue(family.SiteAtEnrolment, out var site) ? site.BandOn(family.ConsentedOn ?? family.SampledOn) : "";
        var interviewer = "";
        foreach (var a in family.Assignments) if (a.Wave == wave) interviewer = a.Interviewer;
        return new(family.SiteAtEnrolment, band, family.Cohort, interviewer, outcome with { IsClosed = false, IsIssued = false });
    }

    private static IEnumerable<OutcomeCount> Lines(KeyValuePair<Case, int> of)
    {
        var ((site, band, cohort, interviewer, outcome), families) = of;
        OutcomeCount Line(string by, string group) => new(by, group, outcome.Standing, outcome.Class, outcome.Code, families);
        return [Line("all", "all"), Line("site", site.Text), Line("band", band), Line("cohort", cohort.Text), Line("interviewer", interviewer)];
    }

    private static bool IsInBase(OutcomeBase of, CaseOutcome outcome, ImmutableArray<CaseOutcome> all, int before) => of switch
    {
        OutcomeBase.Sampled => true,
        OutcomeBase.InterviewedBefore => all[before].IsInterview,
        OutcomeBase.InterviewedFirst => all[0].IsInterview,
        _ => outcome.IsIssued,
    };

    private static bool Sees(OutcomeQuestion q, FamilyState family) =>
        (q.Scope is not { } sites || sites.Contains(family.Site)) && (q.Site is not { } site || family.SiteAtEnrolment == site);

    private static int IndexOf(StudyDesign design, WaveCode wave)
    {
        for (var i = 0; i < design.Waves.Length; i++) if (design.Waves[i].Code == wave) return i;
        return -1;
    }
}
