using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Conventions;

/// <summary>Kinds once shipped are read for ever: Kinds/*.json holds, for each record, every kind that ever shipped with a content of its time.</summary>
public sealed partial class StoredKindTests
{
    public static TheoryData<string> Records => [.. Product.FactTypes.Select(RecordOf)];

    [Fact]
    public void Every_stored_case_has_a_kind_of_its_own_that_is_no_CLR_name()
    {
        var hierarchies = Product.Types.Where(t => t.IsDefined(typeof(JsonDerivedTypeAttribute), inherit: false)).ToList();
        foreach (var hierarchy in hierarchies)
        {
            var kinds = hierarchy.GetCustomAttributes<JsonDerivedTypeAttribute>().ToList();
            Assert.Equal(Product.CasesOf(hierarchy).Select(Product.NameOf).Order(), kinds.Select(k => Product.NameOf(k.DerivedType)).Order());
            Assert.All(kinds, k => Assert.Matches(Kind(), Assert.IsType<string>(k.TypeDiscriminator)));
        }
        var stored = Product.FactTypes.SelectMany(t => t.GetCustomAttributes<JsonDerivedTypeAttribute>()).Select(k => (string)k.TypeDiscriminator!).ToList();
        Assert.Equal(stored.Distinct().Count(), stored.Count);
        Assert.Equal(Product.FactTypes.Count, Product.FactTypes.Select(RecordOf).Distinct().Count());
    }

    [Theory, MemberData(nameof(Records))]
    public void Every_kind_that_ever_shipped_is_still_read_and_nothing_of_it_lost(string record)
    {
        var facts = Product.FactTypes.Single(t => RecordOf(t) == record);
        var samples = JsonNode.Parse(File.ReadAllText(Repository.Path("tests", "Conventions", "Kinds", record["sos.".Length..] + ".json")))!.AsArray();
        foreach (var sample in samples)
        {
            var (kind, content) = ((string)sample!["kind"]!, sample["content"]!.ToJsonString());
            var written = (byte[])Kinds(facts).GetMethod("Write")!.Invoke(null, [Read(facts, kind, content)])!;
            AssertHolds(JsonNode.Parse(written), sample["content"], $"{record} {kind}");
        }
        var known = facts.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(k => (string)k.TypeDiscriminator!);
        Findings.None(known.Except(samples.Select(s => (string)s!["kind"]!)));
    }

    private static void AssertHolds(JsonNode? written, JsonNode? sample, string where)
    {
        if (sample is JsonObject properties)
            foreach (var (name, value) in properties) AssertHolds(Assert.IsType<JsonObject>(written)[name], value, $"{where}.{name}");
        else if (sample is JsonArray { Count: > 0 } elements && elements.All(e => e is JsonObject))
        {
            Assert.Equal(elements.Count, Assert.IsType<JsonArray>(written).Count);
            for (var i = 0; i < elements.Count; i++) AssertHolds(written![i], elements[i], $"{where}[{i}]");
        }
        else
            Assert.True(JsonNode.DeepEquals(written, sample), $"{where}: {sample?.ToJsonString()} reads as {written?.ToJsonString()}");
    }

    private delegate object Reader(string kind, ReadOnlySpan<byte> content);

    private static object Read(Type facts, string kind, string content) => Kinds(facts).GetMethod("Read")!.CreateDelegate<Reader>()(kind, Encoding.UTF8.GetBytes(content));

    private static Type Kinds(Type facts) => typeof(FactKinds<>).MakeGenericType(facts);

    private static string RecordOf(Type facts) => facts.GetCustomAttribute<RecordKindAttribute>()!.Name;

    [GeneratedRegex("^[a-z0-9]+([.-][a-z0-9]+)*$")]
    private static partial Regex Kind();
}
