using System.Collections.Immutable;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Attempts;

/// <summary>Attempts to reach families, whom to try next, and the contact protocol.</summary>
internal static class AttemptsApi
{
    private const string Tag = "Attempts";

    public static void MapAttempts(this RouteGroupBuilder api)
    {
        var attempts = api.MapGroup("/families/{id}/attempts").WithTags(Tag);
        attempts.MapGet("", Read).Task("Api/Attempts/Read").Produces<AttemptsView>().WithSummary("A family's attempts, and where each wave stands against the contact protocol");
        attempts.MapPost("", Record).Task("Api/Attempts/Record").Produces<AttemptsView>(201).ProducesProblem(409).WithSummary("Record an attempt to reach a family; what safe contact forbids is refused");
        attempts.MapPost("/{wave}/{number:int}/strike", Strike).Task("Api/Attempts/Strike").Produces<AttemptsView>().WithSummary("Strike out an attempt recorded in error");
        api.MapGet("/attempts/to-try", ToTry).Task("Api/Attempts/ToTry").Produces<Page<TryRow>>().WithTags(Tag).WithSummary("Whom to try: state=now, later or dispose (all attempts made or window closed); an interviewer gets the families assigned to them");
        api.MapGet("/attempts/outcomes", () => Results.Ok(AttemptOutcomes.All.Select(o => new OutcomeView(o.Code, o.Aapor, o.Label, o.Reached, o.Final, o.Modes))))
            .Task("Api/Attempts/Read").Produces<IEnumerable<OutcomeView>>().WithTags(Tag).WithSummary("What an attempt can come to: AAPOR's codes and the study's own");
        api.MapPut("/study/contact-protocol", Declare).Task("Api/Study/ContactProtocol").Produces<StudyDesign>().WithTags("Study").WithSummary("Declare how often and at which times of the week families are tried");
    }

    private static async Task<IResult> Read(string id, Person person, FamilyScope scope, StudyFrames frames, TimeProvider clock)
    {
        var frame = await frames.Current();
        return (await scope.Family(id, person)).ToResult(family => Results.Ok(AttemptsView.Of(family, frame, frame.Design.Today(clock.GetUtcNow()))));
    }

    private static async Task<IResult> Record(string id, AttemptBody body, IdempotencyKey key, Person person, FamilyScope scope, AttemptDoor door, StudyFrames frames, TimeProvider clock)
    {
        var frame = await frames.Current();
        var found = await scope.Family(id, person);
        if (found is not Decision<FamilyState>.Accepted { Value: var family }) return ((Decision<FamilyState>.Refused)found).Why.ToProblem();
        var stamp = person.Stamp(key, clock, body.Reason);
        var with = body.With ?? (body.Mode == AttemptMode.Worker ? null : family.MainRespondent(body.Wave, frame.Design.Today(stamp.At))?.Id);
        var attempt = new ContactAttempt(body.Mode, body.At, body.By ?? stamp.By, body.Outcome, with, body.Note?.Trim() ?? "", body.Next, body.NextOn) { AgainstSafety = body.AgainstSafety };
        return (await door.Record(family.Id, body.Wave, attempt, body.Number, Viewer(person), stamp))
            .ToResult(after => Results.Created($"/api/v1/families/{id}/attempts", AttemptsView.Of(after, frame, frame.Design.Today(clock.GetUtcNow()))));
    }

    private static async Task<IResult> Strike(string id, WaveCode wave, int number, StrikeBody body, IdempotencyKey key, Person person, FamilyScope scope, IGrainFactory grains, StudyFrames frames, TimeProvider clock)
    {
        var found = await scope.Id(id, person);
        if (found is not Decision<FamilyId>.Accepted(var family)) return ((Decision<FamilyId>.Refused)found).Why.ToProblem();
        var frame = await frames.Current();
        return (await grains.Attempts(family).Strike(wave, number, person.Stamp(key, clock, body.Reason))).ToResult(after => Results.Ok(AttemptsView.Of(after, frame, frame.Design.Today(clock.GetUtcNow()))));
    }

    private static async Task<IResult> ToTry(Person person, FieldworkRegisters registers, CaseName<TryState>? state, SiteCode? site, WaveCode? wave, string? interviewer, WorkCursor? after, int take = 50)
    {
        var seesAll = person.Is(Roles.Coordinator | Roles.Administrator);
        var page = await registers.ToTry(new(state?.Case ?? TryState.Now) { Scope = person.Scope(), Site = site, Wave = wave, Interviewer = seesAll ? interviewer : $"{person.Account}", After = after, Take = take });
        return Results.Ok(new Page<TryRow>(page.Rows, page.Next?.ToString()));
    }

    private static async Task<IResult> Declare(ContactProtocol body, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        (await grains.Study().DeclareContactProtocol(body, person.Stamp(key, clock))).ToResult(Results.Ok);

    private static ContactViewer Viewer(Person person) =>
        new(person.Is(Roles.Coordinator | Roles.Administrator), person.Is(Roles.Interviewer), person.Sites.Match(_ => (ImmutableArray<SiteCode>?)null, only => only.Sites));
}
