using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SosLongitudinal.Exchange.Lists;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Imports.Lists;

/// <summary>What happened in families' cases: who held them, and events. The same row about the same family is the same act.</summary>
internal sealed class CaseList(IGrainFactory grains, FamilyRegisters registers, TimeProvider clock)
{
    private const int AtOnce = 128;

    public Task<IReadOnlyCollection<ListItem>> Allocations(ImmutableArray<AllocationRow> rows, ListAsk ask)
    {
        var workers = new WorkerFinder(ask.Frame);
        return Check(rows, r => r.Row, r => r.Family, ask, (row, family) =>
        {
            var holder = row.Holder is { } said ? said : workers.Find(row.Worker, family.Site).Select(id => (CaseHolder)new CaseHolder.Named(id));
            return holder.Select(h => (IntakeStep)new IntakeStep.Allocation(
                Stamp(ask, family, $"{h.Kind}\n{h.Person}\n{(h as CaseHolder.Team)?.Label}\n{row.From}\n{row.KnownTo:O}\n{row.Source}", row.Reason), h, row.From, row.Source, row.KnownTo));
        });
    }

    public Task<IReadOnlyCollection<ListItem>> Events(ImmutableArray<CaseEventRow> rows, ListAsk ask) => Check(rows, r => r.Row, r => r.Family, ask, (row, family) =>
    {
        if (!Child(family, row.Child, out var child)) return ListRowRefusals.UnknownChild.At("child");
        return new IntakeStep.Event(Stamp(ask, family, $"{row.Event}\n{row.On}\n{child}\n{row.Source}", ""), new(row.Event, row.On, child, row.Source));
    });

    /// <summary>Looks up whom each row is about and asks each family about all of its rows, the earliest row first.</summary>
    private async Task<IReadOnlyCollection<ListItem>> Check<TRow>(
        ImmutableArray<TRow> rows, Func<TRow, int> number, Func<TRow, WhichFamily> which, ListAsk ask, Func<TRow, FamilyState, Decision<IntakeStep>> read)
    {
        var finder = new FamilyFinder(await registers.BySerial(rows.Select(r => which(r).Serial).Where(s => s.Length > 0).Distinct(), ask.Person.Scope()));
        var families = new Dictionary<FamilyId, List<TRow>>();
        foreach (var row in rows)
        {
            var (id, serial, site) = (which(row).Id, which(row).Serial, which(row).Site);
            if (finder.Find(id, serial, site) is Decision<FamilyId>.Accepted(var family)) (families.TryGetValue(family, out var of) ? of : families[family] = []).Add(row);
            else ask.Fault(number(row), ((Decision<FamilyId>.Refused)finder.Find(id, serial, site)).Why);
        }
        var (items, done) = (new ConcurrentBag<ListItem>(), 0);
        await Parallel.ForEachAsync(families, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ask.Cancellation }, async (entry, _) =>
        {
            if (await grains.Family(entry.Key).Read() is not { } family || !ask.Person.MaySee(family.Site))
                foreach (var row in entry.Value) ask.Fault(number(row), FamilyRefusals.Unknown);
            else
                foreach (var item in await Check(entry.Value, number, family, ask, read)) items.Add(item);
            ask.Tell("Checking", Interlocked.Add(ref done, entry.Value.Count), rows.Length);
        });
        return items;
    }

    private async Task<List<ListItem>> Check<TRow>(List<TRow> rows, Func<TRow, int> number, FamilyState family, ListAsk ask, Func<TRow, FamilyState, Decision<IntakeStep>> read)
    {
        var (steps, there) = (new List<(int Row, IntakeStep Step)>(rows.Count), ImmutableArray.CreateBuilder<int>());
        foreach (var row in rows)
        {
            if (read(row, family) is not Decision<IntakeStep>.Accepted(var step)) ask.Fault(number(row), ((Decision<IntakeStep>.Refused)read(row, family)).Why);
            else if (steps.Exists(s => s.Step.Stamp.Operation == step.Stamp.Operation)) there.Add(number(row));
            else steps.Add((number(row), step));
        }
        var checks = steps.Count == 0 ? [] : await grains.Intake(family.Id).CheckSteps([.. steps.Select(s => s.Step)]);
        var fresh = new List<(int Row, IntakeStep Step)>();
        foreach (var ((row, step), check) in steps.Zip(checks))
        {
            if (check.Why is { } why) ask.Fault(row, why);
            else if (check.IsThere) there.Add(row);
            else fresh.Add((row, step));
        }
        var items = new List<ListItem>();
        if (there.Count > 0) items.Add(new(there.ToImmutable(), IsThere: true, null));
        if (fresh.Count > 0) items.Add(new([.. fresh.Select(f => f.Row)], IsThere: false, () => Save(family.Id, fresh)));
        return items;
    }

    /// <summary>One after the other: each was asked of the family as the ones before it leave it.</summary>
    private async Task<Refusal?> Save(FamilyId family, List<(int Row, IntakeStep Step)> steps)
    {
        foreach (var (_, step) in steps)
            if (await step.Take(grains.Case(family)) is Decision<FamilyState>.Refused(var why)) return why;
        return null;
    }

    private Stamp Stamp(ListAsk ask, FamilyState family, string content, string why) =>
        ask.Person.Stamp(new($"list-{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{family.Id}\n{content}\n{why}")))}"), clock, why.Length == 0 ? null : why);

    private static bool Child(FamilyState family, string text, out MemberId? child)
    {
        child = null;
        if (text.Length == 0) return true;
        var found = MemberId.TryParse(text, null, out var id) ? family.Member(id) : family.Members.FirstOrDefault(m => m.Id.ToString()[8..^1].Equals(text, StringComparison.OrdinalIgnoreCase));
        child = found?.Id;
        return found is { Role: MemberRole.Child };
    }
}
