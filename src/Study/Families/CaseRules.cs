using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Study.Families;

/// <summary>Decisions about who holds the case and what happens in it.</summary>
public static class CaseRules
{
    private const int LongestText = 80;

    /// <summary>Records who holds the case from a date on. A change of a known holder needs its reason.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Allocate(FamilyState family, StudyFrame frame, FamilyFact.WorkerAllocated spell, Stamp stamp, DateOnly today)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (spell.From.Earliest > today) return FamilyRefusals.Future.At("from");
        if (spell.Source.Length is 0 or > LongestText) return CaseRefusals.Source.At("source");
        if (spell.KnownTo < spell.From.Earliest) return CaseRefusals.KnownToBeforeStart.At("knownTo");
        if (spell.Holder is CaseHolder.Named { Worker: var id })
        {
            if (frame.Worker(id) is not { } worker) return WorkerRefusals.Unknown(id) with { Kind = RefusalKind.Invalid };
            if (worker.LeftOn is { } left && left <= spell.From.Earliest) return WorkerRefusals.HasLeft(left) with { Kind = RefusalKind.Invalid };
        }
        if (spell.Holder is CaseHolder.Unidentified { Label.Length: 0 or > LongestText } or CaseHolder.Team { Label.Length: > LongestText }) return CaseRefusals.Label.At("label");

        var standing = family.WorkerSpells.FirstOrDefault(s => s.From == spell.From);
        if (standing is not null && (standing.Holder, standing.KnownTo, standing.Source) == (spell.Holder, spell.KnownTo, spell.Source)) return Facts.None<FamilyFact>();
        var isSameHolder = standing is not null && standing.Holder == spell.Holder; // only its source or how long it is vouched for is new
        return family.WorkerSpells.Length > 0 && !isSameHolder && string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("reason") : Facts.Of<FamilyFact>(spell);
    }

    /// <summary>Gives the case of a worker who holds it to another, or to nobody for now; refused where that worker does not hold it, or not yet on the day before.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Reassign(FamilyState family, StudyFrame frame, WorkerId from, WorkerId? to, DateOnly on, string source, Stamp stamp, DateOnly today)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (family.WorkerSpells is not [.., { Holder: CaseHolder.Named { Worker: var now } } spell] || now != from) return CaseRefusals.NotHeld(family.Id);
        if (spell.From.Earliest >= on) return CaseRefusals.HeldOnlySince(family.Id, spell.From).At("on");
        return Allocate(family, frame, new(to is { } worker ? new CaseHolder.Named(worker) : new CaseHolder.Unallocated(), on, source, null), stamp, today);
    }

    public static Decision<ImmutableArray<FamilyFact>> Record(FamilyState family, FamilyFact.CaseEventRecorded happened, DateOnly today) =>
        !family.Exists ? FamilyRefusals.Unknown
        : happened.On.Earliest > today ? FamilyRefusals.Future.At("on")
        : happened.Child is { } child && family.Member(child) is null ? FamilyRefusals.UnknownMember(child).At("child")
        : happened.Source.Length is 0 or > LongestText ? CaseRefusals.Source.At("source")
        : family.CaseEvents.Contains(new(happened.Event, happened.On, happened.Child, happened.Source)) ? Facts.None<FamilyFact>()
        : Facts.Of<FamilyFact>(happened);

    /// <summary>Strikes out an event that was recorded in error; what followed from it follows no longer.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Strike(FamilyState family, CaseEvent recorded, Stamp stamp) =>
        !family.Exists ? FamilyRefusals.Unknown
        : !family.CaseEvents.Contains(recorded) ? CaseRefusals.NoSuchEvent
        : string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("reason")
        : Facts.Of<FamilyFact>(new FamilyFact.CaseEventStruck(recorded.Kind, recorded.On, recorded.Child, recorded.Source));
}

public static class CaseRefusals
{
    public static readonly Refusal NoSuchEvent = new("case.no-such-event", "No such event is recorded, or it was struck out already.", RefusalKind.NotFound);
    public static readonly Refusal Source = new("case.source", "Say where this is known from, in at most 80 characters.");
    public static readonly Refusal Label = new("case.label", "Give a label of at most 80 characters.");
    public static Refusal NotHeld(FamilyId family) => new("case.not-held", $"Family {family} is no longer held by this worker. Look at its own page.", RefusalKind.Conflict);
    public static Refusal HeldOnlySince(FamilyId family, PartialDate since) => new("case.held-only-since", $"Family {family} came to this worker on {DayWords.Of(since)}. Choose a later day.");
    public static readonly Refusal KnownToBeforeStart = new("case.known-to", "The last day it is known for cannot be before its first.");
}
