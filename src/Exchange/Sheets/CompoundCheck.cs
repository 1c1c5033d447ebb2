using System.Buffers.Binary;
using System.Text;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Sheets;

/// <summary>Looks at an old workbook's (.xls) header and directory before anything else opens it: a reader that trusts their sizes makes arrays as large as they say.</summary>
internal static class CompoundCheck
{
    private const int HeaderBytes = 512;
    private const int EntryBytes = 128;
    private static readonly string[] Streams = ["Root Entry", "Workbook", "Book"];

    public static Decision<byte[]> Checked(byte[] file)
    {
        if (file.Length < HeaderBytes + EntryBytes) return SheetRefusals.Damaged;
        var header = file.AsSpan(0, HeaderBytes);
        var (sectorBits, smallBits) = (BinaryPrimitives.ReadUInt16LittleEndian(header[30..]), BinaryPrimitives.ReadUInt16LittleEndian(header[32..]));
        if (sectorBits is not (9 or 12) || smallBits is 0 or > 9) return SheetRefusals.Damaged;
        var sectors = file.Length >> sectorBits;
        if (BinaryPrimitives.ReadUInt32LittleEndian(header[44..]) > sectors || BinaryPrimitives.ReadUInt32LittleEndian(header[72..]) > sectors) return SheetRefusals.Damaged;
        for (var at = HeaderBytes; at + EntryBytes <= file.Length; at += EntryBytes)
        {
            var entry = file.AsSpan(at, EntryBytes);
            if (IsStream(entry) && BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]) > file.Length) return SheetRefusals.Damaged;
        }
        return file;
    }

    private static bool IsStream(ReadOnlySpan<byte> entry)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        if (length is 0 or > 64) return false;
        var name = Encoding.Unicode.GetString(entry[..length]).TrimEnd('\0');
        return Streams.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
