using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Families;

/// <summary>Stages, consents, members and moves of one family.</summary>
internal static class StagesApi
{
    public static void MapStages(this RouteGroupBuilder families)
    {
        families.MapPost("/{id}/stages", PassStage).Task("Api/Families/Stages").Produces<FamilyView>().WithSummary("Record a stage that the family passed");
        families.MapPost("/{id}/consents", (string id, ConsentBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains) =>
                command.Run(id, person, key, null, (family, stamp) => grains.Consent(family).Give(body.ToForm(), stamp)))
            .Task("Api/Families/Consents").Produces<FamilyView>().WithSummary("Record a consent form");
        families.MapConsents();
        families.MapMembers();
        families.MapPost("/{id}/withdrawals", (string id, WithdrawalBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains) =>
                command.Run(id, person, key, body.Reason, (family, stamp) => body.About is { } member
                    ? grains.Enrolment(family).WithdrawAbout(member, body.Scopes.IsDefault ? [] : body.Scopes, body.Extent, body.From, stamp)
                    : grains.Enrolment(family).Withdraw(body.Scopes.IsDefault ? [] : body.Scopes, body.Extent, body.From, stamp)))
            .Task("Api/Families/Consents").Produces<FamilyView>().WithSummary("Record a withdrawal of consent, of the family or of one member");
        families.MapPost("/{id}/members", (string id, MemberBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains, TimeProvider clock) =>
                command.Run(id, person, key, null, (family, stamp) => grains.Members(family).Join([body.ToMember(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))], stamp)))
            .Task("Api/Families/Members").Produces<FamilyView>().WithSummary("Add a member");
        families.MapPost("/{id}/moves", (string id, MoveBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains) =>
                command.Run(id, person, key, body.Reason, (family, stamp) => grains.Members(family).Move(body.Site, body.On, stamp)))
            .Task("Api/Families/Moves").Produces<FamilyView>().WithSummary("Record a move to another site");
    }

    private static Task<IResult> PassStage(string id, StageBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains) =>
        command.Run(id, person, key, body.Reason, (family, stamp) =>
        {
            var door = grains.Enrolment(family);
            return body.Stage switch
            {
                Stage.Screened => door.Screen(eligible: true, body.On, stamp),
                Stage.ScreenedOut => door.Screen(eligible: false, body.On, stamp),
                Stage.Approached => door.Approach(body.By ?? "", body.On, stamp),
                Stage.NotApproached => door.DoNotApproach(body.Bar ?? ApproachBar.Other, body.By ?? "", body.On, stamp),
                Stage.AgreedToContact => door.AgreeToContact(body.On, stamp),
                Stage.DeclinedContact => door.DeclineContact(body.On, stamp),
                Stage.Ended => door.End(body.EndReason ?? EndReason.Withdrew, body.On, stamp),
                _ => Task.FromResult<Decision<FamilyState>>(NotAStep),
            };
        });

    private static readonly Refusal NotAStep =
        new Refusal("family.stage-unknown", "Send one of: screened, screened-out, approached, not-approached, agreed-to-contact, declined-contact, ended. Consent is recorded under /consents.").At("stage");
}
