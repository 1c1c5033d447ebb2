using System.Text.Json.Serialization;
using CsCheck;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Study.Kernel;

public sealed class LedgerTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Note> AnyNote = Gen.OneOf(
        Gen.Select(Gen.String, Gen.Int, (text, weight) => (Note)new Note.Said(text, weight)),
        Gen.Bool.Select(kept => (Note)new Note.Kept(kept)));

    // commands of one to three facts; the clock may stand still or be set back between them
    private static readonly Gen<Ledger<Note>> AnyLedger = Gen.Select(
        Gen.String[Gen.Char.AlphaNumeric, 1, 8], Gen.Select(AnyNote.Array[1, 3], Gen.Int[-5_000, 60_000], Gen.OneOf(Gen.Const((string?)null), Gen.String.Select(s => (string?)s))).Array[1, 5],
        (key, commands) => commands.Select((command, i) => (command, i)).Aggregate(Ledger<Note>.Empty(key), (ledger, next) =>
            ledger.Append(next.command.Item1, new Stamp(new($"op-{next.i}"), "ann@demo.example", Start.AddMilliseconds(next.command.Item2), next.command.Item3))));

    [Fact]
    public void What_is_read_back_is_what_was_stored_byte_for_byte_and_fact_for_fact() => AnyLedger.Sample(ledger =>
    {
        var again = Ledger<Note>.FromStored(ledger.Key, ledger.ToStored());
        Assert.Equal(ledger.ToStored().ToArray(), again.ToStored().ToArray());
        Assert.Equal(Told(ledger), Told(again));
        Assert.Equal(new LedgerAnchor(ledger.Length, Convert.ToBase64String(ledger.Stored[^1].Hash)), Check(ledger, ledger.ToStored()).Sound);
        Assert.Null(Check(ledger, ledger.ToStored()).Fault);
    }, iter: 200);

    [Fact]
    public void Appending_to_what_was_read_back_is_appending_to_what_was_there() => Gen.Select(AnyLedger, AnyNote).Sample((ledger, note) =>
    {
        var longer = Ledger<Note>.FromStored(ledger.Key, ledger.ToStored()).Append([note], new Stamp(new("later"), "bob@demo.example", Start.AddDays(1)));
        Assert.True(longer.ToStored().Span.StartsWith(ledger.ToStored().Span[..^2]), "the facts that were there changed");
        Assert.Equal(note, longer.Facts.Last().Content);
        Assert.Null(Check(ledger, longer.ToStored()).Fault);
    }, iter: 200);

    [Fact]
    public void Facts_are_numbered_in_a_row_and_never_dated_before_the_one_in_front() => AnyLedger.Sample(ledger =>
    {
        Assert.Equal(Enumerable.Range(1, ledger.Length), ledger.Stored.Select(f => f.Head.N));
        Assert.Equal(ledger.Stored.Select(f => f.Head.At).Order(), ledger.Stored.Select(f => f.Head.At));
    }, iter: 200);

    [Fact]
    public void Every_changed_byte_is_found() => Gen.Select(AnyLedger, Gen.Byte[1, 255]).Sample((ledger, flip) =>
    {
        var stored = ledger.ToStored().ToArray();
        for (var at = 0; at < stored.Length; at++)
        {
            stored[at] ^= flip;
            Assert.True(LedgerCheck.Of("sos.note", ledger.Key, stored).Fault is not null, $"byte {at} changed by {flip:x2} went unseen");
            stored[at] ^= flip;
        }
    }, iter: 15);

    [Fact]
    public void Every_removed_or_doubled_byte_is_found() => AnyLedger.Sample(ledger =>
    {
        var stored = ledger.ToStored().ToArray();
        for (var at = 0; at < stored.Length; at++)
        {
            Assert.NotNull(LedgerCheck.Of("sos.note", ledger.Key, (byte[])[.. stored[..at], .. stored[(at + 1)..]]).Fault);
            Assert.NotNull(LedgerCheck.Of("sos.note", ledger.Key, (byte[])[.. stored[..at], stored[at], .. stored[at..]]).Fault);
        }
    }, iter: 5);

    [Fact]
    public void A_fact_taken_out_or_put_elsewhere_is_found() => AnyLedger.Sample(ledger =>
    {
        if (ledger.Length < 2) return;
        for (var out_ = 0; out_ < ledger.Length - 1; out_++) Assert.NotNull(Check(ledger, Stored(ledger.Stored.Where((_, i) => i != out_))).Fault);
        Assert.NotNull(Check(ledger, Stored(ledger.Stored.Reverse())).Fault);
        Assert.NotNull(Check(ledger, Stored(ledger.Stored.Append(ledger.Stored[^1]))).Fault);
    }, iter: 50);

    [Fact]
    public void A_ledger_under_another_key_or_kind_is_found() => AnyLedger.Sample(ledger =>
    {
        Assert.Equal(1, LedgerCheck.Of("sos.note", ledger.Key + "2", ledger.ToStored()).Fault!.Fact);
        Assert.NotNull(LedgerCheck.Of("sos.family", ledger.Key, ledger.ToStored()).Fault);
    }, iter: 100);

    [Fact]
    public void A_cut_tail_shows_against_its_anchor_and_only_there() => AnyLedger.Sample(ledger =>
    {
        var anchor = Check(ledger, ledger.ToStored()).Sound;
        for (var kept = 0; kept < ledger.Length; kept++)
        {
            Assert.Null(Check(ledger, ledger.First(kept).ToStored()).Fault);
            Assert.NotNull(LedgerCheck.Of("sos.note", ledger.Key, ledger.First(kept).ToStored(), anchor).Fault);
        }
        var longer = ledger.Append([new Note.Kept(true)], new Stamp(new("later"), "bob@demo.example", Start));
        Assert.Null(LedgerCheck.Of("sos.note", ledger.Key, longer.ToStored(), anchor).Fault);
    }, iter: 50);

    [Fact]
    public void A_tail_cut_and_written_anew_shows_against_its_anchor() => AnyLedger.Sample(ledger =>
    {
        var anchor = Check(ledger, ledger.ToStored()).Sound;
        var anew = ledger.First(ledger.Length - 1).Append([new Note.Said("rewritten", 1), new Note.Kept(false)], new Stamp(new("later"), "bob@demo.example", Start));
        Assert.NotNull(LedgerCheck.Of("sos.note", ledger.Key, anew.ToStored(), anchor).Fault);
    }, iter: 50);

    [Fact]
    public void Erasing_contents_keeps_heads_chain_and_anchor_and_leaves_no_trace_of_them() => Gen.Select(AnyLedger, Gen.Int[1, 15]).Sample((ledger, n) =>
    {
        const string Secret = "an unmistakable sentence";
        var secret = ledger.Append([new Note.Said(Secret, 1)], new Stamp(new("secret"), "ann@demo.example", Start, Secret)).Append([new Note.Kept(true)], new Stamp(new("after"), "ann@demo.example", Start));
        var anchor = Check(secret, secret.ToStored()).Sound;
        var erased = secret.Erase(fact => fact.Head.N == n || fact.Head.Op.Text == "secret");

        Assert.Equal(secret.Stored.Select(f => f.Head), erased.Stored.Select(f => f.Head));
        Assert.Null(LedgerCheck.Of("sos.note", secret.Key, erased.ToStored(), anchor).Fault);
        Assert.DoesNotContain(Secret, System.Text.Encoding.UTF8.GetString(erased.ToStored().Span), StringComparison.Ordinal);
        var told = erased.Facts.Single(f => f.Head.Op.Text == "secret");
        Assert.Equal((null, null), (told.Content, told.Why));
        Assert.Equal(erased.ToStored().ToArray(), erased.Erase(fact => fact.Head.N == n).ToStored().ToArray());
        var reread = Ledger<Note>.FromStored(secret.Key, erased.ToStored()).Append([new Note.Kept(false)], new Stamp(new("on"), "ann@demo.example", Start));
        Assert.Null(Check(secret, reread.ToStored()).Fault);
    }, iter: 100);

    [Fact]
    public void An_as_of_cut_is_a_prefix_with_all_facts_up_to_the_instant() => Gen.Select(AnyLedger, Gen.Int[-10_000, 70_000]).Sample((ledger, after) =>
    {
        var cut = ledger.AsOf(Start.AddMilliseconds(after));
        Assert.Equal(ledger.Stored.Take(cut.Length), cut.Stored);
        Assert.Equal(ledger.Stored.Count(f => f.Head.At <= Start.AddMilliseconds(after)), cut.Length);
    });

    [Fact]
    public void A_ledger_without_its_key_takes_no_facts() =>
        Assert.Throws<InvalidOperationException>(() => new Ledger<Note>().Append([new Note.Kept(true)], new Stamp(new("op"), "ann@demo.example", Start)));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"record\":\"sos.note\",\"schema\":2,\"facts\":[]}")]
    [InlineData("{\"record\":\"sos.note\",\"schema\":1,\"facts\":[{}]}")]
    [InlineData("{\"record\":\"sos.note\",\"schema\":1,\"facts\":[1]}")]
    [InlineData("{\"record\":\"sos.note\",\"schema\":1,\"facts\":[{\"n\":1,\"surprise\":2}]}")]
    public void What_is_no_ledger_is_a_named_fault(string text)
    {
        var stored = System.Text.Encoding.UTF8.GetBytes(text);
        Assert.NotNull(LedgerCheck.Of("sos.note", "A", stored).Fault);
        _ = LedgerText.RecordOf(stored);
    }

    private static LedgerFinding Check(Ledger<Note> ledger, ReadOnlyMemory<byte> stored) => LedgerCheck.Of("sos.note", ledger.Key, stored);

    private static byte[] Stored(IEnumerable<StoredFact> facts) =>
        [.. "{\"record\":\"sos.note\",\"schema\":1,\"facts\":["u8, .. facts.SelectMany((f, i) => (byte[])(i == 0 ? f.Bytes.ToArray() : [(byte)',', .. f.Bytes.Span])), .. "]}"u8];

    private static List<string> Told(Ledger<Note> ledger) => [.. ledger.Facts.Select(f => $"{f.Head} {f.Content} {f.Why}")];

    [RecordKind("sos.note")]
    [JsonDerivedType(typeof(Said), "said")]
    [JsonDerivedType(typeof(Kept), "kept")]
    public abstract record Note
    {
        private Note() { }

        public sealed record Said(string Text, int Weight) : Note;

        public sealed record Kept(bool Yes) : Note;
    }
}
