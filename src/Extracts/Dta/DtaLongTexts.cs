using System.Buffers.Binary;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Dta;

/// <summary>Texts of any length. They lie behind the rows, each under its variable and observation; a row has that address, or zero where the text is empty.</summary>
internal static class DtaLongTexts
{
    private const int HeadWidth = 3 + 4 + 8 + 1 + 4;
    private const byte Utf8 = 130;

    public static long LengthOf(ColumnFacts facts) => facts.TextBytes + facts.Texts * (HeadWidth + 1);

    /// <param name="variable">From 1.</param>
    /// <param name="observation">From 1.</param>
    public static void Address(Span<byte> cell, int variable, long observation, bool wide)
    {
        var bits = wide ? 24 : 16; // of eight bytes, the variable takes three in release 119 and two in 118
        BinaryPrimitives.WriteInt64LittleEndian(cell, (long)variable | (observation << bits));
    }

    public static void Write(LittleEndian output, int variable, long observation, ReadOnlySpan<byte> text)
    {
        output.Bytes("GSO"u8);
        output.Int32(variable);
        output.Int64(observation);
        output.Byte(Utf8);
        output.Int32(text.Length + 1);
        output.Bytes(text);
        output.Byte(0);
    }
}
