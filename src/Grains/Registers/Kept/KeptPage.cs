using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using Orleans.Serialization;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers.Kept;

/// <summary>
/// The families whose ids share two letters, as bytes: the build that folded them, a checksum of the rest, how long the entries are, the entries compressed. Buffers are rented: pages of a large study
/// would else fill memory with large arrays.
/// </summary>
internal static class KeptPage
{
    public const string State = "register";

    private const int Letters = 2;

    /// <summary>Another build may fold otherwise: the modules that hold the rules, the registers and the serializer.</summary>
    private static readonly byte[] Build = [.. Module(typeof(FamilyFold)), .. Module(typeof(RegisterEntry)), .. Module(typeof(Serializer))];

    private static readonly int LengthAt = Build.Length + SHA256.HashSizeInBytes;
    private static readonly int EntriesAt = LengthAt + sizeof(int);

    public static string Of(FamilyId family) => family.ToString()[..Letters];

    public static RecordKey Key(string page) => new(State, page);

    public static byte[] Seal(RegisterEntry[] entries, Serializer<RegisterEntry[]> serializer, ArrayBufferWriter<byte> plain)
    {
        plain.ResetWrittenCount();
        serializer.Serialize(entries, plain);
        var rented = ArrayPool<byte>.Shared.Rent(EntriesAt + BrotliEncoder.GetMaxCompressedLength(plain.WrittenCount));
        try
        {
            var page = rented.AsSpan();
            if (!BrotliEncoder.TryCompress(plain.WrittenSpan, page[EntriesAt..], out var compressed, quality: 1, window: 16)) throw new InvalidOperationException("A page did not fit its own bound.");
            page = page[..(EntriesAt + compressed)];
            Build.CopyTo(page);
            BinaryPrimitives.WriteInt32LittleEndian(page[LengthAt..], plain.WrittenCount);
            SHA256.HashData(page[LengthAt..], page[Build.Length..]);
            return page.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Its entries; <c>null</c> where they are another build's or not whole.</summary>
    public static RegisterEntry[]? Open(ReadOnlySpan<byte> page, Serializer<RegisterEntry[]> serializer)
    {
        if (page.Length < EntriesAt || !page.StartsWith(Build) || !page[Build.Length..LengthAt].SequenceEqual(SHA256.HashData(page[LengthAt..]))) return null;
        var rented = ArrayPool<byte>.Shared.Rent(BinaryPrimitives.ReadInt32LittleEndian(page[LengthAt..]));
        try
        {
            return BrotliDecoder.TryDecompress(page[EntriesAt..], rented, out var length) ? serializer.Deserialize(rented.AsSpan(0, length)) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static byte[] Module(Type one) => one.Module.ModuleVersionId.ToByteArray();
}
