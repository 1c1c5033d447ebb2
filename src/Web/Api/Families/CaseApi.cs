using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Families;

/// <summary>Who holds a family's case, and what happens in it.</summary>
internal static class CaseApi
{
    public static void MapCase(this RouteGroupBuilder families)
    {
        families.MapPost("/{id}/workers", Allocate).Task("Api/Families/Workers").Produces<FamilyView>().WithSummary("Record who holds the case from a date on");
        families.MapPost("/{id}/events", (string id, CaseEventBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains) =>
                command.Run(id, person, key, null, (family, stamp) => grains.Case(family).RecordEvent(body.Kind, body.On, body.Child, body.Source ?? "", stamp)))
            .Task("Api/Families/Events").Produces<FamilyView>().WithSummary("Record a case event");
    }

    private static Task<IResult> Allocate(string id, AllocationBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains) =>
        command.Run(id, person, key, body.Reason, (family, stamp) => body.ToHolder().Match(
            holder => grains.Case(family).Allocate(holder, body.From, body.Source ?? "authority", body.KnownTo, stamp),
            why => Task.FromResult<Decision<FamilyState>>(why)));
}
