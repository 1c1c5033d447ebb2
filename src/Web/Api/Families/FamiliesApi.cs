using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Families;

/// <summary>/families: enrol, list, read.</summary>
internal static class FamiliesApi
{
    private const int MostPerPage = 500;

    public static void MapFamilies(this RouteGroupBuilder api)
    {
        var families = api.MapGroup("/families").WithTags("Families");
        families.MapPost("", Enrol).Task("Api/Families/Enrol").Produces<FamilyView>(201).WithSummary("Enrol a family");
        families.MapGet("", List).Task("Api/Families/List").Produces<Page<FamilyItem>>().WithSummary("List families by site, wave and what is due");
        families.MapGet("/{id}", Read).Task("Api/Families/Read").Produces<FamilyView>().WithSummary("One family");
        families.MapStages();
        families.MapCase();
        families.MapLinks();
        families.MapFieldwork();
        families.MapWindows();
    }

    private static async Task<IResult> Enrol(EnrolBody body, IdempotencyKey key, Person person, IGrainFactory grains, DuplicateCheck duplicates, StudyFrames frames, TimeProvider clock)
    {
        if (!person.MaySee(body.Site)) return SiteRefusals.Unknown(body.Site).ToProblem();
        if (body.Members.IsDefaultOrEmpty) return new Refusal("family.no-members", "Send at least one member.").At("members").ToProblem();
        if (body.Members.Any(m => m.HasBadBirth)) return new Refusal("member.birth-pair", "Give birth year and birth month together, as numbers.").At("members").ToProblem();
        var enrolment = new Enrolment(body.Site, body.Cohort, body.Serial ?? "", body.SampledOn, [.. body.Members.Select(m => m.ToMember(body.SampledOn))])
        {
            Approacher = body.Approacher ?? "", ApproachedOn = body.ApproachedOn, AgreedOn = body.AgreedOn,
            ConsentedOn = body.ConsentedOn, ConsentGivenBy = body.ConsentGivenBy ?? "", Consents = body.Consents ?? [],
        };
        var frame = await frames.Current();
        if (string.IsNullOrWhiteSpace(body.NotSameBecause) && body.Check is { IsDefaultOrEmpty: false } people && await duplicates.Any(person, [.. people.Select(p => p.ToDetails())]) is { } same)
            return same.At("notSameBecause").ToProblem();
        var enrolled = await grains.Enrol(enrolment, person.Stamp(key, clock, body.NotSameBecause));
        return enrolled.Match(
            family => Results.Created($"/api/v1/families/{family.Id}", FamilyView.Of(family, frame, frame.Design.Today(clock.GetUtcNow()), _ => false)),
            why => why.ToProblem());
    }

    private static async Task<IResult> List(
        Person person, FamilyRegisters registers, SiteCode? site = null, WaveCode? wave = null, string? due = null, Stage? stage = null, string? text = null, FamilyCursor? after = null, int take = 50)
    {
        DueState[]? states = due switch
        {
            null => [],
            "open" or "true" => [DueState.Open, DueState.ClosingSoon, DueState.Overdue],
            _ => Enum.TryParse<DueState>(due.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var one) && Enum.IsDefined(one) ? [one] : null,
        };
        if (states is null) return new Refusal("families.due", "Ask for due=open, or for one state: not-due, not-open, open, closing-soon, overdue, part, achieved, lost.").At("due").ToProblem();
        var page = await registers.Find(new FamilyQuestion
        {
            Scope = person.Scope(), Site = site, Wave = wave, Due = [.. states], Stage = stage, Text = text ?? "", After = after, Take = Math.Clamp(take, 1, MostPerPage),
        });
        return Results.Ok(new Page<FamilyItem>([.. page.Rows.Select(FamilyItem.Of)], page.Next?.ToString()));
    }

    private static async Task<IResult> Read(string id, Person person, FamilyScope scope, StudyFrames frames, BlindEntry blind, TimeProvider clock)
    {
        var frame = await frames.Current();
        var found = await scope.Family(id, person);
        if (found is not Decision<FamilyState>.Accepted { Value: var family }) return ((Decision<FamilyState>.Refused)found).Why.ToProblem();
        return Results.Ok(FamilyView.Of(family, frame, frame.Design.Today(clock.GetUtcNow()), await blind.Of(person, family)));
    }
}
