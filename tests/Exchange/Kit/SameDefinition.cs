using System.Text.Json;
using System.Text.Json.Nodes;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Exchange.Kit;

/// <summary>Definitions are the same where their texts are, in whatever order dictionaries stand.</summary>
internal static class SameDefinition
{
    public static void Check(InstrumentDefinition expected, InstrumentDefinition actual)
    {
        var (one, other) = (Node(expected), Node(actual));
        if (JsonNode.DeepEquals(one, other)) return;
        Assert.Equal(Sorted(one), Sorted(other));
        Assert.Fail("The definitions differ.");
    }

    private static JsonNode Node(InstrumentDefinition definition) => JsonSerializer.SerializeToNode(definition, FactJson.Options)!;

    private static string Sorted(JsonNode node) => Order(node).ToJsonString(new() { WriteIndented = true });

    private static JsonNode Order(JsonNode node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, p.Value is null ? null : (JsonNode?)Order(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(n => n is null ? null : Order(n))]),
        _ => node.DeepClone(),
    };
}
