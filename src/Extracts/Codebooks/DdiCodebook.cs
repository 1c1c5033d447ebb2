using System.Globalization;
using System.Text;
using System.Xml;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Codebooks;

/// <summary>A codebook as DDI-Codebook 2.5.</summary>
public static class DdiCodebook
{
    private const string Namespace = "ddi:codebook:2_5";
    private const string FileId = "F1";

    public static void Write(Codebook book, Stream output)
    {
        using var xml = XmlWriter.Create(output, new() { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = true });
        xml.WriteStartDocument();
        xml.WriteStartElement("codeBook", Namespace);
        xml.WriteAttributeString("version", "2.5");
        Study(xml, book);
        File(xml, book);
        xml.WriteStartElement("dataDscr", Namespace);
        for (var i = 0; i < book.Variables.Length; i++) Variable(xml, book, book.Variables[i], i + 1);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Study(XmlWriter xml, Codebook book)
    {
        xml.WriteStartElement("stdyDscr", Namespace);
        xml.WriteStartElement("citation", Namespace);
        xml.WriteStartElement("titlStmt", Namespace);
        Text(xml, "titl", book.Table.Title);
        Text(xml, "IDNo", book.Table.Name);
        xml.WriteEndElement();
        if (book.Table.AsOf is { } day)
        {
            xml.WriteStartElement("verStmt", Namespace);
            Text(xml, "version", "as of " + day.ToString("O", CultureInfo.InvariantCulture), ("date", day.ToString("O", CultureInfo.InvariantCulture)));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        foreach (var note in book.Table.Notes) Text(xml, "notes", note);
        xml.WriteEndElement();
    }

    private static void File(XmlWriter xml, Codebook book)
    {
        xml.WriteStartElement("fileDscr", Namespace);
        xml.WriteAttributeString("ID", FileId);
        xml.WriteStartElement("fileTxt", Namespace);
        Text(xml, "fileName", book.FileName);
        Text(xml, "fileCont", $"One row for each {book.Table.Unit}.");
        xml.WriteStartElement("dimensns", Namespace);
        Text(xml, "caseQnty", book.Rows.ToString(CultureInfo.InvariantCulture));
        Text(xml, "varQnty", book.Variables.Length.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        Text(xml, "fileType", book.Choice.Format.Title);
        Text(xml, "dataMsng", CodebookWords.Missing(book));
        xml.WriteEndElement();
        foreach (var entry in book.Report.Entries) Text(xml, "notes", CodebookWords.Of(entry), ("subject", "shortened"));
        xml.WriteEndElement();
    }

    private static void Variable(XmlWriter xml, Codebook book, CodebookVariable variable, int number)
    {
        xml.WriteStartElement("var", Namespace);
        xml.WriteAttributeString("ID", string.Create(CultureInfo.InvariantCulture, $"V{number}"));
        xml.WriteAttributeString("name", Clean(variable.Name));
        xml.WriteAttributeString("files", FileId);
        xml.WriteAttributeString("intrvl", variable.Column.Level == MeasureLevel.Scale ? "contin" : "discrete");
        Text(xml, "labl", variable.Column.Label.Length > 0 ? variable.Column.Label : variable.Name);
        if (variable.Range is { } range) Range(xml, range);
        if (variable.Missing.Where(m => m.Value.Length > 0).ToList() is { Count: > 0 } missing)
        {
            xml.WriteStartElement("invalrng", Namespace);
            foreach (var code in missing)
            {
                xml.WriteStartElement("item", Namespace);
                xml.WriteAttributeString("VALUE", code.Value);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        if (variable.Valid is { } valid) Text(xml, "sumStat", valid.ToString(CultureInfo.InvariantCulture), ("type", "vald"));
        if (variable.Invalid is { } invalid) Text(xml, "sumStat", invalid.ToString(CultureInfo.InvariantCulture), ("type", "invd"));
        foreach (var value in variable.Values) Category(xml, value);
        xml.WriteStartElement("varFormat", Namespace);
        xml.WriteAttributeString("type", variable.Kind == CellKind.Text || (variable.Column.IsListed && !MissingText.IsDeclared(book.Choice)) ? "character" : "numeric");
        xml.WriteAttributeString("schema", "other");
        if (variable.Kind == CellKind.Day) xml.WriteAttributeString("category", "date");
        xml.WriteEndElement();
        if (variable.Name != variable.Column.Name) Text(xml, "notes", variable.Column.Name, ("subject", "name in full"));
        if (variable.Column.Note.Length > 0) Text(xml, "notes", variable.Column.Note, ("subject", "derivation"));
        foreach (var feed in variable.Column.Feeds) Text(xml, "notes", feed.ToString(), ("subject", "source"));
        xml.WriteEndElement();
    }

    private static void Range(XmlWriter xml, (string Least, string Most) range)
    {
        xml.WriteStartElement("valrng", Namespace);
        xml.WriteStartElement("range", Namespace);
        xml.WriteAttributeString("UNITS", range.Least.Contains('.', StringComparison.Ordinal) || range.Most.Contains('.', StringComparison.Ordinal) ? "REAL" : "INT");
        xml.WriteAttributeString("min", range.Least);
        xml.WriteAttributeString("max", range.Most);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Category(XmlWriter xml, CodebookValue value)
    {
        xml.WriteStartElement("catgry", Namespace);
        if (value.IsMissing) xml.WriteAttributeString("missing", "Y");
        Text(xml, "catValu", value.Value);
        Text(xml, "labl", value.Label);
        if (value.Count is { } count) Text(xml, "catStat", count.ToString(CultureInfo.InvariantCulture), ("type", "freq"));
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var attribute in attributes) xml.WriteAttributeString(attribute.Name, attribute.Value);
        xml.WriteString(Clean(text));
        xml.WriteEndElement();
    }

    /// <summary>XML has no place for some characters; the replacement character stands for them.</summary>
    private static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes()) clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        return clean.ToString();
    }
}
