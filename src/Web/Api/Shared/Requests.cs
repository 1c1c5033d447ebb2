using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Shared;

/// <summary>What the header of a command says: its operation id. Without one, each request is a command of its own.</summary>
public readonly record struct IdempotencyKey(OperationId Operation)
{
    public const string Header = "Idempotency-Key";

    public static ValueTask<IdempotencyKey> BindAsync(HttpContext http)
    {
        var sent = http.Request.Headers[Header].ToString();
        if (sent.Length == 0) return ValueTask.FromResult(new IdempotencyKey(OperationId.New()));
        return OperationId.TryParse(sent, null, out var operation)
            ? ValueTask.FromResult(new IdempotencyKey(operation))
            : throw new BadHttpRequestException($"{Header} must be 1 to {OperationId.MaxLength} printable ASCII characters without spaces.");
    }
}

/// <summary>A list's page; <see cref="Next"/> is sent back as <c>after</c>, and <c>null</c> on the last page.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

internal static class Commands
{
    public static Stamp Stamp(this Person person, IdempotencyKey key, TimeProvider clock, string? why = null) => person.Stamp(key.Operation, clock, string.IsNullOrWhiteSpace(why) ? null : why.Trim());
}
