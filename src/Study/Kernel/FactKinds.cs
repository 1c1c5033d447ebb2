using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

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
    private static readonly FrozenDictionary<string, Case> CaseByKind = typeof(TFact).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(a => (string)a.TypeDiscriminator!, a => new Case(a.DerivedType));

    private static readonly FrozenDictionary<Type, string> KindByType = CaseByKind.ToFrozenDictionary(p => p.Value.Type, p => p.Key);

    /// <summary>The record kind that ledgers of these facts carry.</summary>
    public static string Record { get; } = typeof(TFact).GetCustomAttribute<RecordKindAttribute>()?.Name
        ?? throw new InvalidOperationException($"{typeof(TFact)} has no [RecordKind].");

    public static IEnumerable<string> All => CaseByKind.Keys;

    public static string Of(TFact fact) => KindByType[fact.GetType()];

    public static string KindOf<TCase>() where TCase : TFact => KindByType[typeof(TCase)];

    /// <summary>The content's bytes: the case's own properties, without its kind.</summary>
    public static byte[] Write(TFact fact) => JsonSerializer.SerializeToUtf8Bytes(fact, fact.GetType(), FactJson.Options);

    public static TFact Read(string kind, ReadOnlySpan<byte> content) => CaseByKind.TryGetValue(kind, out var known)
        ? (TFact)JsonSerializer.Deserialize(content, known.Json)!
        : throw new LedgerException($"The kind '{kind}' is not one of {Record}.");

    /// <summary>One case; how it is read is worked out when the first of them is.</summary>
    private sealed class Case(Type type)
    {
        private JsonTypeInfo? json;

        public Type Type => type;

        public JsonTypeInfo Json => json ??= FactJson.Reading.GetTypeInfo(type);
    }
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

    /// <summary>How the contents of facts are read: as they are written, and what they repeat as one instance. Only here: what was unsealed must leave no copy in memory.</summary>
    public static JsonSerializerOptions Reading { get; } = new(Options) { Converters = { new RepeatedTextConverter() }, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
}

/// <summary>A stored ledger that cannot be what this product wrote.</summary>
public sealed class LedgerException(string message) : Exception(message);
