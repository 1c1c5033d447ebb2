using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace SosLongitudinal.Tests.Web.Accounts;

/// <summary>An authenticator app: the codes of RFC 6238 for a key in base 32.</summary>
internal static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;

    /// <summary>The code that shows so many steps from now; neighbours hold too, for clocks that go wrong.</summary>
    public static string Code(string key, int steps = 0)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / StepSeconds + steps);
        var hash = HMACSHA1.HashData(Bytes(key), counter);
        var at = hash[^1] & 0xf;
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at)) & int.MaxValue) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string key)
    {
        var (bytes, buffer, bits) = (new List<byte>(), 0, 0);
        foreach (var letter in key.Where(char.IsAsciiLetterOrDigit))
        {
            (buffer, bits) = ((buffer << 5 | Alphabet.IndexOf(letter, StringComparison.Ordinal)) & 0xfff, bits + 5);
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
        }
        return [.. bytes];
    }
}
