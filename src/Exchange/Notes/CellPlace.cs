namespace SosLongitudinal.Exchange.Notes;

/// <summary>Where in a file something stands. Rows and columns count from 1 as a spreadsheet shows them; 0 is the whole sheet or row.</summary>
public sealed record CellPlace(string Sheet, int Row = 0, int Column = 0, string? Heading = null)
{
    public static CellPlace WholeFile { get; } = new("");

    /// <summary>The column as a spreadsheet letters it: <c>C</c>, <c>AA</c>; empty where it is the whole row.</summary>
    public string Letters => LettersOf(Column);

    public override string ToString() => (Sheet, Row, Column) switch
    {
        ("", 0, 0) => "whole file",
        (_, 0, 0) => Sheet,
        (_, _, 0) => $"{Sheet}, row {Row}",
        (_, 0, _) => $"{Sheet}, column {Letters}{Named}",
        _ => $"{Sheet}, row {Row}, column {Letters}{Named}",
    };

    private string Named => string.IsNullOrEmpty(Heading) ? "" : $" ({Heading})";

    private static string LettersOf(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + (column - 1) % 26) + letters;
        return letters;
    }
}
