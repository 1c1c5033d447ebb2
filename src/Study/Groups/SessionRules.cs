using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Groups;

using Facts = Decision<ImmutableArray<FocusGroupFact>>;

/// <summary>Whether somebody came, and what they said to being recorded.</summary>
[GenerateSerializer, Immutable, Alias("sos.attendance")]
public readonly record struct Attendance([property: Id(0)] int Number, [property: Id(1)] bool Came, [property: Id(2)] RecordingAnswer Recording = RecordingAnswer.NotAsked);

/// <summary>Decisions about a session that took place, and its transcript.</summary>
public static class SessionRules
{
    private const int LongestWho = 80;

    /// <summary>Says that it was held and who came; afterwards corrects who came.</summary>
    public static Facts Hold(FocusGroup group, ImmutableArray<Attendance> attendances, Stamp stamp)
    {
        if (group.Plan is not { } plan) return GroupRefusals.Unknown;
        if (group is not { State: GroupState.Scheduled or GroupState.Held, Session: { } session }) return GroupRefusals.Over(group.State);
        if (stamp.At < session.Start) return GroupRefusals.NotYet;
        if (attendances.Select(a => a.Number).Distinct().Count() < attendances.Length) return GroupRefusals.CameTwice;
        foreach (var a in attendances) if (group.Invitation(a.Number) is not { } there) return GroupRefusals.UnknownInvitation; else if (there.Off is not null && a.Came) return GroupRefusals.IsOff;
        var came = group.Invitations.Count(i => (attendances.Any(a => a.Number == i.Number) ? attendances.First(a => a.Number == i.Number).Came : i.Came == true));
        if (came > plan.Seats) return GroupRefusals.MoreThanSeats(plan.Seats);
        var said = attendances.Where(a => group.Invitation(a.Number) is { } i && (i.Came, i.Recording) != (a.Came, Answer(a))).Select(a => (FocusGroupFact)new FocusGroupFact.Attended(a.Number, a.Came, Answer(a)));
        return group.State == GroupState.Scheduled ? Kernel.Facts.Of<FocusGroupFact>([new FocusGroupFact.SessionHeld(), .. said]) : Kernel.Facts.Of<FocusGroupFact>([.. said]);
    }

    /// <summary>The next step of the transcript; steps are not skipped.</summary>
    public static Facts Forward(FocusGroup group, StudyDesign design, TranscriptStep step, DateOnly on, string who, TranscriptSource? source, Stamp stamp) =>
        Fault(group, design, on, who, stamp) is { } fault ? fault
        : group.TranscriptAt == TranscriptStep.Coded ? GroupRefusals.TranscriptDone
        : step != group.TranscriptAt + 1 ? GroupRefusals.OutOfOrder(group.TranscriptAt + 1).At("step")
        : step == TranscriptStep.Received && source is null ? GroupRefusals.TranscriptSource.At("source")
        : step == TranscriptStep.Received && source == TranscriptSource.Recording && group.MayBeRecorded == false ? GroupRefusals.NotRecorded.At("source")
        : Kernel.Facts.Of<FocusGroupFact>(new FocusGroupFact.TranscriptMoved(step, on, who.Trim(), step == TranscriptStep.Received ? source : null));

    /// <summary>Back to an earlier step, with a reason.</summary>
    public static Facts Back(FocusGroup group, StudyDesign design, TranscriptStep step, DateOnly on, string who, Stamp stamp) =>
        Fault(group, design, on, who, stamp) is { } fault ? fault
        : step >= group.TranscriptAt ? GroupRefusals.NotBack.At("step")
        : string.IsNullOrWhiteSpace(stamp.Why) ? GroupRefusals.ReasonNeeded.At("why")
        : Kernel.Facts.Of<FocusGroupFact>(new FocusGroupFact.TranscriptMoved(step, on, who.Trim(), IsBack: true));

    private static Refusal? Fault(FocusGroup group, StudyDesign design, DateOnly on, string who, Stamp stamp) =>
        !group.Exists ? GroupRefusals.Unknown
        : group is not { State: GroupState.Held, Session: { } session } ? (group.IsToCome ? GroupRefusals.NotHeld : GroupRefusals.Over(group.State))
        : who.Trim().Length is 0 or > LongestWho ? GroupRefusals.TranscriptWho.At("who")
        : on < design.Today(session.Start) || on > design.Today(stamp.At) ? GroupRefusals.TranscriptDay.At("on")
        : null;

    /// <summary>Who did not come said nothing to being recorded.</summary>
    private static RecordingAnswer Answer(Attendance attendance) => attendance.Came ? attendance.Recording : RecordingAnswer.NotAsked;
}
