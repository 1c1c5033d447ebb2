using Orleans;

namespace SosLongitudinal.Study.Kernel;

/// <summary>What a rule answers: the accepted value, or a refusal that says why and what to do.</summary>
[GenerateSerializer, Immutable, Alias("sos.decision`1")]
public abstract record Decision<T>
{
    private Decision() { }

    [GenerateSerializer, Immutable, Alias("sos.decision.accepted`1")]
    public sealed record Accepted([property: Id(0)] T Value) : Decision<T>;

    [GenerateSerializer, Immutable, Alias("sos.decision.refused`1")]
    public sealed record Refused([property: Id(0)] Refusal Why) : Decision<T>;

    public static implicit operator Decision<T>(T value) => new Accepted(value);
    public static implicit operator Decision<T>(Refusal why) => new Refused(why);

    public TResult Match<TResult>(Func<T, TResult> accepted, Func<Refusal, TResult> refused) => this switch
    {
        Accepted a => accepted(a.Value),
        Refused r => refused(r.Why),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Goes on with the accepted value; a refusal stays as it is.</summary>
    public Decision<TNext> Then<TNext>(Func<T, Decision<TNext>> next) => Match(next, why => why);

    public Decision<TNext> Select<TNext>(Func<T, TNext> map) => Match(value => (Decision<TNext>)map(value), why => why);
}
