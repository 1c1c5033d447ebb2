using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>One row per focus group or key-informant interview, with counts of those invited. Who they are, rooms and reasons stay out.</summary>
internal static class FocusGroupRows
{
    public static Dataset Of(StudyDesign design) => new("focus-groups", DatasetShape.Long, "Focus groups and key-informant interviews", RowUnit.FocusGroup, Groups(design).Select(spec => spec.Over<FamilyReading>(r => r)));

    private static IEnumerable<ColumnSpec<FamilyReading>> Groups(StudyDesign design) =>
    [
        Spec.Id<FamilyReading>("group", "Group", r => $"{Of(r).Id}"),
        .. design.Synthetic ? [FamilyColumns.Synthetic] : Enumerable.Empty<ColumnSpec<FamilyReading>>(),
        Spec.Text<FamilyReading>("site", "Site", r => Plan(r).Site.Text),
        AttemptRows.WaveOf(design, r => r.WaveOf(Plan(r).Wave)),
        FamilyColumns.Band<FamilyReading>("band", "Experience band of the site on the day", design, r => r.BandOf(Plan(r).Site, Day(r) ?? r.Context.Today)),
        Spec.Words<FamilyReading>("kind", "Of whom", EnumWords<GroupKind>.All, r => Cells.Word((int)Plan(r).Kind)),
        Spec.Words<FamilyReading>("state", "What became of it", EnumWords<GroupState>.All, r => Cells.Word((int)Of(r).State)),
        Spec.Count<FamilyReading>("seats", "Seats", r => Cells.Dense(Plan(r).Seats)),
        Spec.Date<FamilyReading>("planned_on", "Planned day", r => Cells.Day(Plan(r).PlannedOn, MissingReason.NotStated)),
        Spec.Date<FamilyReading>("day", "Day of the session", r => Cells.Day(Day(r), MissingReason.NotApplicable)),
        Spec.Count<FamilyReading>("start_hour", "Hour of the day in which it begins, from 0 to 23", r => Booked(r, s => LocalTimes.Local(r.Design.TimeZone, s.Start).Hour)),
        Spec.Count<FamilyReading>("minutes", "Minutes that it is to take", r => Cells.Dense(Of(r).Session?.Minutes ?? Plan(r).Minutes)),
        Spec.Words<FamilyReading>("mode", "How they meet", EnumWords<VisitMode>.All, r => Of(r).Session is { } session ? Cells.Word((int)session.Mode) : Cells.Word(MissingReason.NotApplicable)),
        Spec.Key<FamilyReading>("facilitator", "Who leads it, by an opaque id", r => Of(r).Session is { } session ? r.Pseudonym(session.Facilitators[0]) : MissingReason.NotApplicable),
        Spec.Count<FamilyReading>("facilitators", "Number of facilitators", r => Booked(r, s => s.Facilitators.Length)),
        Spec.Count<FamilyReading>("moved", "Number of times that it was moved", r => Cells.Dense(Of(r).Moves.Length)),
        Invited("invited", "Invited in all", _ => true),
        Invited("accepted", "With a seat and coming", i => i.Accepted),
        Invited("maybe", "Standing, and said maybe", i => i is { Stands: true, Reply: GroupReply.Maybe }),
        Invited("declined", "Declined", i => i is { Off: null, Reply: GroupReply.No }),
        Invited("no_reply", "Standing, without a reply", i => i is { Stands: true, Reply: GroupReply.None }),
        Invited("waiting", "On the waiting list", i => i.Waits),
        Invited("taken_off", "Taken off the list", i => i.Off is not null),
        Spec.Count<FamilyReading>("attended", "Number who came", r => IsOver(r) ? Cells.Dense(Of(r).Invitations.Count(i => i.Came == true)) : Cells.Dense(MissingReason.NotApplicable)),
        Spec.YesNo<FamilyReading>("may_be_recorded", "Everybody who came agreed to be recorded", r => Cells.Dense(Of(r).MayBeRecorded, MissingReason.NotApplicable)),
        Spec.Words<FamilyReading>("transcript", "How far the transcript has come", EnumWords<TranscriptStep>.All, r => IsOver(r) ? Cells.Word((int)Of(r).TranscriptAt) : Cells.Word(MissingReason.NotApplicable)),
        Spec.Words<FamilyReading>("transcript_source", "What it was made from", EnumWords<TranscriptSource>.All, r => Of(r).Transcript.LastOrDefault(t => t.Source is not null)?.Source is { } source ? Cells.Word((int)source) : Cells.Word(MissingReason.NotApplicable)),
        Spec.Date<FamilyReading>("transcript_on", "Day of its last step", r => Cells.Day(Of(r).Transcript.LastOrDefault()?.On, MissingReason.NotApplicable)),
    ];

    private static ColumnSpec<FamilyReading> Invited(string name, string label, Func<Invitation, bool> which) => Spec.Count<FamilyReading>(name, label, r => Cells.Dense(Of(r).Invitations.Count(which)));

    private static short Booked(FamilyReading reading, Func<SessionPlan, int> read) => Of(reading).Session is { } session ? Cells.Dense(read(session)) : Cells.Dense(MissingReason.NotApplicable);

    private static bool IsOver(FamilyReading reading) => Of(reading).State is GroupState.Held or GroupState.Closed;

    private static DateOnly? Day(FamilyReading reading) => Of(reading).Session is { } session ? reading.Design.Today(session.Start) : null;

    private static GroupPlan Plan(FamilyReading reading) => Of(reading).Plan!;

    private static FocusGroup Of(FamilyReading reading) => reading.Groups[reading.Place];
}
