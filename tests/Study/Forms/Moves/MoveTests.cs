using System.Collections.Immutable;
using CsCheck;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Moves;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Forms.Moves;

public sealed class MoveTests
{
    /// <summary>Two children of eight and twelve, two parents, and the SDQ about the first from the first.</summary>
    private static FamilyBuilder Answered() => FamilyBuilder.TakingPart().With(MemberRole.Child, "2014-03").With(MemberRole.KinCarer).Answered(T1, "sdq-p-4-17", "2026-03-01");

    private static FormPlace Sdq(FamilyBuilder family, int child = 1, int from = 1, WaveCode? wave = null) => new(wave ?? T1, new("sdq-p-4-17"), family.MemberOf('C', child), family.MemberOf('P', from));

    private static Decision<ImmutableArray<FamilyFact>> Move(FamilyBuilder family, FormPlace to, string? why = "misread label") =>
        family.Asks((f, s) => MoveRules.Move(f, Small, Sdq(family), to, s), why);

    private static FamilyBuilder Moved(FamilyBuilder family, FormPlace from, FormPlace to) => family.Does((f, s) => MoveRules.Move(f, Small, from, to, s), "misread label");

    [Fact]
    public void A_form_moves_to_another_child_respondent_or_wave_with_its_history()
    {
        var family = Answered();
        var (start, end) = (Sdq(family), Sdq(family, child: 2, from: 2));
        var before = family.State.FormAt(start)!;
        Moved(family, start, end);

        Assert.Null(family.State.FormAt(start));
        var after = family.State.FormAt(end)!;
        Assert.Equal(before.Answers, after.Answers);
        Assert.True(after.Version > before.Version);
        var move = Assert.Single(after.Trail!.Moves);
        Assert.Equal((start, end, "misread label", FamilyBuilder.By), (move.From, move.To, move.Why, move.By));
    }

    [Fact]
    public void Age_form_and_schedule_are_asked_again_for_the_new_place_and_flagged()
    {
        var family = FamilyBuilder.TakingPart().With(MemberRole.Child, "2023-09").Answered(T1, "sdq-p-4-17", "2026-03-01");
        Moved(family, Sdq(family), Sdq(family, child: 2)); // the second is two years old
        Assert.Equal([FormFlag.WrongAgeForm], family.State.Forms.Single().Flags);

        Moved(family, Sdq(family, child: 2), Sdq(family));
        Assert.Empty(family.State.Forms.Single().Flags);
    }

    [Fact]
    public void Consent_and_the_kind_of_respondent_are_asked_again_and_refused()
    {
        var family = Answered().With(MemberRole.Teacher);
        Assert.Equal("form.respondent-kind", Move(family, Sdq(family) with { Respondent = family.MemberOf('R', 1) }).Refused().Code);
        Assert.Equal("form.subject-kind", Move(family, Sdq(family) with { Subject = family.Parent }).Refused().Code);
        Assert.Equal("form.move-instrument", Move(family, Sdq(family) with { Instrument = new("sdq-p-2-4") }).Refused().Code);
        Assert.Equal("study.unknown-wave", Move(family, Sdq(family) with { Wave = new("t9") }).Refused().Code);

        family.Does((f, _) => EnrolmentRules.Withdraw(f, new([ConsentScope.Interview], WithdrawalExtent.NoFurtherUse, new(2026, 2, 1), family.MemberOf('C', 2))));
        Assert.Equal("form.no-consent", Move(family, Sdq(family, child: 2)).Refused().Code);
    }

    [Fact]
    public void A_move_needs_a_reason_a_form_and_an_empty_place()
    {
        var family = Answered().Answered(T1, "sdq-p-4-17", "2026-03-02", from: Answered().MemberOf('P', 2));
        Assert.Equal("reason.needed", Move(family, Sdq(family, child: 2), why: null).Refused().Code);
        Assert.Equal("form.occupied", Move(family, Sdq(family, from: 2)).Refused().Code);
        Assert.Empty(Move(family, Sdq(family)).Accepted());
        Assert.Equal("form.none", family.Asks((f, s) => MoveRules.Move(f, Small, Sdq(family, child: 2), Sdq(family, wave: T2), s), "wrong").Refused().Code);
    }

    [Fact]
    public void A_moved_form_takes_the_place_of_its_absence_and_can_be_given_up_where_it_was()
    {
        var family = Answered();
        FamilyBuilder Marked(FormPlace place) => family.Does((f, s) => FormRules.MarkNotAchieved(f, Small, place, NotAchievedReason.NotReturned, new(2026, 3, 1), s));
        Marked(Sdq(family, child: 2));
        Moved(family, Sdq(family), Sdq(family, child: 2));
        Assert.Empty(family.State.NotAchieved);

        Marked(Sdq(family));
        Assert.Equal(Sdq(family), family.State.NotAchieved.Single().Place);
        Moved(family, Sdq(family, child: 2), Sdq(family));
        Assert.Empty(family.State.NotAchieved);
    }

    [Fact]
    public void A_locked_form_stays_and_nothing_comes_to_a_frozen_wave()
    {
        var family = Answered();
        var frozen = Small with { Design = Small.Design with { Freezes = [new(T2, "admin@example.org", new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero), "released")] } };
        Assert.Equal("wave.frozen", family.Asks((f, s) => MoveRules.Move(f, frozen, Sdq(family), Sdq(family, wave: T2), s), "wrong wave").Refused().Code);

        family.Does((f, s) => FormLocks.Lock(f, Sdq(family), s), "final");
        Assert.Equal("form.locked", Move(family, Sdq(family, child: 2)).Refused().Code);
    }

    [Fact]
    public void The_paper_s_notes_go_with_it()
    {
        var family = Answered();
        family.On("2026-03-05").Does((f, s) => ReceiptRules.Note(f, Small, new(Sdq(family), ReceiptStep.Received, new(2026, 3, 3)), s))
            .Does((f, s) => ReceiptRules.Note(f, Small, new(Sdq(family, child: 2), ReceiptStep.Sent, new(2026, 2, 1)), s));
        Moved(family, Sdq(family), Sdq(family, child: 2));

        var log = ReceiptLog.Of(family.State, Small.Design, Sdq(family, child: 2));
        Assert.Equal((new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 3)), (log.Sent!.Value, log.Received!.Value));
        Assert.Null(ReceiptLog.Of(family.State, Small.Design, Sdq(family)).Last);
    }

    [Fact]
    public void Swapping_twice_is_as_before() => Gen.Select(Gen.Int[1, 2], Gen.Int[1, 2], Gen.Bool).Sample((child, from, noted) =>
    {
        var family = Answered();
        var (one, other) = (Sdq(family), (child, from) == (1, 1) ? Sdq(family, child: 2) : Sdq(family, child, from));
        family.Answered(T1, "sdq-p-4-17", "2026-03-02", about: other.Subject, from: other.Respondent);
        if (noted) family.Does((f, s) => ReceiptRules.Note(f, Small, new(one, ReceiptStep.Received, new(2026, 3, 1)), s));
        var before = family.State;
        family.Does((f, s) => MoveRules.Swap(f, Small, one, other, s), "in each other's envelope");
        var between = family.State;
        family.Does((f, s) => MoveRules.Swap(f, Small, one, other, s), "they were right");

        return between.FormAt(one)!.CompletedOn == before.FormAt(other)!.CompletedOn
            && Said(family.State).SequenceEqual(Said(before))
            && ReceiptLog.Of(family.State, Small.Design, one).Received == ReceiptLog.Of(before, Small.Design, one).Received
            && family.State.FormAt(one)!.Trail!.Moves.Length == 2;
    }, iter: 30);

    private static IEnumerable<string> Said(FamilyState family) =>
        family.Forms.OrderBy(f => f.Place.ToString(), StringComparer.Ordinal).Select(f => $"{f.Place} {f.CompletedOn} {string.Join(',', f.Flags)} {f.Answers}");
}
