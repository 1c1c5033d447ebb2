using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.Responses;

/// <summary>One row of a file of responses, held against its instrument. Whom it is about and from is not looked up yet.</summary>
/// <param name="Row">As a spreadsheet counts: the header is row 1.</param>
/// <param name="Id">A family's or a member's id; empty where the row has a serial.</param>
/// <param name="Serial">The authority's own serial on its list.</param>
/// <param name="Site">Narrows a serial that several sites use; may be empty.</param>
/// <param name="Respondent">A member's id, the part in which somebody answered (<c>teacher</c>), or empty.</param>
/// <param name="Reason">Why a form is kept that the design does not ask for; may be empty.</param>
public sealed record ResponseRow(
    int Row, string Id, string Serial, string Site, string Respondent, DateOnly CompletedOn, FormMode Mode, string Language, string Reason, InstrumentDefinition Instrument, Answers Answers)
{
    /// <summary>Answers to items that do not apply.</summary>
    public Answers? Aside { get; init; }

    /// <summary>What the row says, whatever the order of its columns: two rows with the same content at one place are the same form.</summary>
    public required string Content { get; init; }
}

/// <summary>What is wrong with one row. Column and value are absent where the row as a whole cannot be taken.</summary>
public sealed record RowFault(int Row, string? Column, string? Value, string Code, string Sentence)
{
    private const int Shown = 60;

    public static RowFault Cell(int row, string column, string value, string code, string sentence) =>
        new(row, column, value.Length <= Shown ? value : $"{value[..Shown]}…", code, sentence);
}
