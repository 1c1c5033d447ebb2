using SosLongitudinal.Extracts.Recipes;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Web.Commands.Extract;

/// <summary>A recipe from a file.</summary>
internal static class RecipeFile
{
    public static async Task<Decision<Recipe>> Read(FileInfo file, CancellationToken cancellation) => 
        file.Exists ? RecipeText.Read(await File.ReadAllTextAsync(file.FullName, cancellation)) : new Refusal("recipe.no-file", $"There is no file {file.Name}.");
}
