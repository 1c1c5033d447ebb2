using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using SosLongitudinal.Exchange.Notes;

namespace SosLongitudinal.Exchange.Sheets;

/// <summary>Sheets of text as an .xlsx file, first row bold and standing still. Written part by part, since the packages that write workbooks put the time of writing into them; here the same sheets are the same bytes.</summary>
public static partial class WorkbookWriting
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private static readonly DateTimeOffset Always = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(Grid grid)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var numbers = Enumerable.Range(1, grid.Sheets.Length).ToList();
            Part(archive, "[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Content}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Content}.styles+xml"/>{string.Concat(numbers.Select(n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{Content}.worksheet+xml\"/>"))}</Types>
                """);
            Part(archive, "_rels/.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part(archive, "xl/workbook.xml", $"""
                <workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{string.Concat(numbers.Select(n => $"<sheet name=\"{Escaped(grid.Sheets[n - 1].Name)}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>"))}</sheets></workbook>
                """);
            Part(archive, "xl/_rels/workbook.xml.rels", $"""
                <Relationships xmlns="{Relations}">{string.Concat(numbers.Select(n => $"<Relationship Id=\"rId{n}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))}<Relationship Id="rId{numbers.Count + 1}" Type="{Office}/styles" Target="styles.xml"/></Relationships>
                """);
            Part(archive, "xl/styles.xml", $"""
                <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>
                """);
            foreach (var n in numbers) SheetPart(archive, n, grid.Sheets[n - 1]);
        }
        return file.ToArray();
    }

    private static void SheetPart(ZipArchive archive, int number, Sheet sheet)
    {
        using var stream = Open(archive, $"xl/worksheets/sheet{number}.xml");
        using var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), CloseOutput = false });
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        xml.WriteRaw("<cols><col min=\"1\" max=\"2\" width=\"24\" customWidth=\"1\"/><col min=\"3\" max=\"16\" width=\"36\" customWidth=\"1\"/></cols>");
        xml.WriteStartElement("sheetData", Main);
        foreach (var row in sheet.Rows)
        {
            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", row.Number.ToString(CultureInfo.InvariantCulture));
            for (var i = 0; i < row.Cells.Length; i++) Cell(xml, row, i);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, SheetRow row, int column)
    {
        if (row.Cells[column].Length == 0) return;
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", $"{new CellPlace("", row.Number, column + 1).Letters}{row.Number.ToString(CultureInfo.InvariantCulture)}");
        xml.WriteAttributeString("s", row.Number == 1 ? "1" : "0");
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        // spreadsheets read _x0041_ in a text as a character's number
        xml.WriteString(Numbered().Replace(Allowed(row.Cells[column]), "_x005F_"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Part(ZipArchive archive, string name, string xml)
    {
        using var writer = new StreamWriter(Open(archive, name), new UTF8Encoding(false));
        writer.Write($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>{xml}");
    }

    private static Stream Open(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Always;
        return entry.Open();
    }

    /// <summary>Without the characters that XML cannot hold.</summary>
    private static string Allowed(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) kept.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) kept.Append(text[i]).Append(text[++i]);
        }
        return kept.ToString();
    }

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(Allowed(text));

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Numbered();
}
