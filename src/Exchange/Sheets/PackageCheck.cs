using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Sheets;

/// <summary>
/// Looks through a zipped workbook before anything else opens it: how far it expands, how many rows it fills, and that its cells lie on a sheet. A reader that trusts
/// a cell's address makes an array as wide as the address says.
/// </summary>
internal static partial class PackageCheck
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    /// <summary>The same file, without parts that are not XML where it has any.</summary>
    public static Decision<byte[]> Checked(byte[] file, int rows)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            if (Fault(archive, rows) is { } why) return why;
            return archive.Entries.Any(IsBinary) ? WithoutBinaries(file) : file;
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            return SheetRefusals.Damaged;
        }
    }

    private static Refusal? Fault(ZipArchive archive, int rows)
    {
        if (archive.Entries.Count > SheetLimits.Entries || archive.Entries.Sum(e => e.Length) > SheetLimits.ExpandedBytes) return SheetRefusals.Expands;
        if (archive.Entries.Any(e => e.FullName.EndsWith("workbook.bin", StringComparison.OrdinalIgnoreCase))) return SheetRefusals.Binary;
        if (archive.Entries.Any(e => e.FullName == "content.xml") && archive.Entries.Any(e => e.FullName == "mimetype")) return SheetRefusals.OpenDocument;
        var (expanded, largest, sheets, filled) = (0L, 0L, 0, 0);
        foreach (var entry in archive.Entries)
        {
            using var opened = entry.Open();
            using var counted = new CountedStream(opened, Math.Min(SheetLimits.EntryBytes, SheetLimits.ExpandedBytes - expanded), entry.CompressedLength);
            var fault = IsBinary(entry) ? null : OfPart(counted, rows, ref sheets, ref filled);
            if (fault is not null && !counted.TooMuch) return fault;
            counted.CopyTo(Stream.Null);
            if (counted.TooMuch) return SheetRefusals.Expands;
            expanded += counted.Count;
            largest = Math.Max(largest, counted.Count);
        }
        // one part can stand behind many sheets, and would be read for each
        if (sheets > SheetLimits.Sheets) return SheetRefusals.TooManySheets;
        return largest * Math.Max(1, sheets) > 4 * SheetLimits.ExpandedBytes ? SheetRefusals.Expands : null;
    }

    private static Refusal? OfPart(CountedStream part, int rows, ref int sheets, ref int filled)
    {
        using var reader = XmlReader.Create(part, Settings);
        var isEmpty = false;
        while (!part.TooMuch && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "sheet") sheets++;
            if (reader.LocalName == "row") isEmpty = true;
            else if (isEmpty && reader.LocalName is "v" or "is")
            {
                isEmpty = false;
                if (++filled > rows) return SheetRefusals.TooManyRows(rows);
            }
            if (reader.LocalName is not ("c" or "row") || reader.GetAttribute("r") is not { } address) continue;
            if (!OnTheSheet(address)) return SheetRefusals.OffTheSheet(address.Length > 20 ? address[..20] : address);
        }
        return null;
    }

    private static bool OnTheSheet(string address)
    {
        var (at, column) = (0, 0);
        for (; at < address.Length && char.IsAsciiLetter(address[at]); at++)
        {
            column = column * 26 + (address[at] & 31);
            if (column > SheetLimits.ColumnNumber) return false;
        }
        return at == address.Length || int.TryParse(address.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row <= SheetLimits.RowNumber;
    }

    /// <summary>The same file without the widths of its columns, which the reader does not take where one is left out; <c>null</c> where there are none.</summary>
    public static byte[]? WithoutWidths(byte[] file)
    {
        using var copy = new MemoryStream();
        copy.Write(file);
        var found = false;
        using (var archive = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in archive.Entries.Where(e => e.FullName.Contains("worksheets/", StringComparison.OrdinalIgnoreCase) && !IsBinary(e)).ToList())
            {
                using var part = entry.Open();
                using var reader = new StreamReader(part, leaveOpen: true);
                var text = reader.ReadToEnd();
                var without = Widths().Replace(text, "");
                if (without.Length == text.Length) continue;
                found = true;
                part.SetLength(0);
                using var writer = new StreamWriter(part, leaveOpen: true);
                writer.Write(without);
            }
        }
        return found ? copy.ToArray() : null;
    }

    [GeneratedRegex(@"<(?:\w+:)?cols\b[^<>]*>.{0,200000}?</(?:\w+:)?cols>", RegexOptions.Singleline)]
    private static partial Regex Widths();

    private static bool IsBinary(ZipArchiveEntry entry) =>
        !entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static byte[] WithoutBinaries(byte[] file)
    {
        using var copy = new MemoryStream();
        copy.Write(file);
        using (var archive = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in archive.Entries.Where(IsBinary).ToList()) entry.Delete();
        }
        return copy.ToArray();
    }
}
