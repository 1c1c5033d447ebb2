using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Dta;

/// <summary>
/// The parts of a Stata file in their order, with their lengths: known beforehand, since the rows have been looked over, so that the map can be written where
/// it belongs. Release 118, or 119 where a file has more variables than 118 can count.
/// </summary>
internal sealed class DtaLayout
{
    private const int Most118 = 32_767;
    private const int NameWidth = 129, FormatWidth = 57, LabelWidth = 321;
    private readonly List<DtaSection> sections;

    public DtaLayout(LabelledTable table)
    {
        var columns = table.Columns;
        Wide = columns.Length > Most118;
        Types = [.. columns.Select(DtaType.Of)];
        RowWidth = Types.Sum(t => t.Width);
        var labels = new DtaValueLabels(table);
        var order = Wide ? sizeof(int) : sizeof(short);
        sections =
        [
            DtaSection.Made("header", output => Header(output, table)),
            new("map", 14 * sizeof(long), Map),
            new("variable_types", sizeof(short) * columns.Length, output => Each(Types, t => output.Int16(t.Code))),
            new("varnames", NameWidth * columns.Length, output => Each(columns, c => output.Text(c.Name, NameWidth, 0))),
            new("sortlist", order * (columns.Length + 1), output => output.Fill(order * (columns.Length + 1))),
            new("formats", FormatWidth * columns.Length, output => Each(columns, c => output.Text(DtaType.FormatOf(c), FormatWidth, 0))),
            new("value_label_names", NameWidth * columns.Length, output => Each(labels.NameOfColumn, n => output.Text(n, NameWidth, 0))),
            new("variable_labels", LabelWidth * columns.Length, output => Each(columns, c => output.Text(c.Label, LabelWidth, 0))),
            DtaSection.Made("characteristics", output => DtaNotes.Write(output, table)),
            Data = new("data", table.Rows * RowWidth, _ => { }),
            LongTexts = new("strls", columns.Where((_, i) => Types[i] == DtaType.LongText).Sum(c => DtaLongTexts.LengthOf(c.Facts)), _ => { }),
            DtaSection.Made("value_labels", labels.Write),
        ];
    }

    /// <summary>Whether it is release 119.</summary>
    public bool Wide { get; }

    public ImmutableArray<DtaType> Types { get; }

    public int RowWidth { get; }

    public DtaSection Data { get; }

    public DtaSection LongTexts { get; }

    /// <summary>Everything up to the first row.</summary>
    public void WriteHead(LittleEndian output)
    {
        output.Text(Opening);
        foreach (var section in sections.TakeWhile(s => s != Data)) section.Write(output);
        Data.Open(output);
    }

    /// <summary>Everything behind the long texts.</summary>
    public void WriteTail(LittleEndian output)
    {
        LongTexts.Close(output);
        sections[^1].Write(output);
        output.Text(Closing);
    }

    private const string Opening = "<stata_dta>", Closing = "</stata_dta>";

    private void Header(LittleEndian output, LabelledTable table)
    {
        output.Text($"<release>{(Wide ? 119 : 118)}</release><byteorder>LSF</byteorder><K>");
        if (Wide) output.Int32(table.Columns.Length);
        else output.Int16(table.Columns.Length);
        output.Text("</K><N>");
        output.Int64(table.Rows);
        output.Text("</N><label>");
        output.Int16(Encoding.UTF8.GetByteCount(table.Title));
        output.Text(table.Title);
        output.Text("</label><timestamp>");
        var stamp = table.Table.AsOf is { } day ? day.ToString("dd MMM yyyy", CultureInfo.InvariantCulture) + " 00:00" : "";
        output.Byte((byte)stamp.Length);
        output.Text(stamp);
        output.Text("</timestamp>");
    }

    /// <summary>Where each part begins: first the file itself, then every part but the header, then the closing tag and the end.</summary>
    private void Map(LittleEndian output)
    {
        output.Int64(0);
        var at = (long)Opening.Length;
        foreach (var section in sections)
        {
            if (section.Tag != "header") output.Int64(at);
            at += section.Whole;
        }
        output.Int64(at);
        output.Int64(at + Closing.Length);
    }

    private static void Each<T>(ImmutableArray<T> items, Action<T> write)
    {
        foreach (var item in items) write(item);
    }
}
