using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Web.Api.Families;

namespace SosLongitudinal.Web.Api.Imports.Lists;

/// <summary>Families of a list that may be the same as one of the study, or as another of the list. Who says why they are not is believed.</summary>
internal sealed class ListDuplicates(DuplicateCheck duplicates, ListAsk ask)
{
    /// <summary>The first rows of those that must not be taken; each is at fault.</summary>
    public async Task<IReadOnlyCollection<int>> Of(IReadOnlyList<ListedFamily> families)
    {
        var (doubled, first) = (new HashSet<int>(), new Dictionary<string, ListedFamily>(StringComparer.Ordinal));
        var people = families.Where(f => f.NotSameBecause.Length == 0).SelectMany(f => f.People.Where(p => p.Contact is not null).Select(p => (Family: f, Person: p))).ToList();
        foreach (var (family, person) in people)
        {
            var same = PersonKeys.Of(person.Contact!).Select(key => first.TryAdd(key, family) ? family : first[key]).FirstOrDefault(f => f != family);
            if (same is null || doubled.Contains(family.Rows[0])) continue;
            ask.Fault(person.Row, ListRowRefusals.SameInFile(same.Rows[0]));
            doubled.Add(family.Rows[0]);
        }
        var found = await duplicates.Of(ask.Person, [.. people.Select(p => p.Person.Contact!)]);
        foreach (var ((family, person), why) in people.Zip(found))
        {
            if (why is null || doubled.Contains(family.Rows[0])) continue;
            ask.Fault(person.Row, why);
            doubled.Add(family.Rows[0]);
        }
        return doubled;
    }
}
