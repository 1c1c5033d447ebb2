using System.Collections.Immutable;
using SosLongitudinal.Analysis.Results;
using SosLongitudinal.Analysis.Statistics;
using SosLongitudinal.Extracts.Reading;

namespace SosLongitudinal.Analysis.Attrition;

/// <summary>Who was lost between two waves. The unit is the family unless a part says otherwise.</summary>
public sealed record AttritionResult(
    ResultStatus Status,
    string Before,
    string After,
    ImmutableArray<FlowStep> Flow,
    ImmutableArray<LossReason> Losses,
    ImmutableArray<AttritionGroup> Groups,
    ImmutableArray<UnitCount> Units,
    AttritionRates Rates,
    ImmutableArray<ResponseStep> Steps,
    KeptAgainstLost Score,
    AttritionBenchmark? WorkerChangeBenchmark)
{
    public const string Unit = "family";

    public const string BaseNote = "Percentages are over families whose window has closed, without those who died or became ineligible. A child's removal, a move, a closed case or a change of worker is never counted as a loss.";

    public const string BenchmarkNote = "The boundary is made for randomised groups. Here it only describes how unequal the loss is between families whose worker changed and families whose worker stayed.";
}

/// <summary>One line of the flow: the lines of one <see cref="Parent"/> add up to it.</summary>
public sealed record FlowStep(string Code, string? Parent, string Label, int Families);

/// <summary>Families of the first wave lost at the second, by step and final disposition; only those whose window has closed are in the percentage.</summary>
public sealed record LossReason(LossGroup Group, string Label, int Families, Rate OfClosed);

/// <summary>
/// One group of the families interviewed at the first wave. All counts but <see cref="Kept"/>, <see cref="LostOfClosed"/> and <see cref="NoDisposition"/>'s rates are of all
/// of them; those are over closed windows.
/// </summary>
public sealed record AttritionGroup(
    string By, string Group, int InterviewedBefore, int Interviewed, int Lost, int NotYetDue, int InField, int DiedOrIneligible, int NotDue, int NoDisposition,
    Rate Kept, Rate LostOfClosed, Rate NoDispositionOfClosed);

/// <summary>The same question asked of another unit: how many were there at the first wave, how many of them again at the second, how many at the second only.</summary>
public sealed record UnitCount(string Unit, string Label, int Before, Rate Again, int AfterOnly);

/// <summary>Conditional: among those interviewed at the wave before. Cumulative: among all interviewed at the first wave, without deaths and ineligible.</summary>
public sealed record AttritionRates(Rate Conditional, Rate Cumulative);

/// <summary>Of those who passed the step before, how many passed this one; the product of all is the rate kept.</summary>
public sealed record ResponseStep(string Label, Rate Passed);

/// <summary>The first wave's score of those kept and those lost; the difference is lost less kept in units of the pooled spread.</summary>
public sealed record KeptAgainstLost(string Scale, Moments Kept, Moments Lost, double? StandardisedDifference, int KeptWithoutScore, int LostWithoutScore);
