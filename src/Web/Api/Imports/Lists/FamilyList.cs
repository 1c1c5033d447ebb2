using System.Collections.Immutable;
using SosLongitudinal.Exchange.Lists;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Families;
using SosLongitudinal.Web.Pages.Families.Contact;

namespace SosLongitudinal.Web.Api.Imports.Lists;

/// <summary>
/// Families of an authority: each is known by site and serial. One that is in the study already is left as it is; only contact details that are not recorded of
/// anybody yet are added to what an earlier run of the same list had left open.
/// </summary>
internal sealed class FamilyList(IGrainFactory grains, FamilyRegisters registers, DuplicateCheck duplicates, TimeProvider clock)
{
    private const int AtOnce = 128;

    public async Task<IReadOnlyCollection<ListItem>> Check(ListFile<PersonRow> file, ListAsk ask)
    {
        var workers = new WorkerFinder(ask.Frame);
        var incomplete = file.Faulty.GroupBy(r => (r.Site, r.Serial)).ToDictionary(g => g.Key, g => g.First().Row);
        var groups = new List<ListedFamily>();
        foreach (var rows in file.Rows.GroupBy(r => (r.Site, r.Serial)))
        {
            if (incomplete.TryGetValue(rows.Key, out var other)) ask.Fault(rows.First().Row, ListRowRefusals.OtherRowFaulty(other));
            else groups.Add(ListedFamily.Of([.. rows], workers, ask));
        }
        var known = await registers.BySerial(groups.Select(g => g.Serial).Distinct(), null);
        var there = groups.Where(g => known[g.Serial].Any(f => f.EnrolledAt == g.Site)).ToList();
        var fresh = groups.Where(g => !known[g.Serial].Any(f => f.EnrolledAt == g.Site)).Where(g => g.Enrolment is not null).ToList();

        var items = new List<ListItem>(groups.Count);
        var done = 0;
        foreach (var family in fresh)
        {
            if (family.Fault(ask, Stamp(family, ask)) is { } no) ask.Fault(no.Row, no.Why);
            else items.Add(new(family.Rows, IsThere: false, () => Save(family, ask)));
            if (++done % 1_000 == 0) ask.Tell("Checking", done, groups.Count);
        }
        var doubled = (await new ListDuplicates(duplicates, ask).Of(fresh)).ToHashSet();
        items.RemoveAll(i => doubled.Contains(i.Rows[0]));
        await Parallel.ForEachAsync(there, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ask.Cancellation }, async (family, _) =>
        {
            var id = known[family.Serial].First(f => f.EnrolledAt == family.Site).Family;
            var item = await There(family, id, ask);
            if (item is not null) lock (items) items.Add(item);
            ask.Tell("Checking", Interlocked.Increment(ref done), groups.Count);
        });
        return items;
    }

    private async Task<ListItem?> There(ListedFamily family, FamilyId id, ListAsk ask)
    {
        if (await grains.Family(id).Read() is not { } state || !ask.Person.MaySee(state.Site))
        {
            ask.Fault(family.Rows[0], FamilyRefusals.Unknown);
            return null;
        }
        if (!IsOfThisList(family, id, ask)) return new(family.Rows, IsThere: true, null);
        var contacts = family.Contacts(id);
        if (family.Members(id).FirstOrDefault(m => state.Member(m.Id) is null) is { Row: > 0 } missing)
        {
            ask.Fault(missing.Row, ListRowRefusals.MemberNotThere(id));
            return null;
        }
        var mayTake = !contacts.IsEmpty && state.Stage is >= Stage.AgreedToContact and < Stage.Ended;
        return new(family.Rows, IsThere: true, mayTake ? () => Record(family, state, ask) : null);
    }

    private bool IsOfThisList(ListedFamily family, FamilyId id, ListAsk ask) => Enumerable.Range(0, 4).Any(candidate => FamilyId.From(Stamp(family, ask).Operation.Text, candidate) == id);

    private async Task<Refusal?> Save(ListedFamily family, ListAsk ask)
    {
        var enrolled = await grains.Enrol(family.Enrolment!, Stamp(family, ask));
        if (enrolled is not Decision<FamilyState>.Accepted(var state)) return ((Decision<FamilyState>.Refused)enrolled).Why;
        return family.Contacts(state.Id).IsEmpty ? null : await Record(family, state, ask);
    }

    /// <summary>Of members who are still whom the list means.</summary>
    private async Task<Refusal?> Record(ListedFamily family, FamilyState state, ListAsk ask)
    {
        var contacts = family.Contacts(state.Id).Where(c => state.Member(c.Member) is { ErasedOn: null }).ToImmutableArray();
        if (contacts.IsEmpty) return null;
        var taken = await grains.Contact(state.Id).TakeIn(contacts, ask.Person.ContactViewer(), ask.Person.Stamp(OperationId.New(), clock)); // takes what is missing, whichever run it is
        return (taken as Decision<ImmutableArray<ContactStanding>>.Refused)?.Why;
    }

    private Stamp Stamp(ListedFamily family, ListAsk ask) =>
        ask.Person.Stamp(new OperationId("family-list").Derive($"{family.Site}\n{family.Serial}"), clock, family.NotSameBecause.Length == 0 ? null : family.NotSameBecause);
}
