using System.Text.Json;
using System.Text.Json.Nodes;

namespace SosLongitudinal.Web.Pages.Analysis;

/// <summary>A Vega-Lite specification with its data inside. It repeats what the table beside it says, for the eye.</summary>
/// <param name="Id">Of the element that holds it on its page.</param>
/// <param name="Label">What it shows, for those who do not see it.</param>
public sealed record Plot(string Id, string Label, string Json)
{
    private const string Schema = "https://vega.github.io/schema/vega-lite/v6.json"; // a name, not a place: nothing is fetched

    public static Plot Of<TRow>(string id, string label, string specification, IEnumerable<TRow> rows) => Whole(id, label, With(specification, rows));

    /// <summary>The same specification for several sets of rows, each under its title, one below the other.</summary>
    public static Plot Below<TRow>(string id, string label, string specification, IEnumerable<(string Title, IEnumerable<TRow> Rows)> parts) => Whole(id, label, new()
    {
        ["spacing"] = 20,
        ["vconcat"] = new JsonArray([.. parts.Select(part =>
        {
            var spec = With(specification, part.Rows);
            spec["title"] = new JsonObject { ["text"] = part.Title, ["anchor"] = "start", ["frame"] = "group", ["fontSize"] = 14 };
            return (JsonNode)spec;
        })]),
    });

    private static JsonObject With<TRow>(string specification, IEnumerable<TRow> rows)
    {
        var spec = JsonNode.Parse(specification)!.AsObject();
        spec["data"] = new JsonObject { ["values"] = JsonSerializer.SerializeToNode(rows, JsonSerializerOptions.Web) };
        return spec;
    }

    private static Plot Whole(string id, string label, JsonObject spec)
    {
        spec["$schema"] = Schema;
        return new(id, label, spec.ToJsonString(JsonSerializerOptions.Web));
    }
}
