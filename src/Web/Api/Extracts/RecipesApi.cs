using SosLongitudinal.Grains.Releases;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Recipes;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Extracts;

/// <summary>POST /extracts: a recipe in, its file out as it is read.</summary>
internal static class RecipesApi
{
    public static void MapRecipes(this RouteGroupBuilder api) =>
        api.MapPost("/extracts", Run).Task("Api/Extracts/Recipe").WithTags("Extracts")
            .Produces(200, contentType: "application/octet-stream").ProducesProblem(422)
            .WithSummary("A recipe's file: dataset, columns, filters, waves, consent, missing values, privacy and the instant to read as of, in one JSON document");

    private static async Task<IResult> Run(Recipe recipe, Person person, RecipeReading reading, ExtractProgress progress, CancellationToken cancellation, Guid? extract = null) =>
        (await Answer(recipe, person, reading, cancellation, format => progress.Begin(extract, format, null))).Match<IResult>(file => file, why => why.ToProblem());

    /// <summary>The file of a recipe with one format.</summary>
    public static async Task<Decision<FileAnswer>> Answer(Recipe recipe, Person person, RecipeReading reading, CancellationToken cancellation, Func<FileFormat, ExtractProgress.Counted?>? progress = null)
    {
        if (recipe.Formats.Length > 1) return RecipeRefusals.OneFormat;
        if (!recipe.Texts.IsDefaultOrEmpty) return RecipeRefusals.TextsNeedARelease;
        return (await reading.Take(recipe, person.Scope(), cancellation: cancellation)).Select(take =>
        {
            var choice = take.Plan.Choices[0];
            var labels = recipe.Cells == "labels" && LabelCells.AppliesTo(choice.Format) ? new LabelCells(take.Table) : null;
            return new FileAnswer(labels?.Table ?? take.Table, labels?.Of(take.Messages, cancellation) ?? take.Messages, choice, take.FileName(choice.Format)) { Progress = progress?.Invoke(choice.Format) };
        });
    }
}
