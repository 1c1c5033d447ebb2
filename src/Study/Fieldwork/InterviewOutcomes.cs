using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork;

/// <summary>The design's rule: complete with every required interview form, part with any form or visit, else not started.</summary>
public static class InterviewOutcomes
{
    public static InterviewOutcome Of(StudyFrame frame, FamilyState family, WaveCode code)
    {
        var design = frame.Design;
        if (design.Wave(code) is not { } wave) return InterviewOutcome.NotStarted;
        if (WaveWindows.InterviewDay(design, family, wave) is not { } day) return InterviewOutcome.NotStarted;
        var due = new List<DuePlace>(4);
        foreach (var rule in design.Schedule)
            if (rule is { Required: true, IsOfInterview: true } && rule.IsAt(code)) DuePlaces.AddTo(due, design, family, wave, rule, day);
        foreach (var place in due)
            if (FilledPlaces.FormIn(frame, family, code, place) is null && FilledPlaces.MayBeAskedFor(frame, family, code, place, day)) return InterviewOutcome.Part;
        return due.Count > 0 ? InterviewOutcome.Complete : InterviewOutcome.Part;
    }
}
