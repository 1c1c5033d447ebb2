using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SosLongitudinal.Study.Kernel;

/// <summary>Hashes that only who holds a key can give; those of one purpose say nothing about those of another.</summary>
public static class KeyedHash
{
    public static byte[] Of(byte[] key, string purpose, string value) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{purpose}\0{value}"));

    /// <summary>A number evenly spread over 64 bits.</summary>
    public static ulong Number(byte[] key, string purpose, string value) => BinaryPrimitives.ReadUInt64BigEndian(Of(key, purpose, value));
}
