using System.Text.Json.Serialization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Sheets;

/// <summary>What can happen in a book of printed sheets. What stood on them is not kept.</summary>
[RecordKind("sos.sheets")]
[JsonDerivedType(typeof(Printed), "sheet.printed")]
[JsonDerivedType(typeof(Ended), "sheet.ended")]
public abstract record SheetFact
{
    private SheetFact() { }

    public sealed record Printed(SheetId Sheet, SheetPlan Plan) : SheetFact;
    public sealed record Ended(SheetId Sheet, SheetEnd End) : SheetFact;

    /// <summary>The book after one more fact; an erased one changes nothing.</summary>
    public static SheetBook Fold(SheetBook book, Recorded<SheetFact> fact) => fact.Content switch
    {
        Printed f => book with { Sheets = book.Sheets.Add(new(f.Sheet, f.Plan, fact.Head.By, fact.Head.At, fact.Head.Op)) },
        Ended f => book with { Sheets = book.Sheets.SetItem(f.Sheet.Number - 1, book.Sheets[f.Sheet.Number - 1] with { End = f.End, EndedBy = fact.Head.By, EndedAt = fact.Head.At, Why = fact.Why }) },
        _ => book,
    };
}
