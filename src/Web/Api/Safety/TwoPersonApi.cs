using System.Collections.Immutable;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Web.Api.Families;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Safety;

public sealed record SetTwoPersonBody(TwoPersonReason Reason, DateOnly On);

public sealed record LiftTwoPersonBody(TwoPersonLift Reason, DateOnly On);

/// <summary>One stretch of time in which two people are to go.</summary>
public sealed record TwoPersonSpellView(TwoPersonReason Reason, DateOnly From, string By, DateOnly? LiftedOn, TwoPersonLift? Lift, string? LiftedBy);

/// <summary>Whether two people go wherever the family is met in person, and since the beginning why.</summary>
public sealed record TwoPersonView(bool NeedsTwo, ImmutableArray<TwoPersonSpellView> History)
{
    public static TwoPersonView Of(FamilyState family) => new(family.NeedsTwo, [.. family.TwoPerson.Select(s => new TwoPersonSpellView(s.Reason, s.From, s.By, s.LiftedOn, s.Lift, s.LiftedBy))]);
}

/// <summary>/families/{id}/two-person: whether two people are to go.</summary>
internal static class TwoPersonApi
{
    public static void MapTwoPerson(this RouteGroupBuilder api)
    {
        var flag = api.MapGroup("/families/{id}/two-person").WithTags("Safety");
        flag.MapGet("", async (string id, Person person, FamilyScope scope) => (await scope.Family(id, person)).ToResult(family => Results.Ok(TwoPersonView.Of(family))))
            .Task("Api/Families/Read").Produces<TwoPersonView>().WithSummary("Whether two people go to a family wherever it is met in person, with its history");
        flag.MapPost("", (string id, SetTwoPersonBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains) =>
                command.Run(id, person, key, null, (family, stamp) => grains.Safety(family).SetTwoPerson(body.Reason, body.On, stamp)))
            .Task("Api/Families/TwoPerson").Produces<FamilyView>().WithSummary("Set the two-person flag: from now on a visit is booked for two interviewers");
        flag.MapPost("/lift", (string id, LiftTwoPersonBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains) =>
                command.Run(id, person, key, null, (family, stamp) => grains.Safety(family).LiftTwoPerson(body.Reason, body.On, stamp)))
            .Task("Api/Families/TwoPerson").Produces<FamilyView>().WithSummary("Lift the two-person flag");
    }
}
