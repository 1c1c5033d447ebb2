using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>What became of a family at a wave: as fieldwork sees its tracks, and as attrition counts it.</summary>
internal static class StateColumns
{
    public static IReadOnlyList<ColumnSpec<WaveReading>> Of { get; } =
    [
        State(Track.Interview, "interview_state", "Interview"),
        State(Track.Teacher, "teacher_state", "Teacher's forms"),
        State(Track.CaseRecord, "case_record_state", "Case record"),
        Spec.Words<WaveReading>("fate", "What became of the family at the wave, as attrition counts it", EnumWords<Fate>.All, w => Cells.Word((int)w.Fate.Fate)),
        Spec.Words<WaveReading>("loss_group", "At which step it was lost", EnumWords<LossGroup>.All, w => w.Fate.Group is { } group ? Cells.Word((int)group) : Cells.Word(MissingReason.NotApplicable)),
        Spec.Text<WaveReading>("disposition", "Final disposition of the interview", w => Disposition(w)?.Code ?? (TextCell)MissingReason.NotApplicable),
        Spec.Text<WaveReading>("disposition_label", "Final disposition in words", w => w.Fate.Label ?? Label(w) ?? (TextCell)MissingReason.NotApplicable),
        Spec.Date<WaveReading>("window_opens", "Window opens", w => Cells.Day(w.Window?.Opens, MissingReason.NotApplicable)),
        Spec.Date<WaveReading>("window_closes", "Window's last day", w => Cells.Day(w.Window?.Closes, MissingReason.NotApplicable)),
        Spec.YesNo<WaveReading>("window_closed", "The window is over", w => Cells.Dense(w.WindowClosed)),
    ];

    private static ColumnSpec<WaveReading> State(Track track, string name, string label) =>
        Spec.Words<WaveReading>(name, $"{label}: where it stands", EnumWords<DueState>.All, w =>
            Cells.Word((int)DueList.Of(w.Reading.Frame, w.Family, w.Design, track, w.Reading.Context.Today).State));

    private static Disposition? Disposition(WaveReading wave) => wave.Family.DispositionOf(wave.Design.Code, Track.Interview);

    private static string? Label(WaveReading wave) => Disposition(wave) is { } said ? Dispositions.Find(said.Code)?.Label : null;
}
