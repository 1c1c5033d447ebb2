using System.Collections.Immutable;
using Orleans;

namespace SosLongitudinal.Study.Accounts;

/// <summary>A passkey as kept: the public half of a key whose other half never leaves the person's device.</summary>
/// <param name="Id">The credential's id, base64url.</param>
/// <param name="PublicKey">COSE, base64url.</param>
/// <param name="Name">As the person calls the device.</param>
/// <param name="IsSynced">It may be copied between the person's devices by their maker.</param>
[GenerateSerializer, Immutable, Alias("sos.passkey")]
public sealed record Passkey(
    [property: Id(0)] string Id,
    [property: Id(1)] string PublicKey,
    [property: Id(2)] string Name,
    [property: Id(3)] ImmutableArray<string> Transports,
    [property: Id(4)] bool IsSynced)
{
    /// <summary>When it was added; told by the fact that added it.</summary>
    [Id(5), System.Text.Json.Serialization.JsonIgnore] public DateTimeOffset AddedAt { get; init; }
}
