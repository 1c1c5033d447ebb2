using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork;

/// <summary>When a wave is in the field for a family. The one function that decides it.</summary>
public static class WaveWindows
{
    /// <summary><c>null</c> where the family's cohort is not in the design.</summary>
    public static Window? Of(StudyDesign design, FamilyState family, WaveDesign wave)
    {
        if (design.Cohort(family.Cohort) is not { } cohort) return null;
        if (wave.After is not { } before) return new(cohort.Starts, cohort.Starts, cohort.Ends);
        var target = LastVisit(family, before) is { } visit && InterviewOutcomes.Of(design, family, before) != InterviewOutcome.NotStarted
            ? visit.AddMonths(wave.OffsetMonths)
            : cohort.Starts.AddMonths(wave.DesignMonths);
        return new(target.AddDays(-wave.OpensBefore), target, target.AddDays(wave.ClosesAfter));
    }

    public static DateOnly? LastVisit(FamilyState family, WaveCode wave) =>
        family.InterviewAt(wave) is { Visits: { Length: > 0 } visits } ? visits.Max(v => v.On) : null;
}
