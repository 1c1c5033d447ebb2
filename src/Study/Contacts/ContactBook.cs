using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Contacts;

/// <summary>A family's contact details as folded: sealed also in memory, opened one member at a time when somebody may look.</summary>
public sealed record ContactBook
{
    public static readonly ContactBook Nothing = new();

    public ImmutableSortedDictionary<MemberId, byte[]> Details { get; init; } = ImmutableSortedDictionary<MemberId, byte[]>.Empty;

    public ImmutableSortedDictionary<MemberId, byte[]> Safety { get; init; } = ImmutableSortedDictionary<MemberId, byte[]>.Empty;

    /// <summary>By what another record of the same person would be known; none of members recorded before it was kept.</summary>
    public ImmutableSortedDictionary<MemberId, ImmutableArray<long>> Prints { get; init; } = ImmutableSortedDictionary<MemberId, ImmutableArray<long>>.Empty;

    /// <summary>Members who were erased and of whom nothing was recorded since.</summary>
    public ImmutableHashSet<MemberId> Gone { get; init; } = [];

    public IEnumerable<ContactStanding> Standing =>
        Details.Keys.Union(Safety.Keys).Order().Select(m => new ContactStanding(m, Details.ContainsKey(m), Safety.ContainsKey(m)));

    public ContactStanding Of(MemberId member) => new(member, Details.ContainsKey(member), Safety.ContainsKey(member));

    /// <summary>The keyed hashes of all members; of details from before they were kept, worked out from what is sealed.</summary>
    public ImmutableArray<long> PrintsBy(ContactSeal seal) =>
        [.. Details.SelectMany(d => Prints.GetValueOrDefault(d.Key, []) is { IsEmpty: false } kept ? kept : seal.Prints(seal.Read<ContactDetails>(d.Key, d.Value)))];

    public static ContactBook Fold(ContactBook book, Recorded<ContactFact> fact) => fact.Content switch
    {
        ContactFact.Recorded f => book with { Details = book.Details.SetItem(f.Member, f.Sealed), Prints = book.Prints.SetItem(f.Member, f.Prints ?? []), Gone = book.Gone.Remove(f.Member) },
        ContactFact.FlagsSet f => book with { Safety = book.Safety.SetItem(f.Member, f.Sealed), Gone = book.Gone.Remove(f.Member) },
        ContactFact.Erased f => book with { Details = book.Details.Remove(f.Member), Safety = book.Safety.Remove(f.Member), Prints = book.Prints.Remove(f.Member), Gone = book.Gone.Add(f.Member) },
        _ => book,
    };
}
