using CsCheck;

namespace SosLongitudinal.Tests.Storage;

/// <summary>Keys as awkward as grain keys may be.</summary>
internal static class Some
{
    private static readonly string[] Pieces = ["A", "a", "B", "0", "9", "-", "_", "~", "/", ".", "%", " ", "@", "é", "\u4e2d", "\ud83c\udf31"];

    public static readonly Gen<string> Key = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 5].Select(pieces => string.Concat(pieces));

    public static string[] AwkwardKeys(int count)
    {
        string[] fixedOnes = ["A", "A-", "A_", "A/", "A~", "A.", "A0", "AA", "a", "A%", "A@", "Aé", "-", "_", "~", "/"];
        return [.. fixedOnes.Concat(Enumerable.Range(0, Math.Max(0, count - fixedOnes.Length)).Select(i => $"{(i % 2 == 0 ? "7" : "K")}{i * 7919 % 100_000:x5}"))];
    }
}
