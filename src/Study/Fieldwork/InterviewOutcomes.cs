using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork;

/// <summary>The design's rule: complete with every required interview form, part with any form or visit, else not started.</summary>
public static class InterviewOutcomes
{
    public static InterviewOutcome Of(StudyDesign design, FamilyState family, WaveCode code)
    {
        if (design.Wave(code) is not { } wave) return InterviewOutcome.NotStarted;
        var visited = family.InterviewAt(code) is { Visits.Length: > 0 };
        var any = false;
        var all = true;
        foreach (var rule in design.Schedule)
        {
            if (!rule.Required || (!rule.Waves.IsEmpty && !rule.Waves.Contains(code))) continue;
            foreach (var place in DuePlaces.Of(design, family, wave, rule, WaveWindows.LastVisit(family, code) ?? family.SampledOn))
            {
                if (HasForm(family, code, place)) any = true;
                else all = false;
            }
        }
        return any && all ? InterviewOutcome.Complete : any || visited ? InterviewOutcome.Part : InterviewOutcome.NotStarted;
    }

    /// <summary>The asked-for form of any respondent of the right kind stands in for the due one.</summary>
    private static bool HasForm(FamilyState family, WaveCode wave, DuePlace due)
    {
        foreach (var form in family.Forms)
            if (form.Place.Wave == wave && form.Place.Instrument == due.Instrument && form.Place.Subject == due.Subject) return true;
        return false;
    }
}
