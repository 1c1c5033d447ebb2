using System.Text.Json;
using System.Text.Json.Nodes;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>What XLSForm has no column for, as JSON in a column <c>sos</c> of its own: a choice's code, an item's number on the paper form.</summary>
internal static class OwnCell
{
    public static readonly string[] OfChoice = ["code", "dropped"];
    public static readonly string[] OfItem = ["number", "maxLength", "relevance", "identifies", "missingInFiles", "ownName", "hidden", "decimals", "min", "max"];
    public static readonly string[] OfSection = ["unnamed", "repeat"];

    public static T Apply<T>(T value, FormSheet sheet, SheetRow row, string[] may, ImportNotes notes) where T : class
    {
        if (sheet.Cell(row, Column.Own) is not { Length: > 0 } text) return value;
        try
        {
            if (JsonNode.Parse(text) is JsonObject own)
            {
                var whole = JsonSerializer.SerializeToNode(value, FactJson.Options)!.AsObject();
                foreach (var (name, part) in own.Where(p => may.Contains(p.Key))) whole[name] = part?.DeepClone();
                return whole.Deserialize<T>(FactJson.Options) ?? value;
            }
        }
        catch (Exception fault) when (fault is JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
        }
        notes.NotTaken(sheet.Place(row, Column.Own), "The cell is not what this product wrote there.");
        return value;
    }

    public static JsonObject Read(FormSheet sheet, SheetRow row)
    {
        try
        {
            return sheet.Cell(row, Column.Own) is { Length: > 0 } text && JsonNode.Parse(text) is JsonObject { Count: > 0 } own ? own : [];
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return [];
        }
    }

    /// <summary>The parts of a value that differ from what a reader would make of the other columns; empty where none does.</summary>
    public static string Write<T>(T value, T read, string[] may) where T : class
    {
        var (mine, theirs) = (JsonSerializer.SerializeToNode(value, FactJson.Options)!.AsObject(), JsonSerializer.SerializeToNode(read, FactJson.Options)!.AsObject());
        var own = new JsonObject(may.Where(name => !JsonNode.DeepEquals(mine[name], theirs[name])).Select(name => KeyValuePair.Create(name, mine[name]?.DeepClone())));
        return own.Count == 0 ? "" : own.ToJsonString();
    }
}
