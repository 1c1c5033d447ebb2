using System.Text.Json;
using System.Text.Json.Nodes;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>What a definition holds beside its questions (subject, scales, bands, licence), as JSON by property in a sheet <c>sos</c>; other programs pass it by.</summary>
internal static class OwnSheet
{
    public const string Name = "sos";

    private const int CellLength = 30_000;
    private static readonly string[] InOtherSheets = ["id", "version", "title", "language", "sections", "choiceLists"];

    public static IEnumerable<string[]> Rows(InstrumentDefinition definition)
    {
        yield return ["property", "value"];
        var whole = JsonSerializer.SerializeToNode(definition, FactJson.Options)!.AsObject();
        foreach (var (name, part) in whole.Where(p => !InOtherSheets.Contains(p.Key) && p.Value is not null && p.Value is not JsonArray { Count: 0 }))
        {
            foreach (var piece in Pieces(part!.ToJsonString())) yield return [name, piece];
        }
    }

    /// <summary>A cell holds some 32,000 characters, and a reader trims it: no piece begins or ends with a space.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = Math.Min(at + CellLength, text.Length);
            while (end < text.Length && (text[end] == ' ' || text[end - 1] == ' ')) end--;
            yield return text[at..end];
            at = end;
        }
    }

    public static InstrumentDefinition Apply(InstrumentDefinition read, Sheet? sheet, ImportNotes notes)
    {
        if (sheet is null || sheet.Rows.IsEmpty) return read;
        try
        {
            var whole = JsonSerializer.SerializeToNode(read, FactJson.Options)!.AsObject();
            foreach (var property in sheet.Rows.Skip(1).GroupBy(r => r[0]).Where(g => whole.ContainsKey(g.Key) || IsProperty(g.Key)))
            {
                if (!InOtherSheets.Contains(property.Key)) whole[property.Key] = JsonNode.Parse(string.Concat(property.Select(r => r[1])));
            }
            var applied = InstrumentText.Read(whole);
            return Fits(read, applied) ? applied : Left(read, sheet, notes);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return Left(read, sheet, notes);
        }
    }

    /// <summary>Expressions are looked at later; here counts what the sheet brings.</summary>
    private static bool Fits(InstrumentDefinition read, InstrumentDefinition applied) => !Blocking(applied).Except(Blocking(read)).Any();

    private static IEnumerable<string> Blocking(InstrumentDefinition definition) => DefinitionCheck.Clashes(definition).Where(c => c.Blocks).Select(c => c.Sentence);

    private static InstrumentDefinition Left(InstrumentDefinition read, Sheet sheet, ImportNotes notes)
    {
        notes.NotTaken(new(sheet.Name), "What the sheet says does not fit the questions any more, so it is not taken: subject, respondents, scales and bands are as you choose now.");
        return read;
    }

    private static bool IsProperty(string name) => typeof(InstrumentDefinition).GetProperties().Any(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name) == name);
}
