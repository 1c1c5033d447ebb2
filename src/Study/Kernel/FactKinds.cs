using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SosLongitudinal.Study.Kernel;

/// <summary>A record kind's name in storage, such as <c>sos.family</c>, on the base of its fact hierarchy.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RecordKindAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>
/// The stored kinds of one closed fact hierarchy, read off its <see cref="JsonDerivedTypeAttribute"/>s: kind names are chosen and never CLR names.
/// </summary>
public static class FactKinds<TFact> where TFact : class
{
    private static readonly FrozenDictionary<string, Type> TypeByKind = typeof(TFact).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(a => (string)a.TypeDiscriminator!, a => a.DerivedType);

    private static readonly FrozenDictionary<Type, string> KindByType = TypeByKind.ToFrozenDictionary(p => p.Value, p => p.Key);

    /// <summary>The record kind that ledgers of these facts carry.</summary>
    public static string Record { get; } = typeof(TFact).GetCustomAttribute<RecordKindAttribute>()?.Name
        ?? throw new InvalidOperationException($"{typeof(TFact)} has no [RecordKind].");

    public static IEnumerable<string> All => TypeByKind.Keys;

    public static string Of(TFact fact) => KindByType[fact.GetType()];

    public static string KindOf<TCase>() where TCase : TFact => KindByType[typeof(TCase)];

    /// <summary>The content's bytes: the case's own properties, without its kind.</summary>
    public static byte[] Write(TFact fact) => JsonSerializer.SerializeToUtf8Bytes(fact, fact.GetType(), FactJson.Options);

    public static TFact Read(string kind, ReadOnlySpan<byte> content) => TypeByKind.TryGetValue(kind, out var type)
        ? (TFact)JsonSerializer.Deserialize(content, type, FactJson.Options)!
        : throw new LedgerException($"The kind '{kind}' is not one of {Record}.");
}

/// <summary>How contents are written. Changing a setting here would change stored bytes.</summary>
public static class FactJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };
}

/// <summary>A stored ledger that cannot be what this product wrote.</summary>
public sealed class LedgerException(string message) : Exception(message);
