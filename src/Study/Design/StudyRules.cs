using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Design;

/// <summary>Decisions about the study's own design.</summary>
public static class StudyRules
{
    /// <summary>Opens an empty study from a template's design.</summary>
    public static Decision<ImmutableArray<StudyFact>> Open(StudyDesign now, StudyDesign template)
    {
        if (now.IsOpen) return StudyRefusals.AlreadyOpen(now.Title);
        if (Fault(template) is { } fault) return fault;
        return ImmutableArray.CreateRange<StudyFact>([
            new StudyFact.Opened(template.Title, template.Template, template.Synthetic, template.TimeZone),
            .. template.Bands.Select(b => new StudyFact.BandDeclared(b)),
            .. template.Cohorts.Select(c => new StudyFact.CohortDeclared(c)),
            .. template.Waves.Select(w => new StudyFact.WaveDeclared(w)),
            new StudyFact.ScheduleDeclared(template.Schedule),
            new StudyFact.ChildrenDeclared(template.Children, template.IndexChoice, template.YoungestChild, template.OldestChild),
            new StudyFact.FollowUpFormDeclared(template.FollowUpForm)]);
    }

    /// <summary>Declares a wave, or declares it anew. Its number must be free and the wave it follows must stand before it.</summary>
    public static Decision<ImmutableArray<StudyFact>> DeclareWave(StudyDesign now, WaveDesign wave)
    {
        if (now.Wave(wave.Code) == wave) return Facts.None<StudyFact>();
        var then = now with { Waves = [.. now.Waves.Where(w => w.Code != wave.Code).Append(wave).OrderBy(w => w.Number)] };
        return Fault(then) is { } fault ? fault : Facts.Of<StudyFact>(new StudyFact.WaveDeclared(wave));
    }

    private static Refusal? Fault(StudyDesign design)
    {
        foreach (var wave in design.Waves)
        {
            if (design.Waves.Any(w => w.Code != wave.Code && w.Number == wave.Number)) return StudyRefusals.NumberTaken(wave.Number);
            if (wave.Number < 1) return StudyRefusals.WaveNumber;
            if (wave.OpensBefore is < 0 or > 366 || wave.ClosesAfter is < 0 or > 732) return StudyRefusals.WindowTooLong;
            if (wave.After is not { } after) continue;
            if (design.Wave(after) is not { } before || before.Number >= wave.Number) return StudyRefusals.AnchorNotBefore(wave.Code, after);
            if (wave.OffsetMonths is < 1 or > 240 || wave.DesignMonths is < 1 or > 240) return StudyRefusals.Offset;
        }
        return null;
    }
}

public static class StudyRefusals
{
    public static readonly Refusal NotOpen = new("study.not-open", "The study has no design yet. An administrator opens it from a template first.", RefusalKind.Conflict);
    public static readonly Refusal WaveNumber = new("study.wave-number", "Number the waves 1, 2, 3 and so on.");
    public static readonly Refusal Offset = new("study.offset", "Give an offset of 1 to 240 months from the wave before and from the cohort's start.");
    public static readonly Refusal WindowTooLong = new("study.window", "A window opens at most 366 days before its target and closes at most 732 days after it.");
    public static Refusal AlreadyOpen(string title) => new("study.already-open", $"This deployment already runs '{title}'. One deployment runs one study.", RefusalKind.Conflict);
    public static Refusal NumberTaken(int number) => new("study.number-taken", $"Another wave already has number {number}.", RefusalKind.Conflict);
    public static Refusal AnchorNotBefore(WaveCode wave, WaveCode after) => new("study.anchor", $"Wave {wave} follows {after}, which is not a wave before it.");
    public static Refusal UnknownWave(WaveCode wave) => new("study.unknown-wave", $"The study has no wave '{wave}'.", RefusalKind.NotFound);
    public static Refusal UnknownCohort(CohortCode cohort) => new("study.unknown-cohort", $"The study has no cohort '{cohort}'.");
}
