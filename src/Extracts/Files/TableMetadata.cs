using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SosLongitudinal.Extracts.Columns;

namespace SosLongitudinal.Extracts.Files;

/// <summary>What labels say, as keys and texts beside the rows: of the whole table, and of each column.</summary>
internal static class TableMetadata
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Dictionary<string, string> Of(FileTable table, FileChoice choice)
    {
        var told = new Dictionary<string, string> { ["dataset"] = table.Name, ["title"] = table.Title, ["unit"] = table.Unit, ["columns"] = Json(table.Columns.ToDictionary(c => c.Name, Of)) };
        if (table.AsOf is { } day) told["as_of"] = day.ToString("O", CultureInfo.InvariantCulture);
        if (!table.Notes.IsEmpty) told["notes"] = string.Join('\n', table.Notes);
        if (choice.Missing == MissingStyle.Codes) told["missing"] = Json(choice.Codes.All.ToDictionary(c => c.Code.ToString(CultureInfo.InvariantCulture), c => c.Label));
        return told;
    }

    public static Dictionary<string, string> Of(Column column)
    {
        var told = new Dictionary<string, string> { ["label"] = column.Label, ["level"] = column.Level.ToString().ToLowerInvariant() };
        if (!column.Values.IsEmpty) told["values"] = Json(column.Values.DistinctBy(v => v.Value).ToDictionary(v => v.Value, v => v.Label));
        return told;
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, Readable);
}
