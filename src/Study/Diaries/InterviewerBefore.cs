using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries;

/// <summary>Who met the family at an earlier wave.</summary>
public sealed record InterviewerBefore(WaveDesign Wave, string Interviewer)
{
    /// <summary>The interviewer of the latest earlier wave at which somebody met the family; asked again, families stay.</summary>
    public static InterviewerBefore? Of(FamilyState family, StudyDesign design, WaveCode wave)
    {
        var number = design.Wave(wave)?.Number ?? int.MaxValue;
        foreach (var earlier in design.Waves.Where(w => w.Number < number).OrderByDescending(w => w.Number))
        {
            if (family.InterviewAt(earlier.Code) is { Interviewer.Length: > 0 } interview) return new(earlier, interview.Interviewer);
            if (family.Appointments.LastOrDefault(a => a.Plan.Wave == earlier.Code && a.State == AppointmentState.Completed) is { } met) return new(earlier, met.Plan.Interviewer);
        }
        return null;
    }
}
