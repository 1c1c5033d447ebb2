using System.Buffers.Binary;
using Microsoft.AspNetCore.Antiforgery;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Shell.Drafts;

/// <summary>What a page's script asks for to keep what is being typed. Signed in by cookie; changes carry the form's token.</summary>
internal static class DraftEndpoints
{
    private const string Task = "Entry/Drafts";

    public static void MapDrafts(this WebApplication app)
    {
        app.MapGet("/entry/key", KeyOf).Task(Task).ExcludeFromDescription();
        app.MapGet("/entry/drafts/{operation}", Read).Task(Task).ExcludeFromDescription();
        app.MapPut("/entry/drafts/{operation}", Save).Task(Task).ExcludeFromDescription();
    }

    /// <summary>The key of this account's copies in the browser, the same for the study's life, and the name they lie under.</summary>
    private static async Task<IResult> KeyOf(Person person, StudySecret secret)
    {
        var numbers = await secret.Numbers("entry-copies");
        var key = new byte[32];
        for (var i = 0; i < 4; i++) BinaryPrimitives.WriteUInt64BigEndian(key.AsSpan(i * 8), numbers($"{person.Account}\n{i}"));
        return Results.Ok(new { key = Convert.ToBase64String(key), tag = await secret.Pseudonym("entry-copies", person.Account.ToString()) });
    }

    private static async Task<IResult> Read(OperationId operation, Person person, DraftStore drafts) =>
        await drafts.Read(person, operation) is { } draft ? Results.Ok(draft) : Results.NotFound();

    private static async Task<IResult> Save(OperationId operation, HttpContext http, Person person, DraftStore drafts, IAntiforgery forms)
    {
        if (!await forms.IsRequestValidAsync(http)) return Results.BadRequest();
        if (http.Request.ContentLength is null or > DraftStore.Largest) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var draft = await http.Request.ReadFromJsonAsync<Draft>(http.RequestAborted);
        if (draft is null || draft.Operation != operation.Text || !draft.IsOwnAddress) return Results.UnprocessableEntity();
        await drafts.Save(person, draft);
        return Results.NoContent();
    }
}
