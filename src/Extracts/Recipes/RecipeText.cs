using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Extracts.Recipes;

/// <summary>Recipes and their conditions as text.</summary>
public static class RecipeText
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>As the API takes it.</summary>
    public static string Json(Recipe recipe) => JsonSerializer.Serialize(recipe, Readable) + "\n";

    public static Decision<Recipe> Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Recipe>(json, Readable) is { } recipe ? recipe : Unreadable("It is empty.");
        }
        catch (JsonException fault)
        {
            return Unreadable(fault.Message);
        }
    }

    /// <summary>A condition in a line: <c>site_now is ashmere, birchford</c>.</summary>
    public static string Of(RecipeFilter filter) => filter.Values.IsEmpty ? $"{filter.Column} {filter.Op}" : $"{filter.Column} {filter.Op} {string.Join(", ", filter.Values)}";

    /// <summary>One condition a line; empty lines do not count.</summary>
    public static Decision<ImmutableArray<RecipeFilter>> Filters(string lines)
    {
        var filters = ImmutableArray.CreateBuilder<RecipeFilter>();
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries) is not [var column, var op, .. var rest]) return RecipeRefusals.Filter(line);
            filters.Add(new(column, op) { Values = [.. rest.SelectMany(r => r.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))] });
        }
        return filters.ToImmutable();
    }

    private static Refusal Unreadable(string why) => new("recipe.unreadable", $"The recipe cannot be read. {why}");
}
