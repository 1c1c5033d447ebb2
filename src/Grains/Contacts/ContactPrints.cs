using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Contacts;

/// <summary>
/// Finds families that may hold the same person, by keyed hashes of name, birth date and postcode. Nobody who reads the index learns a name from it without the
/// study's secret.
/// </summary>
public sealed class ContactPrints(StudySecret secret, IGrainFactory grains, RegisterOptions options, ILogger<ContactPrints> log)
{
    private const string Purpose = "contact.same-person";
    private Func<string, long>? known;

    /// <summary>The keyed hash of a text; 53 bits, which every JSON reader keeps.</summary>
    internal async ValueTask<Func<string, long>> Print()
    {
        if (known is { } print) return print;
        var numbers = await secret.Numbers(Purpose);
        return known = text => (long)(numbers(text) >> 11);
    }

    /// <summary>For each person, in order, the families that may hold the same one.</summary>
    public async Task<ImmutableArray<ImmutableArray<FamilyId>>> Find(IReadOnlyList<ContactDetails> people)
    {
        var print = await Print();
        var prints = people.Select(p => PersonKeys.Of(p).Select(print).ToImmutableArray()).ToList();
        var asked = prints.SelectMany(p => p).ToFrozenSet();
        if (asked.Count == 0) return [.. people.Select(_ => ImmutableArray<FamilyId>.Empty)];
        var found = await Task.WhenAll(Enumerable.Range(0, FamilyId.Shards).Select(shard => grains.GetGrain<IContactIndex>(shard).Find(new(asked))));
        var byPrint = found.SelectMany(f => f).ToLookup(m => m.Print, m => m.Family);
        return [.. prints.Select(p => p.SelectMany(one => byPrint[one]).Distinct().Order().ToImmutableArray())];
    }

    /// <summary>Tells the index of a commit, for a second at most; what is lost heals at the next reconcile.</summary>
    internal async Task Put(IndexedContacts contacts)
    {
        try
        {
            await grains.GetGrain<IContactIndex>(contacts.Family.Shard).Put(contacts).WaitAsync(options.PutWithin);
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "The contact index was not told of family {Family}; it heals at the next reconcile.", contacts.Family);
        }
    }
}
