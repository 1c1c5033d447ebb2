using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SosLongitudinal.Extracts.Recipes;
using SosLongitudinal.Grains.Releases;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Web.Api.Extracts;
using SosLongitudinal.Web.Api.Releases;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Pages.Releases.Make;

/// <summary>Builds a recipe: to freeze, to download without freezing, or to take along.</summary>
[BindProperties]
public sealed class IndexModel(ReleaseDesk desk, RecipeReading reading, StudyFrames frames) : RecipePage
{
    public string Title { get; set; } = "";
    public string Project { get; set; } = "";
    public string People { get; set; } = "";
    public string Setting { get; set; } = "";
    public string Data { get; set; } = "";
    public string Outputs { get; set; } = "";

    [BindNever] public StudyFrame Study { get; private set; } = new();

    /// <summary>The recipe as the API takes it, where that was asked for.</summary>
    [BindNever] public string? Json { get; private set; }

    public Task OnGet() => Load();

    public Task<IActionResult> OnPost(CancellationToken cancellation) => With(async recipe =>
    {
        var safes = new FiveSafes { Project = Project.Trim(), People = People.Trim(), Setting = Setting.Trim(), Data = Data.Trim(), Outputs = Outputs.Trim() };
        return await Answer(await desk.Make(new(Title, recipe, safes), Person, Stamp(), cancellation), made =>
            made.Contents is null ? Done($"{made.Request.Title} waits for an administrator to approve its free text.", ReleasesLinks.Finish(made.Id)) : Done($"{made.Request.Title} is made.", ReleasesLinks.Show(made.Id)));
    });

    public Task<IActionResult> OnPostDownload(CancellationToken cancellation) => With(async recipe =>
        await Answer(await RecipesApi.Answer(recipe, Person, reading, cancellation), file => new ResultOf(file)));

    public Task<IActionResult> OnPostRecipe(CancellationToken cancellation) => With(async recipe =>
    {
        if (await reading.Take(recipe, [], cancellation: cancellation) is Decision<RecipeTake>.Refused no) return await ReturnPageWithTyped(no.Why);
        Json = RecipeText.Json(recipe);
        return Page();
    });

    protected override async Task Load() => Study = await frames.Current();

    private async Task<IActionResult> With(Func<Recipe, Task<IActionResult>> work)
    {
        await Load();
        return Read(Study.Design) switch
        {
            Decision<Recipe>.Accepted(var recipe) => await work(recipe),
            Decision<Recipe>.Refused(var why) => await ReturnPageWithTyped(why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
