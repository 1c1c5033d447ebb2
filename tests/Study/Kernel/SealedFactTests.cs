using System.Text;
using System.Text.Json;
using CsCheck;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Study.Kernel;

public sealed class SealedFactTests
{
    private static readonly Gen<string> Text = Gen.OneOf(Gen.String, Gen.String[Gen.Char["aé\"\\/\n漢"], 0, 60], Gen.Const(new string('x', 70_000)));

    /// <summary>Sealing does not read back what it wrote; this holds the two against each other, large contents in between.</summary>
    [Fact]
    public void A_fact_as_sealed_is_the_fact_as_read_back() =>
        Gen.Select(Text, Text.Null(), Gen.Int[2, 9_999]).Sample((text, why, n) =>
        {
            why = why is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(why)); // half a surrogate pair cannot be stored
            var head = new FactHead(n, DateTimeOffset.UnixEpoch.AddMilliseconds(n), "a@b.example", new("op-1"), "family.sampled");
            var previous = LedgerText.Root("sos.family", $"{n}");
            var fact = StoredFact.Seal(head, why, JsonSerializer.SerializeToUtf8Bytes(new { text }), previous);
            Same(fact, previous);
            Same(fact.Erased(previous), previous);
        });

    private static void Same(StoredFact made, byte[] previous)
    {
        var read = StoredFact.Read(made.Bytes);
        Assert.Equal((read.Head, read.Why, read.IsErased), (made.Head, made.Why, made.IsErased));
        Assert.Equal(Encoding.UTF8.GetString(read.Content), Encoding.UTF8.GetString(made.Content));
        Assert.Equal(read.Hash, made.Hash);
        Assert.Null(read.FaultAfter(made.Head with { N = made.Head.N - 1 }, previous));
    }
}
