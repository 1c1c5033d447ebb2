using System.Security.Cryptography;
using System.Text.Json;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Studies;

/// <summary>
/// The study's secret: 32 random bytes that never rotate and key the hashes which must stay the same for the study's life (pseudonyms, samples for double
/// entry, duplicates). Made once by whoever asks first; a backup carries it.
/// </summary>
public sealed class StudySecret(IRecordStore store)
{
    /// <summary>The record's state and its one key.</summary>
    public const string State = "secret";

    private const int Length = 32;
    private const int Characters = 10; // 50 bits: two of 100,000 values coincide once in 200,000 studies
    private static readonly RecordKey Place = new(State, "study");
    private byte[]? secret;

    /// <summary>A short text of base-32 characters for a value; the same for the same purpose and value, unlinked between purposes.</summary>
    public async ValueTask<string> Pseudonym(string purpose, string value) => Pseudonym(await Read(), purpose, value);

    /// <summary>The pseudonyms of one purpose, for many values.</summary>
    public async ValueTask<Func<string, string>> Pseudonyms(string purpose)
    {
        var key = await Read();
        return value => Pseudonym(key, purpose, value);
    }

    /// <summary>The numbers of one purpose, evenly spread over 64 bits, for many values.</summary>
    public async ValueTask<Func<string, ulong>> Numbers(string purpose)
    {
        var key = await Read();
        return value => KeyedHash.Number(key, purpose, value);
    }

    /// <summary>Gives a study without a secret this one. For the demo alone: whoever reads its source knows it.</summary>
    internal static async Task Give(IRecordStore store, byte[] secret, CancellationToken cancellation)
    {
        if (await store.Read(Place, cancellation) is null) await store.Write(Place, Kept(secret), expected: null, cancellation);
    }

    private static byte[] Kept(byte[] secret) => JsonSerializer.SerializeToUtf8Bytes(new Stored(secret), FactJson.Options);

    private static string Pseudonym(byte[] key, string purpose, string value)
    {
        return string.Create(Characters, KeyedHash.Of(key, purpose, value), (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = CheckCharacter.Alphabet[bytes[i] & 31];
        });
    }

    private async ValueTask<byte[]> Read()
    {
        if (secret is { } known) return known;
        if (await store.Read(Place) is { } stored) return secret = Open(stored);
        try
        {
            var fresh = RandomNumberGenerator.GetBytes(Length);
            await store.Write(Place, Kept(fresh), expected: null);
            return secret = fresh;
        }
        catch (Exception fault) when (fault is RecordConflictException or RecordOutcomeUnknownException)
        {
            // another made it first, or the write may have taken: what lies in the store is the secret
            return secret = Open(await store.Read(Place) ?? throw new StoreUnavailableException("the study's secret could neither be written nor read", fault));
        }
    }

    private static byte[] Open(StoredRecord stored) =>
        JsonSerializer.Deserialize<Stored>(stored.Content.Span, FactJson.Options) is { Secret.Length: Length } whole ? whole.Secret : throw new LedgerException("The study's secret cannot be read.");

    private sealed record Stored(byte[] Secret);
}
