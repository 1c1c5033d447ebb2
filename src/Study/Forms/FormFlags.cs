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
        var rule = frame.Design.Schedule.FirstOrDefault(r => (r.Waves.IsEmpty || r.Waves.Contains(wave.Code)) && frame.Design.InstrumentAt(r, wave) == instrument.Id);
        var ages = rule is { FromAge: { } from, ToAge: { } to } ? new AgeRange(from, to) : instrument.Age;
        if (ages is not null && entry.Place.Subject.Member is { } id && family.Member(id) is { Birth: { } birth })
        {
            var (least, most) = birth.AgeOn(entry.CompletedOn);
            if (!ages.Contains(least) && !ages.Contains(most)) flags.Add(FormFlag.WrongAgeForm);
            else if (ages.Contains(least) != ages.Contains(most)) flags.Add(FormFlag.BoundaryAge);
        }
        if (rule is null) flags.Add(FormFlag.NotInSchedule);
        if (WaveWindows.Of(frame.Design, family, wave) is { } window && !window.Contains(entry.CompletedOn)) flags.Add(FormFlag.OutsideWindow);
        return flags.DrainToImmutable();
    }
}
