using System.Collections.Frozen;
using System.Collections.Immutable;
using Orleans.Concurrency;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Contacts;

/// <summary>Which families of one shard hold contact details under a keyed hash. Owns nothing: the contact ledgers are the truth.</summary>
[GrainInterfaceType("sos.contact-index")]
public interface IContactIndex : IGrainWithIntegerKey
{
    /// <summary>Tells of a commit; the longer ledger wins.</summary>
    [Alias("put"), AlwaysInterleave] // in memory only, and taken also while the shard loads
    Task Put(IndexedContacts contacts);

    /// <summary>Every family that carries one of the hashes. Waits while the shard loads.</summary>
    [Alias("find"), ReadOnly] Task<ImmutableArray<PrintMatch>> Find(Immutable<FrozenSet<long>> prints);
}

/// <summary>The keyed hashes of one family's contact details.</summary>
/// <param name="Length">Of the contact ledger.</param>
/// <param name="Version">Of its record in the store.</param>
[GenerateSerializer, Immutable, Alias("sos.indexed-contacts")]
public sealed record IndexedContacts([property: Id(0)] FamilyId Family, [property: Id(1)] int Length, [property: Id(2)] string Version, [property: Id(3)] ImmutableArray<long> Prints);

/// <summary>A family that carries a hash.</summary>
[GenerateSerializer, Immutable, Alias("sos.print-match")]
public readonly record struct PrintMatch([property: Id(0)] long Print, [property: Id(1)] FamilyId Family);
