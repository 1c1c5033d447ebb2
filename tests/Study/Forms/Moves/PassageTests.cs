using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Forms.Edits;
using SosLongitudinal.Study.Forms.Moves;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Forms.Moves;

public sealed class PassageTests
{
    private readonly FamilyBuilder wrong = FamilyBuilder.TakingPart().Answered(T1, "sdq-p-4-17", "2026-03-01");
    private readonly FamilyBuilder right = Elsewhere();

    private static FamilyBuilder Elsewhere() => new FamilyBuilder(seed: "the right family").Sampled().With(MemberRole.Child, "2017-03").With(MemberRole.Parent).AgreedToContact().Consented().On("2026-03-01");

    private FormPlace Was => wrong.State.Forms[0].Place;

    private FormPlace Now => new(T1, new("sdq-p-4-17"), right.Child, right.Parent);

    private void Leave() => wrong.Does((f, s) => PassageRules.Leave(f, Small, Was, right.State.Id, Now, s), "wrong id keyed");

    private FormArrival Arrival => new(wrong.State.Id, wrong.State.FormAt(Was)!, Now);

    [Fact]
    public void A_form_goes_to_the_right_family_with_its_history_and_is_never_in_neither()
    {
        wrong.Does((f, s) => EditRules.Edit(f, Small, new(Was, f.FormAt(Was)!.Version, Answers.Of(("somatic", Answer.Of(2))), EditReason.KeyingError), s))
            .Does((f, _) => QueryRules.Open(f, Small, Was, "somatic", "Is this a 2?"));
        var before = wrong.State.FormAt(Was)!;
        Leave();
        Assert.NotNull(wrong.State.FormAt(Was)!.Trail!.Leaving);
        right.Does((f, s) => PassageRules.TakeIn(f, Small, Arrival, s), "wrong id keyed");
        Assert.NotNull(wrong.State.FormAt(Was)); // both, and each says so
        Assert.Equal(wrong.State.Id, right.State.FormAt(Now)!.Trail!.Origin!.From);
        wrong.Does((f, _) => PassageRules.GiveUp(f, Was, right.State.Id, Now));

        var there = right.State.FormAt(Now)!;
        Assert.Empty(wrong.State.Forms);
        Assert.Equal((before.Answers, before.EnteredBy, before.EnteredAt, before.CompletedOn), (there.Answers, there.EnteredBy, there.EnteredAt, there.CompletedOn));
        Assert.Equal("somatic", there.Trail!.Queries.Single().Item);
        Assert.Equal(Answer.Of(2), there.Trail.Changes.Single().New["somatic"]);
    }

    [Fact]
    public void Its_keyings_locks_moves_and_paper_go_with_it()
    {
        var entered = wrong.State.FormAt(Was)!;
        var second = FormEntry.Of(entered, Was) with { Answers = entered.Answers.With("somatic", Answer.Of(2)) };
        wrong.Does((f, s) => ReceiptRules.Note(f, Small, new(Was, ReceiptStep.Boxed, FamilyBuilder.Day("2026-03-01"), "B1"), s))
            .Does((f, s) => FormLocks.Lock(f, Was, s), "checked").Does((f, s) => FormLocks.Unlock(f, Was, s), "not yet")
            .Does((f, s) => MoveRules.Move(f, Small, Was, Was with { Wave = T2 }, s), "wrong wave").Does((f, s) => MoveRules.Move(f, Small, Was, Was with { Wave = T1 }, s), "right wave")
            .As("second@example.org").Does((f, s) => SecondEntryRules.Enter(f, Small, second, isDrawn: true, s))
            .As("settler@example.org").Does((f, s) => SettleRules.Settle(f, Small, Was, [new("somatic", SettledBy.Second)], s));
        var (was, left) = (Was, wrong.State.FormAt(Was)!.Trail!);
        Leave();
        right.Does((f, s) => PassageRules.TakeIn(f, Small, FormArrival.Of(wrong.State, wrong.State.FormAt(was)!, Now), s), "wrong id keyed");
        wrong.Does((f, _) => PassageRules.GiveUp(f, was, right.State.Id, Now));

        var there = right.State.FormAt(Now)!;
        Assert.Equal(SecondStatus.Settled, SecondStatuses.Of(there, _ => true));
        Assert.Equal((left.Second!.Second.By, left.Second.SettledAt), (there.Trail!.Second!.Second.By, there.Trail.Second.SettledAt));
        Assert.Equal((left.Locks.Single(), 2), (there.Trail.Locks.Single(), there.Trail.Moves.Length));
        Assert.Equal("B1", ReceiptLog.Of(right.State, Small.Design, Now).Box);
        Assert.Empty(wrong.State.Receipts);
    }

    [Fact]
    public void Every_step_asked_again_changes_nothing()
    {
        var was = Was;
        Leave();
        Assert.Empty(wrong.Asks((f, s) => PassageRules.Leave(f, Small, was, right.State.Id, Now, s)).Accepted());
        var arrival = Arrival;
        right.Does((f, s) => PassageRules.TakeIn(f, Small, arrival, s), "wrong id keyed");
        Assert.Empty(right.Asks((f, s) => PassageRules.TakeIn(f, Small, arrival, s)).Accepted());
        wrong.Does((f, _) => PassageRules.GiveUp(f, was, right.State.Id, Now));
        Assert.Empty(wrong.Asks((f, _) => PassageRules.GiveUp(f, was, right.State.Id, Now)).Accepted());
    }

    [Fact]
    public void While_it_leaves_nothing_else_happens_to_it_until_it_stays()
    {
        Leave();
        var form = wrong.State.FormAt(Was)!;
        Assert.Equal("form.leaving", FormLocks.Fault(wrong.State, Small, Was)!.Code);
        Assert.Equal("form.leaving", wrong.Asks((f, s) => EditRules.Edit(f, Small, new(Was, form.Version, Answers.Of(("somatic", Answer.Of(2))), EditReason.KeyingError), s)).Refused().Code);
        Assert.Equal("form.leaving", wrong.Asks((f, s) => PassageRules.Leave(f, Small, Was, right.State.Id, Now with { Wave = T2 }, s), "no").Refused().Code);

        wrong.Does((f, _) => PassageRules.Stay(f, Was));
        Assert.Null(FormLocks.Fault(wrong.State, Small, Was));
        Assert.Equal("form.not-leaving", wrong.Asks((f, _) => PassageRules.GiveUp(f, Was, right.State.Id, Now)).Refused().Code);
    }

    [Fact]
    public void The_right_family_asks_for_place_consent_and_age_as_of_any_form()
    {
        Leave();
        Assert.Equal("form.unknown-subject", right.Asks((f, s) => PassageRules.TakeIn(f, Small, Arrival with { To = Now with { Subject = wrong.Child } }, s), "x").Refused().Code);
        var noConsent = new FamilyBuilder(seed: "never asked").Sampled().With(MemberRole.Child, "2017-03").With(MemberRole.Parent).On("2026-03-01");
        Assert.Equal("form.no-consent", noConsent.Asks((f, s) => PassageRules.TakeIn(f, Small, Arrival with { To = new(T1, new("sdq-p-4-17"), noConsent.Child, noConsent.Parent) }, s), "x").Refused().Code);
        right.Answered(T1, "sdq-p-4-17", "2026-03-01");
        Assert.Equal("form.occupied", right.Asks((f, s) => PassageRules.TakeIn(f, Small, Arrival, s), "x").Refused().Code);
    }

    [Fact]
    public void It_needs_a_reason_and_another_family()
    {
        Assert.Equal("reason.needed", wrong.Asks((f, s) => PassageRules.Leave(f, Small, Was, right.State.Id, Now, s)).Refused().Code);
        Assert.Equal("form.same-family", wrong.Asks((f, s) => PassageRules.Leave(f, Small, Was, wrong.State.Id, Now, s), "x").Refused().Code);
    }
}
