using System.Text.Json.Serialization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Safeguarding;

/// <summary>What can happen to the disclosures of one family. What was said, about whom, and who was told are sealed; days, and who looked, are not.</summary>
[RecordKind("sos.safeguarding")]
[JsonDerivedType(typeof(Heard), "disclosure.heard")]
[JsonDerivedType(typeof(PassedOn), "disclosure.passed-on")]
[JsonDerivedType(typeof(FollowedUp), "disclosure.followed-up")]
[JsonDerivedType(typeof(Looked), "disclosure.read")]
public abstract record SafeguardingFact
{
    private SafeguardingFact() { }

    public sealed record Heard(int Number, DateOnly On, byte[] Sealed) : SafeguardingFact;
    public sealed record PassedOn(int Number, DateOnly On, byte[] Sealed) : SafeguardingFact;
    public sealed record FollowedUp(int Number, byte[] Sealed) : SafeguardingFact;

    /// <summary>Somebody read it.</summary>
    public sealed record Looked(int Number) : SafeguardingFact;
}
