using System.Text.Json;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Safeguarding;

/// <summary>Closes and opens what is sealed of one family's disclosures. Sealing the same twice gives different bytes, so contents are compared by opening them.</summary>
public sealed record DisclosureSeal(Func<byte[], byte[]> Close, Func<byte[], byte[]> Open)
{
    public byte[] Seal<T>(T value) => Close(JsonSerializer.SerializeToUtf8Bytes(value, FactJson.Options));

    public T Read<T>(byte[] closed) => JsonSerializer.Deserialize<T>(Open(closed), FactJson.Options)!;

    public HarmDisclosure Read(SealedDisclosure d) => new(d.Number, Read<HeardHarm>(d.Heard), [.. d.PassedOn.Select(Read<PassedOnHarm>)], [.. d.FollowUps.Select(Read<HarmFollowUp>)]);

    /// <summary>Whether two facts say the same, though sealed twice.</summary>
    public bool SayTheSame(SafeguardingFact a, SafeguardingFact b) => (a, b) switch
    {
        (SafeguardingFact.Heard x, SafeguardingFact.Heard y) => (x.Number, x.On) == (y.Number, y.On) && Same(x.Sealed, y.Sealed),
        (SafeguardingFact.PassedOn x, SafeguardingFact.PassedOn y) => (x.Number, x.On) == (y.Number, y.On) && Same(x.Sealed, y.Sealed),
        (SafeguardingFact.FollowedUp x, SafeguardingFact.FollowedUp y) => x.Number == y.Number && Same(x.Sealed, y.Sealed),
        _ => a == b,
    };

    private bool Same(byte[] one, byte[] other) => Open(one).AsSpan().SequenceEqual(Open(other));
}
