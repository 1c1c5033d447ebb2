using System.Globalization;
using Orleans.Concurrency;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sheets;

namespace SosLongitudinal.Grains.Sheets;

/// <summary>One book of the sheets that were printed; keyed by its number. Every command answers the sheet as it then stands.</summary>
[GrainInterfaceType("sos.sheets")]
public interface ISheetBook : IGrainWithStringKey
{
    [Alias("print")] Task<Decision<Sheet>> Print(SheetPlan plan, Stamp stamp);

    /// <summary>The paper is destroyed, or nobody knows where it is.</summary>
    [Alias("end")] Task<Decision<Sheet>> End(SheetId sheet, SheetEnd end, Stamp stamp);
    [Alias("read"), ReadOnly] Task<SheetBook> Read();
}

/// <summary>The door to one book of sheets.</summary>
[GrainType("sos-sheets")]
internal sealed class SheetBookGrain([PersistentState("sheets", Records.Provider)] IPersistentState<Ledger<SheetFact>> record, StudyFrames frames, TimeProvider clock)
    : LedgerGrain<SheetFact, SheetBook>(record, clock), ISheetBook
{
    protected override SheetBook Nothing => new(int.Parse(Key, NumberStyles.None, CultureInfo.InvariantCulture));

    protected override SheetBook Fold(SheetBook state, Recorded<SheetFact> fact) => SheetFact.Fold(state, fact);

    public Task<Decision<Sheet>> Print(SheetPlan plan, Stamp stamp) =>
        frames.Decide(frame => Decide(stamp, (book, s) => SheetRules.Print(book, plan, frame.Design.Today(s.At)), book => book.Sheets[^1]));

    public Task<Decision<Sheet>> End(SheetId sheet, SheetEnd end, Stamp stamp) => Decide(stamp, (book, s) => SheetRules.End(book, sheet, end, s), book => book.Sheet(sheet)!);

    public Task<SheetBook> Read() => Task.FromResult(State);
}
