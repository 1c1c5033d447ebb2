using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Exchange.XlsForms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Exchange.Kit;

/// <summary>A form as it would be drawn: a line with one word begins a sheet, other lines are its rows, cells between bars.</summary>
internal static class FormSketch
{
    public static readonly ImportTerms Terms = new() { Id = new InstrumentId("sketch") };

    public static Grid Grid(string drawn)
    {
        var sheets = new List<(string Name, List<SheetRow> Rows)>();
        foreach (var line in drawn.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!line.Contains('|')) sheets.Add((line, []));
            else sheets[^1].Rows.Add(new(sheets[^1].Rows.Count + 1, [.. line.Trim('|').Split('|', StringSplitOptions.TrimEntries)]));
        }
        return new([.. sheets.Select(s => new Sheet(s.Name, [.. s.Rows]))]);
    }

    public static XlsFormReading Read(string drawn, ImportTerms? terms = null) => XlsForm.Read(Grid(drawn), terms ?? Terms);

    public static InstrumentDefinition Taken(string drawn, ImportTerms? terms = null)
    {
        var reading = Read(drawn, terms);
        Assert.True(reading.Definition is not null, string.Join('\n', reading.Notes));
        return reading.Definition!;
    }

    /// <summary>Written as a workbook and read again.</summary>
    public static InstrumentDefinition Again(InstrumentDefinition definition) => ((Decision<XlsFormReading>.Accepted)XlsForm.Read(XlsForm.Write(definition), Terms)).Value.Definition!;

    /// <summary>The one note that says this.</summary>
    public static ImportNote ShouldSay(this XlsFormReading reading, NoteKind kind, string place, string part)
    {
        var said = reading.Notes.Where(n => n.Kind == kind && n.Sentence.Contains(part, StringComparison.Ordinal)).ToList();
        Assert.True(said.Count == 1, $"Not once said: {kind} {part}\n{string.Join('\n', reading.Notes.Select(n => $"{n.Kind} {n}"))}");
        Assert.Equal(place, said[0].Place.ToString());
        return said[0];
    }
}
