using System.Collections.Immutable;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Web.Pages.Families.RecordWorkerChange;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Fieldwork.Quick;

/// <summary>What can be recorded from a line of the worklist without leaving it.</summary>
public enum QuickKind { Attempt = 0, Worker = 1, NotAchieved = 2 }

/// <summary>One small form under a line of the worklist, with what it needs to be filled in.</summary>
/// <param name="Wanted">Forms of the wave that are due and have neither come nor been given up.</param>
/// <param name="Safety">How the one to be reached may safely be reached; <c>null</c> where nobody can be tried or this person may not look.</param>
public sealed record QuickStep(QuickKind Kind, FamilyState Family, WaveDesign Wave, ImmutableArray<DueForm> Wanted, Member? With, SafeContact? Safety, string Return, string Operation)
{
    /// <summary>What a try that reached nobody comes to, the most frequent first.</summary>
    public static readonly ImmutableArray<Choice> Outcomes =
        [.. new[] { "no-answer", "answering-machine", "message-left", "busy", "no-one-home", "disconnected", "wrong-number", "not-now" }.Select(c => new Choice(c, AttemptOutcomes.Find(c)!.Label))];

    public static readonly ImmutableArray<Choice> Reasons = [.. Choices.Of<NotAchievedReason>(r => r.Words())];

    public static readonly ImmutableArray<Choice> Modes = [new(nameof(AttemptMode.Telephone), "By telephone"), new(nameof(AttemptMode.Visit), "By visiting")];

    /// <summary>What is filled in beforehand: the next try as the protocol says, or in three days; a change of worker today.</summary>
    public TypedStep Typed { get; init; } = new();

    public ImmutableArray<Choice> Workers { get; init; } = [];

    public static QuickStep Of(QuickKind kind, FamilyState family, StudyFrame frame, WaveDesign wave, DateOnly today, SafeContact? safety, string back, string operation)
    {
        var wanted = Enum.GetValues<Track>().Select(track => DueList.Of(frame, family, wave, track, today)).Where(t => t.State is not (DueState.NotDue or DueState.NotOpen))
            .SelectMany(t => t.Forms).Where(f => !f.Done && f.NotAchieved is null);
        return new(kind, family, wave, [.. wanted], family.MainRespondent(wave.Code, today), safety, back, operation)
        {
            Typed = new() { NextOn = TypedDate.Of(today.AddDays(frame.Design.Protocol?.DaysBetween ?? 3)), From = TypedDate.Of(today) },
            Workers = kind == QuickKind.Worker ? [.. HolderChoice.Workers(frame, family.Site)] : [],
        };
    }
}
