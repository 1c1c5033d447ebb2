using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Accounts;

/// <summary>How far the making of the first administrator has come. One record for the deployment, so that one of several first visitors wins.</summary>
[GenerateSerializer, Immutable, Alias("sos.set-up")]
public sealed record SetUp([property: Id(0)] AccountKey? Claimant, [property: Id(1)] DateTimeOffset ClaimedAt, [property: Id(2)] bool IsFinished)
{
    public static readonly SetUp Nothing = new(null, default, false);

    public static SetUp Fold(SetUp setUp, Recorded<SetUpFact> fact) => fact.Content switch
    {
        SetUpFact.Claimed f => new(f.Account, fact.Head.At, false),
        SetUpFact.Finished => setUp with { IsFinished = true },
        _ => setUp,
    };
}

[RecordKind("sos.set-up")]
[JsonDerivedType(typeof(Claimed), "set-up.claimed")]
[JsonDerivedType(typeof(Finished), "set-up.finished")]
public abstract record SetUpFact
{
    private SetUpFact() { }

    public sealed record Claimed(AccountKey Account) : SetUpFact;

    public sealed record Finished : SetUpFact;
}

public static class SetUpRules
{
    /// <summary>A claim whose claimant never came back lapses, so that a mistyped address does not lock the study for ever.</summary>
    public static readonly TimeSpan ClaimLapses = TimeSpan.FromMinutes(10);

    public static Decision<ImmutableArray<SetUpFact>> Claim(SetUp setUp, AccountKey account, Stamp stamp) =>
        setUp.IsFinished ? AccountRefusals.SetUpTaken
        : setUp.Claimant == account ? Facts.None<SetUpFact>()
        : setUp.Claimant is not null && stamp.At < setUp.ClaimedAt + ClaimLapses ? AccountRefusals.SetUpTaken
        : Facts.Of<SetUpFact>(new SetUpFact.Claimed(account));

    public static Decision<ImmutableArray<SetUpFact>> Finish(SetUp setUp) =>
        setUp.IsFinished ? Facts.None<SetUpFact>() : Facts.Of<SetUpFact>(new SetUpFact.Finished());
}
