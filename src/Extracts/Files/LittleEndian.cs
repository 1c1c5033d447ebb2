using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace SosLongitudinal.Extracts.Files;

/// <summary>Numbers and texts of fixed size into a buffer, the low byte first. It counts what it wrote.</summary>
internal sealed class LittleEndian(IBufferWriter<byte> output)
{
    public long Position { get; private set; }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        Position += bytes.Length;
    }

    public void Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    /// <summary>Filled up to the width; what is longer is a fault, since nothing is cut here.</summary>
    public void Text(string text, int width, byte fill)
    {
        Span<byte> field = width <= 512 ? stackalloc byte[width] : new byte[width];
        field[Encoding.UTF8.GetBytes(text, field)..].Fill(fill);
        Bytes(field);
    }

    public void Fill(int count, byte value = 0)
    {
        output.GetSpan(Math.Max(1, count))[..count].Fill(value);
        output.Advance(count);
        Position += count;
    }

    public void Byte(byte value) => Bytes([value]);

    public void Int16(int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        Bytes(bytes);
    }

    public void Int32(int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        Bytes(bytes);
    }

    public void Int64(long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        Bytes(bytes);
    }

    public void Double(double value) => Int64(BitConverter.DoubleToInt64Bits(value));
}
