using System.Security.Cryptography;
using System.Text;
using Orleans;

namespace SosLongitudinal.Study.Kernel;

/// <summary>Who does what under which operation id, when and why. Rules read time and actor from here and nowhere else.</summary>
/// <param name="Operation">One command's own id, at most 64 printable ASCII characters; sent again it means the same command.</param>
/// <param name="By">The account key (normalised e-mail), or <c>system</c>.</param>
/// <param name="At">The instant of the command, UTC.</param>
/// <param name="Why">The reason given by the person, where one was asked for.</param>
[GenerateSerializer, Immutable, Alias("sos.stamp")]
public sealed record Stamp(
    [property: Id(0)] OperationId Operation,
    [property: Id(1)] string By,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] string? Why = null)
{
    /// <summary>A stamp of the same person and instant for a further command of the same act; its operation id derives from this one.</summary>
    public Stamp For(string step) => this with { Operation = Operation.Derive(step) };
}

/// <summary>The id of one command. Equal text is the same command.</summary>
[GenerateSerializer, Immutable, Alias("sos.operation-id")]
[System.Text.Json.Serialization.JsonConverter(typeof(TextValueConverter<OperationId>))]
public readonly record struct OperationId([property: Id(0)] string Text) : IParsable<OperationId>
{
    public const int MaxLength = 64;

    public override string ToString() => Text ?? "";

    public static OperationId New() => new(Guid.CreateVersion7().ToString());

    public OperationId Derive(string step) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Text}\n{step}")).AsSpan(0, 16)));

    public static bool TryParse(string? text, IFormatProvider? provider, out OperationId id)
    {
        id = new(text ?? "");
        return text is { Length: > 0 and <= MaxLength } && text.All(c => c is > ' ' and < '\x7f');
    }

    public static OperationId Parse(string text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out var id) ? id : throw new FormatException("An operation id is 1 to 64 printable ASCII characters without spaces.");
}
