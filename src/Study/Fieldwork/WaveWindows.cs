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
        if (wave.After is null) return new(cohort.Starts, cohort.Starts, cohort.Ends);
        var target = AnchorDay(design, family, wave) is { } anchor ? anchor.AddMonths(wave.OffsetMonths) : cohort.Starts.AddMonths(wave.DesignMonths);
        return new(target.AddDays(-wave.OpensBefore), target, target.AddDays(wave.ClosesAfter));
    }

    /// <summary>The day that a follow-up wave is counted from; <c>null</c> where the family has none yet, and for a first wave.</summary>
    public static DateOnly? AnchorDay(StudyDesign design, FamilyState family, WaveDesign wave) => wave.After is not { } before ? null : wave.Anchor switch
    {
        WaveAnchor.Consent => family.ConsentedOn,
        WaveAnchor.Sampling => family.SampledOn,
        WaveAnchor.CaseEvent => FirstEvent(family, wave.AnchorEvent),
        _ => design.Wave(before) is { } earlier ? InterviewDay(design, family, earlier) : null,
    };

    /// <summary>Of an event of which only the month or year is known, its first day.</summary>
    private static DateOnly? FirstEvent(FamilyState family, CaseEventKind? kind)
    {
        DateOnly? first = null;
        foreach (var e in family.CaseEvents) if (e.Kind == kind && (first is null || e.On.Earliest < first)) first = e.On.Earliest;
        return first;
    }

    public static DateOnly? LastVisit(FamilyState family, WaveCode wave)
    {
        DateOnly? last = null;
        if (family.InterviewAt(wave) is { } interview)
            foreach (var visit in interview.Visits) if (last is null || visit.On > last) last = visit.On;
        return last;
    }

    /// <summary>
    /// The day that ages and membership are taken on for a wave's interview: its last visit, or where none is recorded its last interview form;
    /// <c>null</c> where nothing of the interview was done, a visit that came to nothing (it has a disposition and no form) included.
    /// </summary>
    public static DateOnly? InterviewDay(StudyDesign design, FamilyState family, WaveDesign wave)
    {
        var visit = LastVisit(family, wave.Code);
        if (visit is not null && family.DispositionOf(wave.Code, Track.Interview) is null) return visit;
        DateOnly? last = null;
        foreach (var form in family.Forms)
            if (form.Place.Wave == wave.Code && (last is null || form.CompletedOn > last) && IsOfInterview(design, wave, form.Place.Instrument)) last = form.CompletedOn;
        return last is null ? null : visit ?? last;
    }

    private static bool IsOfInterview(StudyDesign design, WaveDesign wave, InstrumentId instrument)
    {
        foreach (var rule in design.Schedule)
            if (rule.IsOfInterview && rule.IsAt(wave.Code) && (rule.Instrument == instrument || rule.FollowUp == instrument)) return true;
        return false;
    }
}
