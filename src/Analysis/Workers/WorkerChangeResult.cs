using System.Collections.Immutable;
using SosLongitudinal.Analysis.Results;
using SosLongitudinal.Analysis.Statistics;

namespace SosLongitudinal.Analysis.Workers;

/// <summary>What a change of social worker goes with, between two waves.</summary>
/// <param name="NotOver">Families interviewed at the first wave whose months of counting are not over; they are in no group.</param>
/// <param name="DiedOrIneligible">Left out of retention's base.</param>
public sealed record WorkerChangeResult(
    ResultStatus Status, string Before, string After, int Months, string Scale, string Form, int NotOver, int DiedOrIneligible, ImmutableArray<WorkerChangeGroup> Groups)
{
    public const string Exposure =
        "Changes are counted from the first interview over the same number of months for families kept and families lost. Who left and came back counts once. What is not known is a group of its own, never 'no change'.";

    public const string Assumption =
        "These are associations, not effects: long and difficult cases see more workers. The first interval takes families as independent of each other (Welch); the second takes sites as the independent units and compares within sites, with t on one less than the number of sites. With few sites neither is safe on its own.";

    public const string Pairs =
        "A score change is counted where the same respondent answered on the declared form at both waves. Pairs that mix respondents or forms are counted beside it and left out.";
}

/// <summary>One group of the families interviewed at the first wave.</summary>
/// <param name="Kept">Interviewed again, of those whose window has closed.</param>
/// <param name="Against">The group's mean change less that of the families without a change of worker; <c>null</c> for these, and where too few are paired.</param>
/// <param name="AgainstWithinSites">The same within sites, over the sites that have both.</param>
/// <param name="Sites">How many sites that is.</param>
public sealed record WorkerChangeGroup(
    string By, string Group, int Families, Rate Kept, int Paired, int MixedRespondent, int MixedForm, int NoPair, Moments ScoreBefore, Moments ScoreAfter, Moments Change,
    Difference? Against, Difference? AgainstWithinSites, int Sites, Moments Agreement, Rate KnowGoals, Rate KnowGoalsInPart);
