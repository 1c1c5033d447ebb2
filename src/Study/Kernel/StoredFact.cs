using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SosLongitudinal.Study.Kernel;

/// <summary>What a fact keeps for ever, also after its content was erased.</summary>
/// <param name="N">1 for the first fact of a ledger, then one more each.</param>
/// <param name="At">The instant of commit, UTC, to the millisecond, never before the previous fact's.</param>
public sealed record FactHead(int N, DateTimeOffset At, string By, OperationId Op, string Kind);

/// <summary>
/// One fact as it lies in storage: <c>{"n","at","by","op","kind","digest","salt","why","content","hash"}</c>. <c>digest</c> is
/// SHA-256(salt, why, 0, content) and <c>hash</c> SHA-256(previous hash, head as stored), so that erasing salt, why and content leaves the chain whole.
/// </summary>
public sealed class StoredFact
{
    public const int HashLength = 32;
    private const int SaltLength = 16;
    private const int MostKept = 64 << 10;
    private static readonly JsonWriterOptions Compact = new() { SkipValidation = true };

    [ThreadStatic] private static ArrayBufferWriter<byte>? buffer;
    [ThreadStatic] private static Utf8JsonWriter? writer;

    private readonly int contentStart;
    private readonly int contentLength;
    private readonly byte[]? hash;

    private StoredFact(ReadOnlyMemory<byte> bytes, FactHead head, string? why, int contentStart, int contentLength, byte[]? hash)
    {
        (Bytes, Head, Why, this.hash) = (bytes, head, why, hash);
        (this.contentStart, this.contentLength) = (contentStart, contentLength);
    }

    public FactHead Head { get; }

    public string? Why { get; }

    /// <summary>The whole fact, byte for byte as stored.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    public bool IsErased => contentLength == 0;

    /// <summary>The content's bytes; empty where it was erased.</summary>
    public ReadOnlySpan<byte> Content => Bytes.Span.Slice(contentStart, contentLength);

    public byte[] Hash => hash is null ? Decode(Parts.Of(Bytes.Span).Hash) : [.. hash];

    public static StoredFact Seal(FactHead head, string? why, ReadOnlySpan<byte> content, ReadOnlySpan<byte> previousHash)
    {
        Span<byte> salt = stackalloc byte[SaltLength];
        RandomNumberGenerator.Fill(salt);
        return Build(head, DigestOf(salt, why, content), salt, why, content, previousHash);
    }

    /// <summary>The same fact without salt, reason and content; digest and hash stay.</summary>
    public StoredFact Erased(ReadOnlySpan<byte> previousHash) => Build(Head, Decode(Parts.Of(Bytes.Span).Digest), [], null, [], previousHash);

    /// <summary>Reads one stored fact; only the hash chain and the digest remain to be checked by <see cref="FaultAfter"/>.</summary>
    public static StoredFact Read(ReadOnlyMemory<byte> bytes) => Of(bytes, Parts.Of(bytes.Span));

    /// <summary>Reads the fact at which a reader over a whole record stands, and moves it to the fact's end.</summary>
    internal static StoredFact Read(ReadOnlyMemory<byte> record, ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        var parts = Parts.Read(ref reader);
        return Of(record[start..(int)reader.BytesConsumed], parts);
    }

    private static StoredFact Of(ReadOnlyMemory<byte> bytes, Parts parts) => new(bytes, parts.Head, parts.Why, parts.ContentStart, parts.ContentLength, null);

    /// <summary>What is wrong with this fact as the successor of <paramref name="previous"/>; <c>null</c> where all holds.</summary>
    public string? FaultAfter(FactHead? previous, ReadOnlySpan<byte> previousHash)
    {
        var parts = Parts.Of(Bytes.Span);
        var (digest, salt) = (Decode(parts.Digest), Decode(parts.Salt));
        if (Head.N != (previous?.N ?? 0) + 1) return $"its number is {Head.N}";
        if (previous is not null && Head.At < previous.At) return "it is dated before the fact in front of it";
        if (!IsErased && !DigestOf(salt, Why, Content).AsSpan().SequenceEqual(digest)) return "its content does not match its digest";
        var same = Build(Head, digest, salt, Why, Content, previousHash);
        if (!same.Hash.AsSpan().SequenceEqual(Decode(parts.Hash))) return "its hash does not follow from the fact in front of it";
        return same.Bytes.Span.SequenceEqual(Bytes.Span) ? null : "it holds bytes that were not written so";
    }

    private static byte[] DigestOf(ReadOnlySpan<byte> salt, string? why, ReadOnlySpan<byte> content)
    {
        var whyLength = Encoding.UTF8.GetByteCount(why ?? "");
        var hashed = ArrayPool<byte>.Shared.Rent(salt.Length + whyLength + 1 + content.Length);
        salt.CopyTo(hashed);
        Encoding.UTF8.GetBytes(why ?? "", hashed.AsSpan(salt.Length));
        hashed[salt.Length + whyLength] = 0;
        content.CopyTo(hashed.AsSpan(salt.Length + whyLength + 1));
        var digest = SHA256.HashData(hashed.AsSpan(0, salt.Length + whyLength + 1 + content.Length));
        ArrayPool<byte>.Shared.Return(hashed, clearArray: true); // it held what a person said
        return digest;
    }

    private static StoredFact Build(
        FactHead head, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> salt, string? why, ReadOnlySpan<byte> content, ReadOnlySpan<byte> previousHash)
    {
        var json = Fresh();
        json.WriteStartObject();
        json.WriteNumber("n"u8, head.N);
        json.WriteString("at"u8, Instant(head.At));
        json.WriteString("by"u8, head.By);
        json.WriteString("op"u8, head.Op.Text);
        json.WriteString("kind"u8, head.Kind);
        json.WriteBase64String("digest"u8, digest);
        json.Flush();

        var hash = new byte[HashLength];
        var written = buffer!.WrittenSpan[1..];
        var hashed = ArrayPool<byte>.Shared.Rent(previousHash.Length + written.Length);
        previousHash.CopyTo(hashed);
        written.CopyTo(hashed.AsSpan(previousHash.Length));
        SHA256.HashData(hashed.AsSpan(0, previousHash.Length + written.Length), hash);
        ArrayPool<byte>.Shared.Return(hashed);

        var contentEnd = 0;
        if (!content.IsEmpty)
        {
            json.WriteBase64String("salt"u8, salt);
            if (why is not null) json.WriteString("why"u8, why);
            json.WritePropertyName("content"u8);
            json.WriteRawValue(content, skipInputValidation: true);
            json.Flush();
            contentEnd = buffer.WrittenCount;
        }
        json.WriteBase64String("hash"u8, hash);
        json.WriteEndObject();
        json.Flush();
        var bytes = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity > MostKept) (buffer, writer) = (null, null);
        return new(bytes, head, content.IsEmpty ? null : why, contentEnd - content.Length, content.Length, hash);
    }

    /// <summary>This thread's writer over its buffer, both empty: sealing is the hottest path of a write.</summary>
    private static Utf8JsonWriter Fresh()
    {
        buffer ??= new(1024);
        buffer.Clear();
        writer ??= new(buffer, Compact);
        writer.Reset();
        return writer;
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static byte[] Decode(ReadOnlySpan<byte> base64)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length)];
        return Base64.DecodeFromUtf8(base64, bytes, out _, out var written) == OperationStatus.Done
            ? bytes.AsSpan(0, written).ToArray()
            : throw new LedgerException("A stored fact holds a digest, salt or hash that is not base 64.");
    }

    private ref struct Parts
    {
        public FactHead Head;
        public string? Why;
        public ReadOnlySpan<byte> Digest;
        public ReadOnlySpan<byte> Salt;
        public ReadOnlySpan<byte> Hash;
        public int ContentStart;
        public int ContentLength;

        public static Parts Of(ReadOnlySpan<byte> bytes)
        {
            try
            {
                var reader = new Utf8JsonReader(bytes);
                reader.Read();
                return Read(ref reader);
            }
            catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
            {
                throw new LedgerException($"A stored fact cannot be read: {fault.Message}");
            }
        }

        public static Parts Read(scoped ref Utf8JsonReader reader)
        {
            var parts = new Parts();
            var start = (int)reader.TokenStartIndex;
            var n = 0;
            DateTimeOffset at = default;
            string by = "", op = "", kind = "";
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.ValueSpan;
                reader.Read();
                if (name.SequenceEqual("n"u8)) n = reader.GetInt32();
                else if (name.SequenceEqual("at"u8)) at = reader.GetDateTimeOffset();
                else if (name.SequenceEqual("by"u8)) by = ReadTexts<string>.Of(ref reader, Intern.Text);
                else if (name.SequenceEqual("op"u8)) op = reader.GetString()!;
                else if (name.SequenceEqual("kind"u8)) kind = ReadTexts<string>.Of(ref reader, Intern.Text);
                else if (name.SequenceEqual("digest"u8)) parts.Digest = reader.ValueSpan;
                else if (name.SequenceEqual("salt"u8)) parts.Salt = reader.ValueSpan;
                else if (name.SequenceEqual("why"u8)) parts.Why = reader.GetString();
                else if (name.SequenceEqual("hash"u8)) parts.Hash = reader.ValueSpan;
                else if (name.SequenceEqual("content"u8))
                {
                    parts.ContentStart = (int)reader.TokenStartIndex - start;
                    reader.Skip();
                    parts.ContentLength = (int)reader.BytesConsumed - start - parts.ContentStart;
                }
                else throw new LedgerException($"A stored fact has an unknown part '{Encoding.UTF8.GetString(name)}'.");
            }
            parts.Head = new(n, at, by, new(op), kind);
            return parts;
        }
    }
}
