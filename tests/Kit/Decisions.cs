using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Kit;

/// <summary>What a test expects of a decision; the other answer fails it with the refusal's own words.</summary>
public static class Decisions
{
    public static T Accepted<T>(this Decision<T> decision) => decision.Match(value => value, why => throw new UnexpectedDecisionException($"Refused: {why.Code}: {why.Sentence}"));

    public static Refusal Refused<T>(this Decision<T> decision) => decision.Match(value => throw new UnexpectedDecisionException($"Accepted: {value}"), why => why);
}

public sealed class UnexpectedDecisionException(string message) : Exception(message);
