using System.Globalization;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Extracts.Recipes;

/// <summary>What a recipe's files say of themselves. Nothing in it tells one making from another, so that the same rows give the same bytes.</summary>
public static class RecipeTable
{
    public static FileTable Of(RecipePlan plan, StudyDesign design, DateTimeOffset asOf) =>
        new(plan.Source.Name, plan.Source.Title, plan.Source.Unit.Name, plan.Columns) { AsOf = design.Today(asOf), Notes = [.. Notes(plan.Recipe, design)] };

    /// <summary>What holds it, as of when, and whether it is synthetic, since a name travels further than a page.</summary>
    public static string FileName(RecipePlan plan, StudyDesign design, DateTimeOffset asOf, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"{plan.Source.Name}-{plan.Source.Shape.ToString().ToLowerInvariant()}-{design.Today(asOf):yyyy-MM-dd}{(design.Synthetic ? "-synthetic" : "")}.{extension}");

    private static IEnumerable<string> Notes(Recipe recipe, StudyDesign design)
    {
        if (design.Synthetic) yield return "Synthetic: made up from a seed, evidence of nothing.";
        if (recipe.Consent is { } scope) yield return $"Only families whose consent stands for: {scope}.";
        foreach (var filter in recipe.Filters) yield return $"Only rows where {RecipeText.Of(filter)}.";
        if (recipe.Privacy.Ids == "pseudonyms") yield return recipe.Privacy.Link.Length == 0 ? "Ids are pseudonyms of this release alone." : $"Ids are pseudonyms shared by files with the link '{recipe.Privacy.Link}'.";
        if (recipe.Privacy.Dates == "shifted") yield return "All dates of a family are moved by the same number of days, at most half a year. Order and distance hold within a family, not between families.";
        if (recipe.Respondents == "only") yield return "Only families interviewed at some wave; those never interviewed are in a file of their own.";
        if (recipe.Respondents == "none") yield return "Only families never interviewed.";
        if (!recipe.Privacy.Merge.IsEmpty) yield return $"Categories with fewer than {recipe.Privacy.MergeBelow} rows are put together as 'other': {string.Join(", ", recipe.Privacy.Merge)}.";
        if (recipe.Profile == ArchiveProfile.Name) yield return ArchiveProfile.Weights;
        if (recipe is { Erased: "left-out", AsOf: not null }) yield return "Facts that were erased after the instant it is read as of are left out.";
        if (recipe.Privacy.Dates == "intervals") yield return "Dates are days since the family was sampled.";
    }
}
