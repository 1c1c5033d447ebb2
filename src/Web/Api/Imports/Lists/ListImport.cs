using System.Collections.Concurrent;
using SosLongitudinal.Exchange.Lists;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Families;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Imports.Lists;

/// <summary>
/// Takes in an authority's list: every row is asked about before the first is written. What is taken is known by the authority's own number at its site, so
/// that the same file again completes what was stopped and doubles nothing.
/// </summary>
public sealed class ListImport(IGrainFactory grains, FamilyRegisters registers, DuplicateCheck duplicates, StudyFrames frames, TimeProvider clock)
{
    private const int AtOnce = 256;

    /// <summary>After so many faults the store is taken to be down.</summary>
    private const int MostFaulted = 20;

    public async Task<Decision<ReadList>> Read(ListKind kind, Stream csv, CancellationToken cancellation)
    {
        if (!(await frames.Current()).Design.IsOpen) return StudyRefusals.NotOpen;
        return kind switch
        {
            ListKind.Families => (await ListFiles.Families(csv, cancellation)).Select(file => Of(file, ask => new FamilyList(grains, registers, duplicates, clock).Check(file, ask))),
            ListKind.Workers => (await ListFiles.Workers(csv, cancellation)).Select(file => Of(file, ask => Task.FromResult(new WorkerList(grains, clock).Check(file.Rows, ask)))),
            ListKind.Allocations => (await ListFiles.Allocations(csv, cancellation)).Select(file => Of(file, ask => new CaseList(grains, registers, clock).Allocations(file.Rows, ask))),
            _ => (await ListFiles.CaseEvents(csv, cancellation)).Select(file => Of(file, ask => new CaseList(grains, registers, clock).Events(file.Rows, ask))),
        };
    }

    /// <param name="tell">What is being done, how much of it is done, of how much.</param>
    public async Task<ImportReport> Run(ReadList list, ListWish wish, Person person, Action<string, int, int> tell, CancellationToken cancellation)
    {
        var faults = new ConcurrentBag<RowFault>(list.Faults);
        var items = await list.Check(new(person, await frames.Current(), faults, tell, cancellation));
        var (taken, already) = (items.Where(i => !i.IsThere).Sum(i => i.Rows.Length), items.Where(i => i.IsThere).Sum(i => i.Rows.Length));
        var outcome = wish.DryRun ? ImportOutcome.Checked : !faults.IsEmpty && !wish.AcceptGood ? ImportOutcome.Refused : ImportOutcome.Saved;
        if (outcome == ImportOutcome.Saved)
        {
            var (saved, completed, faulted) = await Write(items, faults, taken, tell, cancellation);
            if (faulted) outcome = ImportOutcome.Incomplete;
            (taken, already) = (saved, completed);
        }
        var ordered = faults.OrderBy(f => f.Row).ThenBy(f => f.Column, StringComparer.Ordinal).ToList();
        return new(outcome, list.RowCount, taken, already, list.RowCount - taken - already, [.. ordered.Take(ImportReport.MostFaults)]) { FaultCount = ordered.Count, ColumnsNotTaken = list.ColumnsNotTaken, Notes = list.Notes };
    }

    /// <summary>Many at once, since the store commits together what waits together.</summary>
    private static async Task<(int Saved, int There, bool Faulted)> Write(
        IReadOnlyCollection<ListItem> items, ConcurrentBag<RowFault> faults, int of, Action<string, int, int> tell, CancellationToken cancellation)
    {
        var (saved, there, faulted) = (0, items.Where(i => i.IsThere && i.Save is null).Sum(i => i.Rows.Length), 0);
        await Parallel.ForEachAsync(items.Where(i => i.Save is not null), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (item, _) =>
        {
            if (Volatile.Read(ref faulted) >= MostFaulted) return;
            try
            {
                if (await item.Save!() is { } why) faults.Add(new(item.Rows[0], null, null, why.Code, why.Sentence));
                else if (item.IsThere) Interlocked.Add(ref there, item.Rows.Length);
                else tell("Saving", Interlocked.Add(ref saved, item.Rows.Length), of);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Interlocked.Increment(ref faulted);
                var words = Fault.Of(fault, changes: true);
                faults.Add(new(item.Rows[0], null, null, words.Code, words.Sentence));
            }
        });
        return (saved, there, faulted > 0);
    }

    private static ReadList Of<TRow>(ListFile<TRow> file, Func<ListAsk, Task<IReadOnlyCollection<ListItem>>> check) => new(file.RowCount, file.Faults, file.ColumnsNotTaken, file.Notes, check);
}
