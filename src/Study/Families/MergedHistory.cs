using System.Collections.Immutable;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>
/// What happened to a family that is merged away and is not known of the kept one: its case events, its interviews at waves at which the kept family has none, and
/// who held its case before the kept family's first spell. Where both say something of the same time, the kept family's word stands.
/// </summary>
internal static class MergedHistory
{
    public static IEnumerable<FamilyFact> Of(FamilyState kept, FamilyState away, ImmutableArray<MemberLink> links) => [.. Events(kept, away, links), .. Interviews(kept, away, links), .. Spells(kept, away)];

    private static IEnumerable<FamilyFact> Events(FamilyState kept, FamilyState away, ImmutableArray<MemberLink> links) =>
        from e in away.CaseEvents
        where e.Child is not { } gone || Knows(links, gone)
        let child = Now(e.Child, links)
        where !kept.CaseEvents.Any(k => (k.Kind, k.On, k.Child) == (e.Kind, e.On, child))
        select new FamilyFact.CaseEventRecorded(e.Kind, e.On, child, e.Source);

    private static IEnumerable<FamilyFact> Interviews(FamilyState kept, FamilyState away, ImmutableArray<MemberLink> links) =>
        from held in away.Interviews
        where kept.InterviewAt(held.Wave) is null
        select new FamilyFact.InterviewRecorded(held.Wave, held.Interview with { Respondent = Now(held.Interview.Respondent, links) });

    private static IEnumerable<FamilyFact> Spells(FamilyState kept, FamilyState away) =>
        from spell in away.WorkerSpells
        where kept.WorkerSpells is not [var first, ..] || spell.From.Earliest < first.From.Earliest
        select new FamilyFact.WorkerAllocated(spell.Holder, spell.From, spell.Source, spell.KnownTo);

    private static bool Knows(ImmutableArray<MemberLink> links, MemberId member) => links.Any(l => l.From == member);

    private static MemberId? Now(MemberId? member, ImmutableArray<MemberLink> links) => member is { } id ? links.FirstOrDefault(l => l.From == id)?.To : null;
}
