using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Contacts;

/// <summary>One shard's hashes in memory, from hash to families.</summary>
internal sealed class ContactIndexShard
{
    private readonly Dictionary<FamilyId, IndexedContacts> families = [];
    private readonly Dictionary<long, ImmutableArray<FamilyId>> byPrint = [];

    public string? VersionOf(FamilyId family) => families.GetValueOrDefault(family)?.Version;

    public IEnumerable<FamilyId> Ids => families.Keys;

    public void Put(IndexedContacts contacts)
    {
        if (families.TryGetValue(contacts.Family, out var held) && held.Length > contacts.Length) return;
        Remove(contacts.Family);
        families[contacts.Family] = contacts;
        foreach (var print in contacts.Prints.Distinct()) byPrint[print] = byPrint.GetValueOrDefault(print, []).Add(contacts.Family);
    }

    public void Remove(FamilyId family)
    {
        if (!families.Remove(family, out var held)) return;
        foreach (var print in held.Prints.Distinct())
        {
            if (byPrint.GetValueOrDefault(print, []).Remove(family) is { IsEmpty: false } left) byPrint[print] = left;
            else byPrint.Remove(print);
        }
    }

    public IEnumerable<PrintMatch> Find(IEnumerable<long> prints) =>
        from print in prints where byPrint.ContainsKey(print) from family in byPrint[print] select new PrintMatch(print, family);
}
