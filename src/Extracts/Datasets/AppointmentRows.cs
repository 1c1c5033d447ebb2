using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>One row per appointment with a family, as it stands now. Reasons and places by name stay out.</summary>
internal static class AppointmentRows
{
    public static Dataset Of(StudyDesign design) => new("appointments", DatasetShape.Long, "Appointments with families", RowUnit.Appointment, Groups(design).Select(spec => spec.Over<FamilyReading>(r => r)));

    private static IEnumerable<ColumnSpec<FamilyReading>> Groups(StudyDesign design) =>
    [
        FamilyColumns.Family,
        Spec.Count<FamilyReading>("appointment", "Number of the appointment within the family, from 1", r => Cells.Dense(Of(r).Number)),
        .. FamilyColumns.Design(design),
        AttemptRows.WaveOf(design, r => r.WaveOf(Of(r).Plan.Wave)),
        Spec.Words<FamilyReading>("state", "What became of it", EnumWords<AppointmentState>.All, r => Cells.Word((int)Of(r).State)),
        Spec.Words<FamilyReading>("mode", "How they are to meet", EnumWords<VisitMode>.All, r => Cells.Word((int)Of(r).Plan.Mode)),
        Spec.Words<FamilyReading>("place", "Where, face to face", ["home", "room"], r => Of(r).Plan switch { { Mode: not VisitMode.FaceToFace } => Cells.Word(MissingReason.NotApplicable), { Room: null } => Cells.Word(0), _ => Cells.Word(1) }),
        Spec.Date<FamilyReading>("day", "Day on which it begins", r => Cells.Day(r.Design.Today(Of(r).Plan.Start))),
        Spec.Count<FamilyReading>("start_hour", "Hour of the day in which it begins, from 0 to 23", r => Cells.Dense(LocalTimes.Local(r.Design.TimeZone, Of(r).Plan.Start).Hour)),
        Spec.Count<FamilyReading>("minutes", "Minutes that it is to take", r => Cells.Dense(Of(r).Plan.Minutes)),
        Spec.Count<FamilyReading>("travel", "Minutes of travel before it, and again after it", r => Cells.Dense(Of(r).Plan.Travel)),
        Spec.Key<FamilyReading>("interviewer", "Interviewer, by an opaque id", r => r.Pseudonym(Of(r).Plan.Interviewer)),
        Spec.Key<FamilyReading>("second", "Second person who comes along, by an opaque id", r => Of(r).Plan.Second is { } second ? r.Pseudonym(second) : MissingReason.NotApplicable),
        Spec.Count<FamilyReading>("moved", "Number of times that it was moved", r => Cells.Dense(Of(r).ProperMoves.Count())),
        Spec.Count<FamilyReading>("moved_by_family", "Of these, asked for by the family", r => Cells.Dense(Of(r).ProperMoves.Count(m => m.Asked == AskedBy.Family))),
        Spec.Words<FamilyReading>("cancelled_by", "Who wanted it cancelled", EnumWords<AskedBy>.All, r => Of(r).CancelledBy is { } by ? Cells.Word((int)by) : Cells.Word(MissingReason.NotApplicable)),
    ];

    private static Appointment Of(FamilyReading reading) => reading.Family.Appointments[reading.Place];
}
