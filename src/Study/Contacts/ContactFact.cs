using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Contacts;

/// <summary>Why somebody looks at contact details.</summary>
public enum ContactPurpose { ArrangeInterview = 0, Visit = 1, Trace = 2, Correct = 3, SafetyCheck = 4 }

/// <summary>What can happen to a family's contact details. Whatever says how a member is reached is sealed; who looked is not.</summary>
[RecordKind("sos.contact")]
[JsonDerivedType(typeof(Recorded), "contact.recorded")]
[JsonDerivedType(typeof(FlagsSet), "contact.flags-set")]
[JsonDerivedType(typeof(Viewed), "contact.viewed")]
[JsonDerivedType(typeof(Erased), "contact.erased")]
public abstract record ContactFact
{
    private ContactFact() { }

    /// <param name="Prints">Keyed hashes of what the details have in common with another record of the same person; none in older facts.</param>
    public sealed record Recorded(MemberId Member, byte[] Sealed, ImmutableArray<long>? Prints = null) : ContactFact;

    public sealed record FlagsSet(MemberId Member, byte[] Sealed) : ContactFact;
    public sealed record Viewed(MemberId Member, ContactPurpose Purpose) : ContactFact;

    /// <summary>All that was sealed about the member before this fact lost its content in the same write.</summary>
    public sealed record Erased(MemberId Member) : ContactFact;
}
