using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Drafts;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Drafts;

/// <summary>A form that was typed and not saved: where one goes on with it, and when it was last typed in.</summary>
public sealed record DraftLine(string Operation, string Title, string Address, DateTimeOffset TypedAt);

/// <summary>/drafts: what the person themselves typed on pages and did not save.</summary>
internal static class DraftsApi
{
    public static void MapOwnDrafts(this RouteGroupBuilder api)
    {
        api.MapGet("/drafts", List).Task("Api/Drafts/List").Produces<Page<DraftLine>>().WithTags("Drafts").WithSummary("Your own forms that were typed and not saved, the last typed first");
        api.MapDelete("/drafts/{operation}", Forget).Task("Api/Drafts/Forget").Produces(204).ProducesProblem(404).WithTags("Drafts").WithSummary("Throw away a form that was not saved");
    }

    private static async Task<IResult> List(Person person, DraftStore drafts) =>
        Results.Ok(new Page<DraftLine>([.. (await drafts.List(person)).Select(d => new DraftLine(d.Operation, d.Title, d.GoOn, d.TypedAt))], null));

    private static async Task<IResult> Forget(OperationId operation, Person person, DraftStore drafts)
    {
        if (await drafts.Read(person, operation) is null) return DraftRefusals.Unknown.ToProblem();
        await drafts.Forget(person, operation);
        return Results.NoContent();
    }
}

internal static class DraftRefusals
{
    public static readonly Refusal Unknown = new("draft.unknown", "There is no such form that you typed and did not save.", RefusalKind.NotFound);
}
