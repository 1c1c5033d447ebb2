using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SosLongitudinal.Study.Kernel;

/// <summary>A fact with its head, as the fold meets it; <see cref="Content"/> is <c>null</c> where it was erased.</summary>
public readonly record struct Recorded<TFact>(FactHead Head, TFact? Content, string? Why) where TFact : class;

/// <summary>A ledger whatever its facts are: what storage, backup and <c>sos verify</c> need of it.</summary>
public interface ILedger
{
    string Key { get; }
    int Length { get; }
    ReadOnlyMemory<byte> ToStored();

    /// <summary>The same facts under the key of the record they were read from; only a keyed ledger takes facts.</summary>
    ILedger Under(string key);

    /// <summary>A ledger of the same kind, without a key, from stored bytes.</summary>
    ILedger Read(ReadOnlyMemory<byte> stored);
}

/// <summary>
/// A record: its facts in order, each kept as its stored bytes, so that an append serializes only what is new. Immutable.
/// Stored as <c>{"record":"sos.family","schema":1,"facts":[...]}</c>.
/// </summary>
public sealed class Ledger<TFact> : ILedger where TFact : class
{
    private const int Schema = 1;
    private static readonly byte[] Opening = Encoding.UTF8.GetBytes($$"""{"record":"{{FactKinds<TFact>.Record}}","schema":{{Schema}},"facts":[""");
    private static readonly byte[] Closing = "]}"u8.ToArray();
    private readonly ImmutableArray<StoredFact> facts;

    /// <summary>What an absent record reads as; only a keyed ledger takes facts.</summary>
    public Ledger() : this("", []) { }

    private Ledger(string key, ImmutableArray<StoredFact> facts)
    {
        Key = key;
        this.facts = facts;
    }

    public string Key { get; }

    public int Length => facts.Length;

    public IReadOnlyList<StoredFact> Stored => facts;

    public static Ledger<TFact> Empty(string key) => new(key, []);

    public Ledger<TFact> Under(string key) => Key == key ? this : new(key, facts);

    ILedger ILedger.Under(string key) => Under(key);

    ILedger ILedger.Read(ReadOnlyMemory<byte> stored) => FromStored("", stored);

    public IEnumerable<Recorded<TFact>> Facts => facts.Select(Open);

    public static Recorded<TFact> Open(StoredFact stored) =>
        new(stored.Head, stored.IsErased ? null : FactKinds<TFact>.Read(stored.Head.Kind, stored.Content), stored.Why);

    /// <summary>Adds facts under one stamp. The instant is the stamp's, or the last fact's where that is later.</summary>
    public Ledger<TFact> Append(IEnumerable<TFact> added, Stamp stamp)
    {
        if (Key.Length == 0) throw new InvalidOperationException("A ledger without its key takes no facts.");
        var at = new DateTimeOffset(stamp.At.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
        var longer = facts;
        foreach (var fact in added)
        {
            var last = longer.Length == 0 ? null : longer[^1];
            if (last is not null && last.Head.At > at) at = last.Head.At;
            var head = new FactHead(longer.Length + 1, at, stamp.By, stamp.Operation, FactKinds<TFact>.Of(fact));
            longer = longer.Add(StoredFact.Seal(head, stamp.Why, FactKinds<TFact>.Write(fact), last is null ? Root(Key) : last.Hash));
        }
        return new(Key, longer);
    }

    /// <summary>Removes content, reason and salt of the facts that match; heads, digests and the chain stay.</summary>
    public Ledger<TFact> Erase(Func<Recorded<TFact>, bool> which)
    {
        var erased = facts;
        for (var i = 0; i < facts.Length; i++)
        {
            if (facts[i].IsErased || !which(Open(facts[i]))) continue;
            erased = erased.SetItem(i, facts[i].Erased(i == 0 ? Root(Key) : facts[i - 1].Hash));
        }
        return new(Key, erased);
    }

    /// <summary>The ledger as it stood at an instant, which is always a prefix.</summary>
    public Ledger<TFact> AsOf(DateTimeOffset instant) => First(facts.TakeWhile(f => f.Head.At <= instant).Count());

    public Ledger<TFact> First(int count) => count >= facts.Length ? this : new(Key, facts[..count]);

    public ReadOnlyMemory<byte> ToStored()
    {
        var length = Opening.Length + Closing.Length + Math.Max(0, facts.Length - 1);
        foreach (var fact in facts) length += fact.Bytes.Length;
        var bytes = new byte[length];
        Opening.CopyTo(bytes, 0);
        var at = Opening.Length;
        foreach (var fact in facts)
        {
            if (at > Opening.Length) bytes[at++] = (byte)',';
            fact.Bytes.CopyTo(bytes.AsMemory(at));
            at += fact.Bytes.Length;
        }
        Closing.CopyTo(bytes, at);
        return bytes;
    }

    /// <summary>Reads a stored ledger without checking its chain (<see cref="LedgerCheck"/> does).</summary>
    public static Ledger<TFact> FromStored(string key, ReadOnlyMemory<byte> stored) => new(key, LedgerText.Read(stored, FactKinds<TFact>.Record));

    private static byte[] Root(string key) => LedgerText.Root(FactKinds<TFact>.Record, key);
}

/// <summary>The envelope's text, for any record kind.</summary>
public static class LedgerText
{
    /// <summary>The hash in front of the first fact: a ledger moved to another key shows.</summary>
    public static byte[] Root(string record, string key) => SHA256.HashData(Encoding.UTF8.GetBytes($"{record}\0{key}"));

    /// <summary>The facts of a stored ledger of a kind, read in one pass.</summary>
    internal static ImmutableArray<StoredFact> Read(ReadOnlyMemory<byte> stored, string record)
    {
        try
        {
            var facts = ImmutableArray.CreateBuilder<StoredFact>();
            var reader = Open(stored.Span, record);
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) facts.Add(StoredFact.Read(stored, ref reader));
            return facts.DrainToImmutable();
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            throw new LedgerException($"The record cannot be read: {fault.Message}");
        }
    }

    /// <summary>Where each fact lies in a stored ledger.</summary>
    public static List<Range> FactsOf(ReadOnlySpan<byte> stored, string? record)
    {
        try
        {
            var ranges = new List<Range>();
            var reader = Open(stored, record);
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                ranges.Add(start..(int)reader.BytesConsumed);
            }
            return ranges;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            throw new LedgerException($"The record cannot be read: {fault.Message}");
        }
    }

    /// <summary>A reader that stands at the opening of the record's facts.</summary>
    private static Utf8JsonReader Open(ReadOnlySpan<byte> stored, string? record)
    {
        var reader = new Utf8JsonReader(stored);
        if (!reader.Read() || !Next(ref reader, "record"u8) || (record is not null && !reader.ValueTextEquals(record))) throw new LedgerException($"This is not a {record ?? "ledger"} record.");
        if (!Next(ref reader, "schema"u8) || reader.GetInt32() != 1) throw new LedgerException("The record's schema is newer than this product.");
        if (!Next(ref reader, "facts"u8) || reader.TokenType != JsonTokenType.StartArray) throw new LedgerException("The record has no facts.");
        return reader;

        static bool Next(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name) && reader.Read();
    }

    public static string RecordOf(ReadOnlySpan<byte> stored)
    {
        try
        {
            var reader = new Utf8JsonReader(stored);
            return reader.Read() && reader.Read() && reader.ValueTextEquals("record"u8) && reader.Read() ? reader.GetString() ?? "" : "";
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return "";
        }
    }
}
