using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Design;

/// <summary>Decisions about closing a wave to changes, and opening it again.</summary>
public static class FreezeRules
{
    public static Decision<ImmutableArray<StudyFact>> Freeze(StudyDesign now, WaveCode wave, Stamp stamp) =>
        !now.IsOpen ? StudyRefusals.NotOpen
        : now.Wave(wave) is null ? StudyRefusals.UnknownWave(wave)
        : now.FreezeOf(wave) is not null ? Facts.None<StudyFact>()
        : string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("reason")
        : Facts.Of<StudyFact>(new StudyFact.WaveFrozen(wave));

    public static Decision<ImmutableArray<StudyFact>> Thaw(StudyDesign now, WaveCode wave, Stamp stamp) =>
        !now.IsOpen ? StudyRefusals.NotOpen
        : now.Wave(wave) is null ? StudyRefusals.UnknownWave(wave)
        : now.FreezeOf(wave) is null ? Facts.None<StudyFact>()
        : string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("reason")
        : Facts.Of<StudyFact>(new StudyFact.WaveThawed(wave));
}
