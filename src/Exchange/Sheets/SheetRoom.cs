using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Sheets;

/// <summary>How much of a file has been read against what may be.</summary>
internal sealed class SheetRoom(int rows)
{
    private const long MostPlaces = 60_000_000;

    private long places;
    private int filled;
    private long characters;

    /// <summary>A row as wide as the sheet, empty or not: each of its places costs the reader some time.</summary>
    public Refusal? TakeRow(int width) => (places += width + 20) > MostPlaces ? SheetRefusals.TooManyRows(rows) : null;

    public Refusal? TakeFilledRow() => ++filled > rows ? SheetRefusals.TooManyRows(rows) : null;

    public Refusal? TakeText(string text) => (characters += text.Length) > SheetLimits.Characters ? SheetRefusals.TooMuchText : null;
}
