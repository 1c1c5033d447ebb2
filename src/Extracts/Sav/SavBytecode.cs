using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace SosLongitudinal.Extracts.Sav;

/// <summary>
/// The compression of .sav: eight one-byte commands, then the eight-byte elements of those that need one. A whole number from -99 to 151 is a command by itself.
/// </summary>
internal sealed class SavBytecode(IBufferWriter<byte> output)
{
    public const double Bias = 100;
    public const int LeastCommand = 1 - (int)Bias;
    public const int MostCommand = 251 - (int)Bias;
    private const byte Follows = 253, Spaces = 254, SystemMissing = 255;
    private const int Commands = 8;
    private const ulong AllSpaces = 0x2020_2020_2020_2020;

    private readonly byte[] buffer = new byte[1 << 16];
    private int block;
    private int used;
    private int at = Commands;

    /// <summary>The command of a small whole number; 0 where it needs an element of its own.</summary>
    public static byte CommandOf(double value) => value == Math.Floor(value) && value is >= LeastCommand and <= MostCommand ? (byte)(value + Bias) : (byte)0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Command(byte command)
    {
        if (used == Commands) Next();
        buffer[block + used++] = command;
    }

    public void Missing() => Command(SystemMissing);

    public void Number(double value)
    {
        var command = CommandOf(value);
        if (command != 0) Command(command);
        else Element(BitConverter.DoubleToUInt64Bits(value));
    }

    /// <summary>A text of so many 8-byte elements, filled up with spaces.</summary>
    public void Text(ReadOnlySpan<byte> text, int elements)
    {
        Span<byte> last = stackalloc byte[sizeof(ulong)];
        for (; elements > 0; elements--)
        {
            if (text.Length >= sizeof(ulong))
            {
                Eight(BinaryPrimitives.ReadUInt64LittleEndian(text));
                text = text[sizeof(ulong)..];
            }
            else if (text.IsEmpty) Command(Spaces);
            else
            {
                last.Fill((byte)' ');
                text.CopyTo(last);
                text = [];
                Eight(BinaryPrimitives.ReadUInt64LittleEndian(last));
            }
        }
    }

    private void Eight(ulong bytes)
    {
        if (bytes == AllSpaces) Command(Spaces);
        else Element(bytes);
    }

    private void Element(ulong bytes)
    {
        Command(Follows);
        BinaryPrimitives.WriteUInt64LittleEndian(buffer.AsSpan(at), bytes);
        at += sizeof(ulong);
    }

    private void Next()
    {
        if (at + Commands * (1 + sizeof(ulong)) > buffer.Length)
        {
            output.Write(buffer.AsSpan(0, at));
            at = 0;
        }
        (block, used, at) = (at, 0, at + Commands);
    }

    /// <summary>Gives out what is left; commands that are not used do nothing.</summary>
    public void End()
    {
        if (used == 0) return;
        buffer.AsSpan(block + used, Commands - used).Clear();
        output.Write(buffer.AsSpan(0, at));
        (block, used, at) = (0, 0, Commands);
    }
}
