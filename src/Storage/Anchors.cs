using System.Collections.Immutable;
using System.Text.Json;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Storage;

/// <summary>
/// How long every ledger was at some time, and its last hash. A backup writes it as JSON (<c>state/key</c> encoded, to length and hash), apart from the
/// records: with it a cut tail or a missing record shows.
/// </summary>
public sealed record Anchors(ImmutableSortedDictionary<string, LedgerAnchor> Records)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static readonly Anchors None = new(ImmutableSortedDictionary.Create<string, LedgerAnchor>(StringComparer.Ordinal));

    public LedgerAnchor? Of(RecordKey key) => Records.GetValueOrDefault(NameOf(key));

    public static string NameOf(RecordKey key) => $"{RecordName.OfState(key.State)}/{RecordName.Encode(key.Key)}";

    public static RecordKey KeyOf(string name) => name.IndexOf('/') is var cut and > 0
        ? new(RecordName.StateOf(name[..cut]), Uri.UnescapeDataString(name[(cut + 1)..]))
        : throw new FormatException($"'{name}' does not name a record.");

    public Task Save(Stream file, CancellationToken cancellation = default) => JsonSerializer.SerializeAsync(file, this, Json, cancellation);

    /// <summary>Throws <see cref="JsonException"/> where the file is not one that <see cref="Save"/> wrote.</summary>
    public static async Task<Anchors> Load(Stream file, CancellationToken cancellation = default) =>
        await JsonSerializer.DeserializeAsync<Anchors>(file, Json, cancellation) is { Records: { } records }
            ? new(records.ToImmutableSortedDictionary(StringComparer.Ordinal))
            : throw new JsonException("This is not an anchor file.");
}
