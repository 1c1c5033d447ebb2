using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;

namespace SosLongitudinal.Grains.Families;

/// <summary>Forms that come as a file: first all are asked about, then each is entered as any other.</summary>
[GrainInterfaceType("sos.family-intake")]
public interface IFamilyIntake : IGrainWithStringKey
{
    /// <summary>
    /// Whether these forms could be entered now, each asked of the family as the ones before it would leave it. One answer for each, in order; nothing is
    /// written. What it promises holds until the next command on the family.
    /// </summary>
    [Alias("check")] Task<ImmutableArray<IntakeCheck>> Check(ImmutableArray<IntakeForm> forms);

    /// <summary>The same of allocations and case events; what would change nothing is there.</summary>
    [Alias("check-steps")] Task<ImmutableArray<IntakeCheck>> CheckSteps(ImmutableArray<IntakeStep> steps);

    /// <summary>Which of these operations were done before, in order.</summary>
    [Alias("known")] Task<ImmutableArray<bool>> Known(ImmutableArray<OperationId> operations);
}

/// <summary>A form under the operation that would enter it.</summary>
[GenerateSerializer, Immutable, Alias("sos.intake-form")]
public sealed record IntakeForm([property: Id(0)] FormEntry Entry, [property: Id(1)] Stamp Stamp);

/// <param name="IsThere">The operation was done before: this very form was taken in.</param>
/// <param name="Why">Why it would be refused; absent where it would be taken.</param>
[GenerateSerializer, Immutable, Alias("sos.intake-check")]
public sealed record IntakeCheck([property: Id(0)] bool IsThere, [property: Id(1)] Refusal? Why = null)
{
    /// <summary>What quality rules find at its place once all are entered; the form is taken all the same.</summary>
    [Id(2)] public ImmutableArray<QualityHit> Warnings { get; init; } = [];
}
