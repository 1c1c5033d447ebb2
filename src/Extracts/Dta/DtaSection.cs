using System.Buffers;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Dta;

/// <summary>A part of a Stata file between its tags, whose length is known before it is written.</summary>
internal sealed record DtaSection(string Tag, long Length, Action<LittleEndian> Body)
{
    /// <summary>With both tags.</summary>
    public long Whole => Length + 2 * Tag.Length + 5;

    public void Write(LittleEndian output)
    {
        Open(output);
        var start = output.Position;
        Body(output);
        if (output.Position - start != Length) throw new InvalidDataException($"The section {Tag} has {output.Position - start} bytes where {Length} were said."); // the map would lie
        Close(output);
    }

    public void Open(LittleEndian output) => output.Text($"<{Tag}>");

    public void Close(LittleEndian output) => output.Text($"</{Tag}>");

    /// <summary>A part that is small enough to be made at once.</summary>
    public static DtaSection Made(string tag, Action<LittleEndian> body)
    {
        var made = new ArrayBufferWriter<byte>();
        body(new(made));
        return new(tag, made.WrittenCount, output => output.Bytes(made.WrittenSpan));
    }
}
