using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace SosLongitudinal.Web.Commands.Shared;

/// <summary>One column of a list.</summary>
/// <param name="Of">A text, a number or a date; <c>null</c> is an empty cell.</param>
internal sealed record Column<T>(string Heading, Func<T, object?> Of);

/// <summary>How a list is answered: a table on a terminal, tab-separated lines without a heading in a pipe, one JSON document a line where that is asked for.</summary>
internal static class Listing
{
    private static readonly Option<bool> AsJson = new("--json") { Description = "One JSON document a line, with all that is known." };

    /// <summary>Gives a command the choice of JSON lines.</summary>
    public static Command Listed(this Command command)
    {
        command.Add(AsJson);
        return command;
    }

    public static bool WantsJson(this ParseResult parsed) => parsed.GetValue(AsJson);

    /// <param name="none">What a terminal is told where there is nothing to list.</param>
    public static int Show<T>(ParseResult parsed, IReadOnlyCollection<T> rows, string none, params IReadOnlyList<Column<T>> columns)
    {
        if (parsed.WantsJson()) foreach (var row in rows) Console.WriteLine(JsonSerializer.Serialize(row, StudyClient.Json));
        else if (Console.IsOutputRedirected) foreach (var row in rows) Console.WriteLine(string.Join('\t', columns.Select(c => Line(c.Of(row)))));
        else if (rows.Count == 0) Console.WriteLine(none);
        else Terminal(rows, columns).Write(Drawn(rows, columns));
        return RootCommands.Done;
    }

    /// <summary>The table of a terminal: numbers stand to the right, ids, dates and numbers are not broken, and a column that nothing stands in is left out.</summary>
    internal static Table Drawn<T>(IReadOnlyCollection<T> rows, IReadOnlyList<Column<T>> columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        var shown = columns.Where(c => rows.Any(r => Cell(c.Of(r)).Length > 0)).ToList();
        foreach (var column in shown)
        {
            var drawn = new TableColumn(new Text(column.Heading, new Style(decoration: Decoration.Bold)));
            if (rows.All(r => column.Of(r) is int or double or decimal)) drawn.RightAligned();
            table.AddColumn(Breaks(rows, column) ? drawn : drawn.NoWrap());
        }
        foreach (var row in rows) table.AddRow(shown.Select(c => new Text(Cell(c.Of(row)))));
        return table;
    }

    /// <summary>As wide as its window, or as what must not be broken needs.</summary>
    private static IAnsiConsole Terminal<T>(IReadOnlyCollection<T> rows, IReadOnlyList<Column<T>> columns)
    {
        const int Margin = 3, Broken = 30;
        var console = AnsiConsole.Create(new());
        var needed = columns.Select(c => Math.Max(c.Heading.Length, rows.Max(r => Cell(c.Of(r)).Length)) is var width && Breaks(rows, c) ? Math.Min(width, Broken) : width).Sum(w => w + Margin) + Margin;
        console.Profile.Width = Math.Max(console.Profile.Width, needed);
        return console;
    }

    private static bool Breaks<T>(IReadOnlyCollection<T> rows, Column<T> column) => rows.Any(r => column.Of(r) is string text && text.Contains(' ', StringComparison.Ordinal));

    internal static string Cell(object? value) => value switch
    {
        null => "",
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum one => JsonNamingPolicy.KebabCaseLower.ConvertName(one.ToString()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>A cell that keeps to its column and its line, whatever people wrote.</summary>
    private static string Line(object? value) => Cell(value).ReplaceLineEndings(" ").Replace('\t', ' ');
}
