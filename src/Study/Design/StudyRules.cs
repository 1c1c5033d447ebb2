using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Design;

/// <summary>Decisions about the study's own design. The shelf holds the instruments that a schedule may ask for: the library where none is given.</summary>
public static class StudyRules
{
    /// <summary>Opens an empty study from a template's design.</summary>
    public static Decision<ImmutableArray<StudyFact>> Open(StudyDesign now, StudyDesign template, InstrumentShelf? shelf = null)
    {
        if (now.IsOpen) return StudyRefusals.AlreadyOpen(now.Title);
        if (DesignCheck.Fault(template, shelf ?? InstrumentShelf.Library) is { } fault) return fault;
        return ImmutableArray.CreateRange<StudyFact>([
            new StudyFact.Opened(template.Title, template.Template, template.Synthetic, template.TimeZone),
            .. template.Bands.Select(b => new StudyFact.BandDeclared(b)),
            .. template.Cohorts.Select(c => new StudyFact.CohortDeclared(c)),
            .. template.Waves.Select(w => new StudyFact.WaveDeclared(w)),
            new StudyFact.ScheduleDeclared(template.Schedule),
            new StudyFact.ChildrenDeclared(template.Children, template.IndexChoice, template.YoungestChild, template.OldestChild),
            new StudyFact.FollowUpFormDeclared(template.FollowUpForm),
            .. template.DoubleEntry.Select(s => new StudyFact.DoubleEntryDeclared(s)),
            .. template.Protocol is { } protocol ? [new StudyFact.ContactProtocolDeclared(protocol)] : Enumerable.Empty<StudyFact>(),
            .. template.GroupTargets.Select(t => new StudyFact.GroupTargetSet(t)),
            .. template.Eligibility.IsEmpty ? Enumerable.Empty<StudyFact>() : [new StudyFact.EligibilityDeclared(template.Eligibility)]]);
    }

    public static Decision<ImmutableArray<StudyFact>> RequireSecondFactor(StudyDesign now, bool required) =>
        !now.IsOpen ? StudyRefusals.NotOpen
        : now.RequiresSecondFactor == required ? Facts.None<StudyFact>()
        : Facts.Of<StudyFact>(new StudyFact.SecondFactorDeclared(required));

    /// <summary>Declares a wave, or declares it anew. Its number must be free and the wave it follows must stand before it.</summary>
    public static Decision<ImmutableArray<StudyFact>> DeclareWave(StudyDesign now, WaveDesign wave, InstrumentShelf? shelf = null)
    {
        if (!now.IsOpen) return StudyRefusals.NotOpen;
        if (now.Wave(wave.Code) == wave) return Facts.None<StudyFact>();
        var then = now with { Waves = [.. now.Waves.Where(w => w.Code != wave.Code).Append(wave).OrderBy(w => w.Number)] };
        return DesignCheck.Fault(then, shelf ?? InstrumentShelf.Library) is { } fault ? fault : Facts.Of<StudyFact>(new StudyFact.WaveDeclared(wave));
    }
}
