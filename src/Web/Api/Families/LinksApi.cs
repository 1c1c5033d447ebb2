using System.Collections.Immutable;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Pages.Families.Contact;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Families;

/// <summary>
/// The family that is to be merged into this one, and of each of its <c>members</c> which member of this one they are (<c>is</c>), or none where they are not in
/// it yet.
/// </summary>
public sealed record MergeBody(FamilyId Other, ImmutableArray<MergedMember> Members, DateOnly On, string Reason);

/// <summary>Who left the household to be a family of their own, and the authority's <c>serial</c> for it.</summary>
public sealed record SplitBody(ImmutableArray<MemberId> Members, DateOnly On, string Serial, string Reason);

/// <summary>The event as it was recorded.</summary>
public sealed record StrikeEventBody(CaseEventKind Kind, PartialDate On, string Reason, MemberId? Child = null, string Source = "authority");

/// <summary>Families that are one, or no longer one; events struck out.</summary>
internal static class LinksApi
{
    public static void MapLinks(this RouteGroupBuilder families)
    {
        families.MapPost("/{id}/merge", Merge).Task("Api/Families/Merge").Produces<FamilyView>().ProducesProblem(409).WithSummary("Merge another family into this one")
            .WithDescription("This family is kept and takes members, consents, serial, forms and contact details; the other is closed and counts no more. Refused where both have a form at the same place. Sent again after a stop it completes.");
        families.MapPost("/{id}/split", Split).Task("Api/Families/Split").Produces<FamilyView>().WithSummary("Make a family of its own of members who left the household").WithDescription("Answers the new family. Both name each other.");
        families.MapPost("/{id}/events/strike", (string id, StrikeEventBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains) =>
                command.Run(id, person, key, body.Reason, (family, stamp) => grains.Case(family).StrikeEvent(new(body.Kind, body.On, body.Child, body.Source), stamp)))
            .Task("Api/Families/StrikeEvent").Produces<FamilyView>().WithSummary("Strike out a case event that was recorded in error");
    }

    private static Task<IResult> Merge(string id, MergeBody body, IdempotencyKey key, Person person, FamilyCommand command, FamilyScope scope, Merging merging) =>
        command.Run(id, person, key, body.Reason, async (family, stamp) => await scope.Family(body.Other.ToString(), person) is Decision<FamilyState>.Refused(var why)
            ? why.At("other")
            : await merging.Merge(family, body.Other, body.Members, body.On, person.ContactViewer(), stamp));

    private static Task<IResult> Split(string id, SplitBody body, IdempotencyKey key, Person person, FamilyCommand command, Splitting splitting) =>
        command.Run(id, person, key, body.Reason, (family, stamp) => splitting.Split(family, body.Members, body.On, body.Serial ?? "", person.ContactViewer(), stamp));
}
