using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Extracts.Recipes;

/// <summary>The words that each part of a recipe can be.</summary>
public static class RecipeWords
{
    public static string[] Shapes { get; } = ["long", "wide"];
    public static string[] Versions { get; } = ["merged", "apart"];
    public static string[] Cells { get; } = ["codes", "labels"];
    public static string[] Missing { get; } = ["empty", "words", "codes"];
    public static string[] DoubleEntry { get; } = ["first", "settled-only"];
    public static string[] Ids { get; } = ["study", "pseudonyms"];
    public static string[] Respondents { get; } = ["all", "only", "none"];
    public static string[] Erased { get; } = ["refuse", "left-out"];
    public static string[] Dates { get; } = ["exact", "shifted", "intervals"];

    public static Refusal? Fault(Recipe recipe)
    {
        foreach (var (field, said, known) in new[]
        {
            ("shape", recipe.Shape, Shapes), ("versions", recipe.Versions, Versions), ("cells", recipe.Cells, Cells), ("missing", recipe.Missing, Missing),
            ("doubleEntry", recipe.DoubleEntry, DoubleEntry), ("ids", recipe.Privacy.Ids, Ids), ("dates", recipe.Privacy.Dates, Dates), ("respondents", recipe.Respondents, Respondents), ("erased", recipe.Erased, Erased),
        })
            if (!known.Contains(said)) return RecipeRefusals.Word(field, said, known);
        if (recipe.Formats.IsEmpty) return RecipeRefusals.NoFormat;
        foreach (var format in recipe.Formats)
            if (FileFormat.Find(format) is null) return RecipeRefusals.Word("formats", format, FileFormat.All.Select(f => f.Name));
        if (recipe.Privacy.K is < 2 or > 1_000) return RecipeRefusals.K;
        if (recipe.Privacy.MergeBelow is < 2 or > 1_000) return RecipeRefusals.MergeBelow;
        if (recipe.Privacy.Link.Length > 0 && !CodeText.IsOne(recipe.Privacy.Link)) return RecipeRefusals.Link;
        return MissingCodesText.Read(recipe.Frame).Match<Refusal?>(_ => null, why => why.At("frame"));
    }

    /// <summary>Of a recipe without fault.</summary>
    internal static FileChoice Choice(Recipe recipe, string format) => new(FileFormat.Find(format)!)
    {
        Missing = recipe.Missing switch { "words" => MissingStyle.Words, "codes" => MissingStyle.Codes, _ => MissingStyle.Empty },
        Codes = ((Decision<MissingCodes>.Accepted)MissingCodesText.Read(recipe.Frame)).Value,
        ByteOrderMark = recipe.Bom,
    };
}
