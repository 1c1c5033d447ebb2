using System.Collections.Concurrent;
using System.Collections.Immutable;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Imports;

/// <summary>What is wished of an import.</summary>
/// <param name="DryRun">Only ask.</param>
/// <param name="AcceptGood">Take the rows that can be taken although others are at fault.</param>
public sealed record ImportWish(WaveCode Wave, bool DryRun, bool AcceptGood);

/// <summary>
/// Takes in a file of responses: every row is asked about before the first is written, then each is entered as any other form, under an operation id that
/// follows from its place and content. "All or nothing" holds for what can be decided: a store that fails midway leaves what was saved until then, and the
/// same file again completes it.
/// </summary>
public sealed class ResponseImport(IGrainFactory grains, FamilyRegisters registers, StudyFrames frames, BlindEntry blind, TimeProvider clock)
{
    private const int AtOnce = 128;

    /// <param name="tell">What is being done, how much of it is done, of how much.</param>
    public async Task<ImportReport> Run(ResponseFile file, ImportWish wish, Person person, Action<string, int, int> tell, CancellationToken cancellation)
    {
        var faults = new ConcurrentBag<RowFault>(file.Faults);
        var ready = await Check(file, wish, person, faults, tell, cancellation);
        var (fresh, already) = (ready.SelectMany(f => f.Forms).Count(f => !f.IsThere), ready.Sum(f => f.Already) + ready.SelectMany(f => f.Forms).Count(f => f.IsThere));
        var outcome = wish.DryRun ? ImportOutcome.Checked : !faults.IsEmpty && !wish.AcceptGood ? ImportOutcome.Refused : ImportOutcome.Saved;
        IReadOnlyCollection<ReadyForm> refused = [];
        if (outcome == ImportOutcome.Saved && fresh > 0)
        {
            var lost = await new ResponseWriter(grains).Write(ready, fresh, faults, done => tell("Saving", done, fresh), cancellation);
            if (lost.Faulted > 0) outcome = ImportOutcome.Incomplete;
            refused = lost.Refused;
            fresh -= lost.Faulted + refused.Count;
        }
        var warnings = await RowWarnings.Of(ready, blind, person, outcome == ImportOutcome.Saved, refused);
        return Report(file, outcome, fresh, already, faults) with { Warnings = ImportWarnings.Of(warnings, (await frames.Current()).Design) };
    }

    /// <summary>Every fault of the rows that are not in the study and cannot be taken, however many.</summary>
    public async Task<IReadOnlyCollection<RowFault>> Faults(ResponseFile file, WaveCode wave, Person person, CancellationToken cancellation)
    {
        var faults = new ConcurrentBag<RowFault>(file.Faults);
        await Check(file, new(wave, DryRun: true, AcceptGood: false), person, faults, (_, _, _) => { }, cancellation);
        return faults;
    }

    /// <summary>All that quality rules find in the rows that can be taken or are in the study already, however much.</summary>
    public async Task<IReadOnlyList<RowWarning>> Warnings(ResponseFile file, WaveCode wave, Person person, CancellationToken cancellation) =>
        await RowWarnings.Of(await Check(file, new(wave, DryRun: true, AcceptGood: false), person, [], (_, _, _) => { }, cancellation), blind, person);

    /// <summary>Looks up whom each row is about and asks each family about all of its rows.</summary>
    private async Task<IReadOnlyCollection<FamilyRows>> Check(ResponseFile file, ImportWish wish, Person person, ConcurrentBag<RowFault> faults, Action<string, int, int> tell, CancellationToken cancellation)
    {
        var finder = new FamilyFinder(await registers.BySerial(file.Rows.Select(r => r.Serial).Where(s => s.Length > 0).Distinct(), person.Scope()));
        var families = new Dictionary<FamilyId, List<ResponseRow>>();
        foreach (var row in file.Rows)
        {
            switch (finder.Find(row))
            {
                case Decision<FamilyId>.Refused(var why): faults.Add(ResponseRowFaults.Of(row, why)); break;
                case Decision<FamilyId>.Accepted(var id): (families.TryGetValue(id, out var rows) ? rows : families[id] = []).Add(row); break;
            }
        }
        var frame = await frames.Current();
        var ready = new ConcurrentBag<FamilyRows>();
        var done = 0;
        await Parallel.ForEachAsync(families, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (entry, _) =>
        {
            var (id, rows) = entry;
            if (await grains.Family(id).Read() is not { } family || !person.MaySee(family.Site))
                foreach (var row in rows) faults.Add(ResponseRowFaults.Of(row, FamilyRefusals.Unknown));
            else
                ready.Add(await FamilyRows.Check(grains.Intake(id).Check, family, frame, [.. rows.Select(r => (r, wish.Wave))], person.Stamp(default, clock), faults));
            tell("Checking", Interlocked.Add(ref done, rows.Count), file.Rows.Length);
        });
        return ready;
    }

    private static ImportReport Report(ResponseFile file, ImportOutcome outcome, int taken, int already, ConcurrentBag<RowFault> faults)
    {
        var ordered = faults.OrderBy(f => f.Row).ThenBy(f => f.Column, StringComparer.Ordinal).ToList();
        return new(outcome, file.RowCount, taken, already, file.RowCount - taken - already, [.. ordered.Take(ImportReport.MostFaults)])
        {
            FaultCount = ordered.Count, ColumnsNotTaken = file.ColumnsNotTaken, ItemsNotInFile = file.ItemsNotInFile, MissingMet = file.MissingMet, Notes = file.Notes,
        };
    }
}
