using SosLongitudinal.Study.Families;

namespace SosLongitudinal.Extracts.Reading;

/// <summary>
/// A family's case between one wave and the next. Continuity is counted over the same length for everybody, from the interview of the wave before for the months
/// that the design sets between the two, so that families that were kept and families that were lost are measured alike.
/// </summary>
/// <param name="Over">Whether the whole length has passed; before that nothing is counted.</param>
/// <param name="EventsTo">Case events count until the next interview, or where there was none until the length is over.</param>
public sealed record Between(DateOnly From, DateOnly To, bool Over, Continuity? Continuity, DateOnly EventsTo)
{
    public static Between? Of(WaveReading wave)
    {
        if (wave.Before?.InterviewDay is not { } from) return null;
        var counted = WaveContinuity.Of(wave.Reading.Frame, wave.Family, wave.Design, from, wave.Reading.Context.Today);
        return new(from, counted.To, counted.Continuity is not null, counted.Continuity, wave.InterviewDay ?? counted.To);
    }

    /// <summary>How many events of a kind fell in between.</summary>
    public int Count(FamilyState family, CaseEventKind kind)
    {
        var count = 0;
        foreach (var happened in family.CaseEvents)
            if (happened.Kind == kind && happened.On.Latest > From && happened.On.Earliest <= EventsTo) count++;
        return count;
    }
}
