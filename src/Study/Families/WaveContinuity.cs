using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>
/// Who held a family's case between one wave and the next: from the interview of the wave before, for the months that the design sets between the two, so that
/// families that were kept and families that were lost are measured over the same length.
/// </summary>
/// <param name="Continuity"><c>null</c> until the whole length has passed.</param>
public sealed record WaveContinuity(WaveCode Before, WaveCode Wave, DateOnly From, DateOnly To, Continuity? Continuity)
{
    /// <summary><c>null</c> where the wave follows none, or the one before has no interview to count from.</summary>
    public static WaveContinuity? Of(StudyFrame frame, FamilyState family, WaveDesign wave, DateOnly today) =>
        wave.After is { } before && frame.Design.Wave(before) is { } earlier && WaveWindows.InterviewDay(frame.Design, family, earlier) is { } from
            ? Of(frame, family, wave, from, today)
            : null;

    /// <summary>The same where the day of the interview before is known.</summary>
    public static WaveContinuity Of(StudyFrame frame, FamilyState family, WaveDesign wave, DateOnly from, DateOnly today)
    {
        var to = from.AddMonths(wave.OffsetMonths);
        return new(wave.After!.Value, wave.Code, from, to, today >= to ? Continuity.Between(family.WorkerSpells, from, to, frame.Worker) : null);
    }

    public static IEnumerable<WaveContinuity> Of(StudyFrame frame, FamilyState family, DateOnly today) =>
        frame.Design.Waves.Select(wave => Of(frame, family, wave, today)).OfType<WaveContinuity>();
}
