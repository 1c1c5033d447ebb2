using Orleans;

namespace SosLongitudinal.Study.Groups;

/// <summary>One step of a transcript, forwards or back.</summary>
/// <param name="On">The day on which it was done.</param>
/// <param name="Who">Who did it: a role, a firm or initials as the study has them; not the account that noted it.</param>
/// <param name="By">The account that noted it.</param>
/// <param name="Why">The reason of a step back.</param>
[GenerateSerializer, Immutable, Alias("sos.transcript-note")]
public sealed record TranscriptNote(
    [property: Id(0)] TranscriptStep Step, [property: Id(1)] DateOnly On, [property: Id(2)] string Who, [property: Id(3)] string By, [property: Id(4)] DateTimeOffset At, [property: Id(5)] string? Why = null)
{
    [Id(6)] public bool IsBack { get; init; }

    /// <summary>What it was made from, at the step that received it.</summary>
    [Id(7)] public TranscriptSource? Source { get; init; }
}
