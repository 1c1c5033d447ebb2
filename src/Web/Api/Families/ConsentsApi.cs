using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Pages.Families.Contact;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Drafts;

namespace SosLongitudinal.Web.Api.Families;

/// <summary>One thing to be asked or done about consent.</summary>
public sealed record ConsentCheckView(FamilyId Family, SiteCode Site, ConsentCheckKind Kind, MemberId? Member, DateOnly Since);

/// <summary>Assent, parental responsibility, erasure, and what is to check.</summary>
internal static class ConsentsApi
{
    private static readonly Refusal NotConfirmed = new Refusal("erasure.not-confirmed", "Send the family's id as confirm: an erasure cannot be taken back.").At("confirm");

    public static void MapConsents(this RouteGroupBuilder families)
    {
        families.MapPost("/{id}/assents", (string id, AssentBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains) =>
                command.Run(id, person, key, null, (family, stamp) => grains.Consent(family).RecordAssent(new(body.Child, body.Given, body.On, body.Wave, body.TakenBy ?? "", body.Mode), stamp)))
            .Task("Api/Families/Consents").Produces<FamilyView>().WithSummary("Record what a child said to being asked");
        families.MapPost("/{id}/responsibility-checks", (string id, ResponsibilityBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains) =>
                command.Run(id, person, key, null, (family, stamp) => grains.Consent(family).CheckResponsibility(new(body.Child, body.Holder, body.On, body.Source ?? ""), stamp)))
            .Task("Api/Families/Consents").Produces<FamilyView>().WithSummary("Record who holds parental responsibility for a child");
        families.MapPost("/{id}/erasures", (string id, ErasureBody body, IdempotencyKey key, Person person, FamilyCommand command, Erasures erasures, DraftStore drafts, StudyFrames frames) =>
                command.Run(id, person, key, body.Reason, async (family, stamp) =>
                {
                    if (body.Confirm != family) return NotConfirmed;
                    await drafts.Erase(family);
                    return await erasures.Erase(family, body.Member, (await frames.Current()).Design.Today(stamp.At), person.ContactViewer(), stamp);
                }))
            .Task("Api/Families/Erasures").Produces<FamilyView>().WithSummary("Erase what is held about a member or a family, contact details included");
    }

    public static void MapConsentChecks(this RouteGroupBuilder api) =>
        api.MapGet("/consent-checks", List).WithTags("Consent").Task("Api/Consent/Checks").Produces<Page<ConsentCheckView>>().WithSummary("What is to be asked or done about consent");

    private static async Task<IResult> List(Person person, ConsentRegisters registers, SiteCode? site = null, CaseName<ConsentCheckKind>? kind = null, FamilyId? after = null, int take = 50)
    {
        var page = await registers.Checks(new() { Scope = person.Scope(), Site = site, Kind = kind?.Case, After = after, Take = Math.Clamp(take, 1, 500) });
        return Results.Ok(new Page<ConsentCheckView>([.. page.Rows.Select(r => new ConsentCheckView(r.Family, r.Site, r.Check.Kind, r.Check.Member, r.Check.Since))], page.More ? page.Rows[^1].Family.ToString() : null));
    }
}
