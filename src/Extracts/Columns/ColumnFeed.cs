namespace SosLongitudinal.Extracts.Columns;

/// <summary>One version of an instrument that fills a column.</summary>
/// <param name="Item">The item or scale in that version.</param>
/// <param name="Recode">Where its codes become others: <c>1=0 2=1</c>; empty where they stay as they are.</param>
/// <param name="Note">What the concordance says of it.</param>
/// <param name="Wave">Where it holds for one wave's forms only.</param>
public sealed record ColumnFeed(string Instrument, int Version, string Item, string Recode = "", string? Note = null, string? Wave = null)
{
    public override string ToString() => $"{Instrument} version {Version}{(Wave is null ? "" : $" at {Wave}")}{(Recode.Length == 0 ? "" : $", recoded {Recode}")}{(Note is null ? "" : $", {Note}")}";
}
