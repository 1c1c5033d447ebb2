using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Families;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Pages.Families.Contact;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Contacts;

/// <summary>How one member is reached, for those who may know: each look is for a stated purpose and on record.</summary>
internal static class ContactsApi
{
    public static void MapContacts(this RouteGroupBuilder api)
    {
        var contacts = api.MapGroup("/families/{id}/contacts/{member}").WithTags("Contact details");
        contacts.MapPost("/views", View).Task("Api/Contacts/View").Produces<ContactView>().WithSummary("A member's contact details, for a purpose; people who would know where they are only to trace or correct");
        contacts.MapPut("", Record).Task("Api/Contacts/Record").Produces<ContactStanding>().WithSummary("Record a member's contact details, with up to three people who would know where they are");
        contacts.MapPut("/safety", SetSafety).Task("Api/Contacts/Record").Produces<ContactStanding>().WithSummary("Set how a member may safely be reached");
    }

    private static async Task<IResult> View(string id, string member, ViewBody body, IdempotencyKey key, Person person, FamilyScope scope, IGrainFactory grains, DuplicateCheck duplicates, TimeProvider clock)
    {
        var viewed = await Of(id, member, person, scope, one => grains.Contact(one.Family).View(one, body.Purpose, person.ContactViewer(), person.Stamp(key, clock)));
        if (viewed is not Decision<ContactCard>.Accepted(var card)) return ((Decision<ContactCard>.Refused)viewed).Why.ToProblem();
        var same = card.Details is { } details ? await duplicates.Others(person, card.Member.Family, details) : new([], Elsewhere: false);
        return Results.Ok(new ContactView(card.Member, card.Details is { } held ? DetailsBody.Of(held) : null, SafetyBody.Of(card.Safety), same.Families, same.Elsewhere));
    }

    private static async Task<IResult> Record(string id, string member, DetailsBody body, IdempotencyKey key, Person person, FamilyScope scope, IGrainFactory grains, TimeProvider clock) =>
        (await Of(id, member, person, scope, one => grains.Contact(one.Family).Record(one, body.ToDetails(), person.ContactViewer(), person.Stamp(key, clock)))).ToResult(Results.Ok);

    private static async Task<IResult> SetSafety(string id, string member, SafetyBody body, IdempotencyKey key, Person person, FamilyScope scope, IGrainFactory grains, TimeProvider clock) =>
        (await Of(id, member, person, scope, one => body.ToSafety().Match(
            safety => grains.Contact(one.Family).SetFlags(one, safety, person.ContactViewer(), person.Stamp(key, clock)), why => Task.FromResult<Decision<ContactStanding>>(why)))).ToResult(Results.Ok);

    /// <summary>A member of a family that exists for this person, and nobody else's.</summary>
    private static async Task<Decision<T>> Of<T>(string id, string member, Person person, FamilyScope scope, Func<MemberId, Task<Decision<T>>> go)
    {
        var found = await scope.Id(id, person);
        if (found is not Decision<FamilyId>.Accepted(var family)) return ((Decision<FamilyId>.Refused)found).Why;
        if (!MemberId.TryParse(member, null, out var one)) return FamilyRefusals.NotAMemberId;
        return one.Family == family ? await go(one) : FamilyRefusals.UnknownMember(one);
    }
}
