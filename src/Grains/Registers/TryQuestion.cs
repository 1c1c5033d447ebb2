using System.Collections.Immutable;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>Which families to try. Empty parts do not narrow; <see cref="Scope"/> is what the asking person may see (<c>null</c>: all sites) and always applies.</summary>
[GenerateSerializer, Immutable, Alias("sos.try-question")]
public sealed record TryQuestion([property: Id(0)] TryState State)
{
    [Id(1)] public ImmutableArray<SiteCode>? Scope { get; init; }
    [Id(2)] public SiteCode? Site { get; init; }
    [Id(3)] public WaveCode? Wave { get; init; }
    /// <summary>Who is assigned to the wave.</summary>
    [Id(4)] public string? Interviewer { get; init; }
    [Id(5)] public WorkCursor? After { get; init; }
    [Id(6)] public int Take { get; init; } = 50;
}

/// <summary>One wave of one family that is to be tried, or given up.</summary>
/// <param name="Most">Of how many attempts; <c>null</c> where no protocol is declared.</param>
/// <param name="Untried">Codes of the protocol's times at which nobody has tried.</param>
/// <param name="Outcome">What the last attempt came to; <c>null</c> where there was none.</param>
[GenerateSerializer, Immutable, Alias("sos.try-row")]
public sealed record TryRow(
    [property: Id(0)] FamilyId Family, [property: Id(1)] SiteCode Site, [property: Id(2)] WaveCode Wave, [property: Id(3)] TryState State, [property: Id(4)] DueState Due, [property: Id(5)] DateOnly Closes,
    [property: Id(6)] string Interviewer, [property: Id(7)] int Made, [property: Id(8)] int? Most, [property: Id(9)] DateOnly? On, [property: Id(10)] NextStep Next,
    [property: Id(11)] ImmutableArray<string> Untried, [property: Id(12)] string? Outcome, [property: Id(13)] DateTimeOffset? LastAt)
{
    /// <summary>Whether two people are to go wherever the family is met in person.</summary>
    [Id(14)] public bool NeedsTwo { get; init; }

    /// <summary>By the day of the next step; what is to be given up, by the day its window closes.</summary>
    public WorkCursor Cursor => new(new(((State == TryState.Dispose ? null : On) ?? Closes).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), Family, Wave.Text);
}

[GenerateSerializer, Immutable, Alias("sos.try-page")]
public sealed record TryPage([property: Id(0)] ImmutableArray<TryRow> Rows, [property: Id(1)] int Total, [property: Id(2)] WorkCursor? Next);
