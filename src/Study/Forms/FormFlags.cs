using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Forms;

/// <summary>What stands out about a form. The child's age is the age on the form's own date, never the due date.</summary>
public static class FormFlags
{
    /// <summary>A boundary age and a date outside the window are noted; a wrong age form or a form not asked for needs a reason.</summary>
    public static bool NeedsReason(FormFlag flag) => flag is FormFlag.WrongAgeForm or FormFlag.NotInSchedule;

    public static ImmutableArray<FormFlag> Of(FamilyState family, StudyFrame frame, WaveDesign wave, InstrumentDefinition instrument, FormEntry entry)
    {
        var flags = ImmutableArray.CreateBuilder<FormFlag>();
        var subject = entry.Place.Subject.Member is { } id ? family.Member(id) : null;
        if (subject?.Birth is { } birth)
        {
            var (least, most) = birth.AgeOn(entry.CompletedOn);
            var (fitsLeast, fitsMost) = (Fits(frame, wave, instrument, least), Fits(frame, wave, instrument, most));
            if (!fitsLeast && !fitsMost) flags.Add(FormFlag.WrongAgeForm);
            else if (fitsLeast != fitsMost) flags.Add(FormFlag.BoundaryAge);
        }
        var isAsked = frame.Design.Schedule.Any(r => r.IsAt(wave.Code) && frame.Design.InstrumentAt(r, wave) == instrument.Id);
        var isStudied = subject is not { Role: MemberRole.Child } || family.IsStudyChild(frame.Design, subject);
        if (!isAsked || !isStudied) flags.Add(FormFlag.NotInSchedule);
        if (WaveWindows.Of(frame.Design, family, wave) is { } window && !window.Contains(entry.CompletedOn)) flags.Add(FormFlag.OutsideWindow);
        return flags.DrainToImmutable();
    }

    /// <summary>
    /// An age fits that the form is made for and at which the design asks for some age form of the measure: at exactly 4 both SDQ forms are valid, whichever
    /// of them is due.
    /// </summary>
    private static bool Fits(StudyFrame frame, WaveDesign wave, InstrumentDefinition instrument, int age)
    {
        if (instrument.Age is { } made && !made.Contains(age)) return false;
        var asked = frame.Design.Schedule.Where(r => r.IsAt(wave.Code) && IsOfTheMeasure(instrument, frame.Shelf.Find(r.Instrument))).ToList();
        return asked.Count == 0 || asked.Exists(r => (r.FromAge ?? age) <= age && age <= (r.ToAge ?? age));
    }

    private static bool IsOfTheMeasure(InstrumentDefinition instrument, InstrumentDefinition? asked) =>
        asked is not null && (asked.Id == instrument.Id || (asked.Group is { } group && group == instrument.Group && asked.Prefix == instrument.Prefix));
}
