using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sheets;

namespace SosLongitudinal.Grains.Sheets;

/// <summary>All books of sheets: read one after another until one is not full.</summary>
public sealed class SheetBooks(IGrainFactory grains)
{
    /// <summary>Numbers a sheet in the first book that has room; sent again, it has the number that it was given first.</summary>
    public async Task<Decision<Sheet>> Print(SheetPlan plan, Stamp stamp)
    {
        for (var book = 1; ; book++)
        {
            var decision = await Book(book).Print(plan, stamp);
            if (decision is not Decision<Sheet>.Refused { Why.Code: "sheet.full" }) return decision;
        }
    }

    public Task<Decision<Sheet>> End(SheetId sheet, SheetEnd end, Stamp stamp) => Book(sheet.Book).End(sheet, end, stamp);

    /// <summary>Every sheet, the newest first.</summary>
    public async Task<ImmutableArray<Sheet>> All()
    {
        var sheets = new List<Sheet>();
        for (var book = 1; ; book++)
        {
            var read = await Book(book).Read();
            sheets.AddRange(read.Sheets);
            if (!read.IsFull) break;
        }
        sheets.Reverse();
        return [.. sheets];
    }

    public async Task<Sheet?> Find(SheetId id) => id.Book == 1 || (await Book(id.Book - 1).Read()).IsFull ? (await Book(id.Book).Read()).Sheet(id) : null;

    private ISheetBook Book(int number) => grains.GetGrain<ISheetBook>(number.ToString(CultureInfo.InvariantCulture));
}
