using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Families;

/// <summary>What happens to one member of a family: leaving, another role, a correction.</summary>
internal static class MembersApi
{
    private static readonly Refusal BadBirth = new Refusal("member.birth-month", "Give birth year and birth month together, as numbers, or neither.").At("birthMonth");

    public static void MapMembers(this RouteGroupBuilder families)
    {
        families.MapPost("/{id}/members/{member}/leaving", (string id, string member, LeavingBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains) =>
                command.Run(id, person, key, null, (family, stamp) => Of(member, one => grains.Members(family).Leave(one, body.On, stamp))))
            .Task("Api/Families/Members").Produces<FamilyView>().WithSummary("Record that a member left");
        families.MapPost("/{id}/members/{member}/role", (string id, string member, RoleBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains) =>
                command.Run(id, person, key, null, (family, stamp) => Of(member, one => grains.Members(family).TakeRole(one, body.Role, body.On, stamp))))
            .Task("Api/Families/Members").Produces<FamilyView>().WithSummary("Record that a member took another role");
        families.MapPost("/{id}/members/{member}/correction", (string id, string member, CorrectionBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains) =>
                command.Run(id, person, key, body.Reason, (family, stamp) => body.HasBadBirth ? Refused(BadBirth) : Of(member, one => grains.Members(family).Correct(one, body.Birth, body.Sex, stamp))))
            .Task("Api/Families/Members").Produces<FamilyView>().WithSummary("Correct a member's birth month or sex");
    }

    private static Task<Decision<FamilyState>> Of(string member, Func<MemberId, Task<Decision<FamilyState>>> command) =>
        MemberId.TryParse(member, null, out var id) ? command(id) : Refused(FamilyRefusals.NotAMemberId);

    private static Task<Decision<FamilyState>> Refused(Refusal why) => Task.FromResult<Decision<FamilyState>>(why);
}
