using System.Collections.Immutable;
using System.Text.Json;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Contacts;

/// <summary>
/// Closes and opens what is sealed about a member. Sealing the same twice gives different bytes, so sealed contents are compared by opening them;
/// bytes sealed for one member do not open for another.
/// </summary>
public sealed record ContactSeal(Func<MemberId, byte[], byte[]> Close, Func<MemberId, byte[], byte[]> Open)
{
    /// <summary>The keyed hash of a text that two records of one person have in common; <c>null</c> where none are kept.</summary>
    public Func<string, long>? Print { get; init; }

    public ImmutableArray<long> Prints(ContactDetails details) => Print is { } print ? [.. PersonKeys.Of(details).Select(print)] : [];

    public byte[] Seal<T>(MemberId member, T value) => Close(member, JsonSerializer.SerializeToUtf8Bytes(value, FactJson.Options));

    public T Read<T>(MemberId member, byte[] closed) => JsonSerializer.Deserialize<T>(Open(member, closed), FactJson.Options)!;

    /// <summary>Whether sealed bytes hold this value.</summary>
    public bool Holds<T>(MemberId member, byte[]? closed, T value) =>
        closed is not null && Open(member, closed).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(value, FactJson.Options));

    /// <summary>Whether two facts say the same, though sealed twice.</summary>
    public bool SayTheSame(ContactFact a, ContactFact b) => (a, b) switch
    {
        (ContactFact.Recorded x, ContactFact.Recorded y) => Same(x.Member, x.Sealed, y.Member, y.Sealed),
        (ContactFact.FlagsSet x, ContactFact.FlagsSet y) => Same(x.Member, x.Sealed, y.Member, y.Sealed),
        _ => a == b,
    };

    private bool Same(MemberId a, byte[] first, MemberId b, byte[] second) => a == b && Open(a, first).AsSpan().SequenceEqual(Open(b, second));
}
