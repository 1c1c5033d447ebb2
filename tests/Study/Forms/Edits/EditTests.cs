using System.Collections.Immutable;
using CsCheck;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Edits;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Forms.Edits;

public sealed class EditTests
{
    private static readonly InstrumentDefinition Sdq = InstrumentShelf.Library["sdq-p-4-17"];

    private static FamilyBuilder Answered(params (string Item, int Code)[] answers)
    {
        var family = FamilyBuilder.TakingPart().On("2026-03-01");
        var given = Sdq.Items.Take(25).ToDictionary(i => i.Name, _ => Answer.Of(1));
        foreach (var (item, code) in answers) given[item] = Answer.Of(code);
        var held = AnswerRules.Check(Sdq, given).Accepted();
        return family.Does((f, s) => FormRules.Enter(f, Small, family.Entry(T1, "sdq-p-4-17", "2026-03-01") with { Answers = held.Answers, Aside = held.Aside }, s));
    }

    private static Form The(FamilyBuilder family) => family.State.Forms.Single();

    private static FormEdit Edit(Form form, params (string Item, Answer Answer)[] changes) => new(form.Place, form.Version, Answers.Of(changes), EditReason.KeyingError);

    private static Func<FamilyState, Stamp, Decision<ImmutableArray<FamilyFact>>> Doing(FormEdit edit) => (f, s) => EditRules.Edit(f, Small, edit, s);

    [Fact]
    public void An_edit_keeps_old_and_new_answer_with_who_when_and_why_and_the_score_follows()
    {
        var family = Answered();
        var before = The(family);
        family.On("2026-03-04").Does(Doing(Edit(before, ("somatic", Answer.Of(2)))), "the paper says 2");

        var after = The(family);
        Assert.Equal(Answer.Of(2), after.Answers["somatic"]);
        Assert.True(after.Version > before.Version);
        var change = Assert.Single(after.Trail!.Changes);
        Assert.Equal((Answer.Of(1), Answer.Of(2), EditReason.KeyingError, FamilyBuilder.By, "the paper says 2"), (change.Old["somatic"], change.New["somatic"], change.Reason, change.By, change.Why));
        Assert.Equal(1, change.New.Count);
        Assert.Equal(Scoring.Score(Sdq, before.Answers)["emotion"]!.Value + 1, Scoring.Score(Sdq, after.Answers)["emotion"]!.Value);
        Assert.Equal(before.EnteredBy, after.EnteredBy);
    }

    [Fact]
    public void Answers_that_no_longer_apply_go_aside_and_come_back()
    {
        var family = Answered(("ebddiff", 1), ("distres", 2));
        var before = The(family);
        family.Does(Doing(Edit(before, ("ebddiff", Answer.Of(0)))));

        var closed = The(family);
        Assert.Equal(MissingReason.NotApplicable, closed.Answers.MissingAt(Sdq.Shape.IndexOf("distres")));
        Assert.Equal(Answer.Of(2), closed.Trail!.Aside!["distres"]);

        family.Does(Doing(Edit(closed, ("ebddiff", Answer.Of(1)))));
        Assert.Equal(before.Answers, The(family).Answers);
        Assert.Null(The(family).Trail!.Aside);
    }

    [Fact]
    public void What_the_form_cannot_hold_is_refused_at_its_item()
    {
        var family = Answered();
        var refused = family.Asks(Doing(Edit(The(family), ("somatic", Answer.Of(7)), ("nothing", Answer.Of(1))))).Refused();
        Assert.Equal("form.answers", refused.Code);
        Assert.Equal(["nothing", "somatic"], refused.Faults.Select(f => f.Field).Order());
    }

    [Fact]
    public void The_second_of_two_people_sees_both_values()
    {
        var family = Answered();
        var seen = The(family);
        family.Does(Doing(Edit(seen, ("somatic", Answer.Of(2)), ("shares", Answer.Of(0)))));

        var refused = family.Asks(Doing(Edit(seen, ("somatic", Answer.Of(0)), ("shares", Answer.Of(0)), ("worries", Answer.Of(2))))).Refused();
        Assert.Equal(("form.changed", RefusalKind.Conflict), (refused.Code, refused.Kind));
        var fault = Assert.Single(refused.Faults); // both made shares 0, and nobody else touched worries
        Assert.Equal(("somatic", $"Item 3 (somatic): it was 1, {FamilyBuilder.By} made it 2, you enter 0."), (fault.Field, fault.Sentence));
        Assert.Equal(Answer.Of(1), EditConflicts.At(The(family), "somatic", seen.Version));
    }

    [Fact]
    public void Another_reason_needs_its_words_and_no_change_leaves_no_fact()
    {
        var family = Answered();
        var form = The(family);
        Assert.Equal("form.edit-words", family.Asks(Doing(Edit(form, ("somatic", Answer.Of(2))) with { Reason = EditReason.Other })).Refused().Code);
        Assert.Empty(family.Asks(Doing(Edit(form, ("somatic", form.Answers["somatic"])))).Accepted());
    }

    [Fact]
    public void The_day_and_the_way_it_was_filled_in_are_corrected_with_the_old_ones_kept()
    {
        var family = Answered();
        var form = The(family);
        var edit = Edit(form) with { Head = new(new(2026, 2, 20), FormMode.Telephone, "cy") };
        Assert.Equal("date.before-sampling", family.Asks(Doing(edit with { Head = edit.Head with { CompletedOn = new(2025, 1, 1) } })).Refused().Code);
        Assert.Equal("form.future-date", family.Asks(Doing(edit with { Head = edit.Head with { CompletedOn = new(2026, 12, 1) } })).Refused().Code);

        family.Does(Doing(edit));
        var corrected = The(family);
        Assert.Equal(edit.Head, FormHead.Of(corrected));
        Assert.Equal((FormHead.Of(form), edit.Head), (corrected.Trail!.Changes.Single().OldHead, corrected.Trail.Changes.Single().NewHead));
        Assert.Equal(form.Answers, corrected.Answers);
    }

    [Fact]
    public void A_locked_form_and_a_frozen_wave_refuse_edits()
    {
        var family = Answered();
        var edit = Edit(The(family), ("somatic", Answer.Of(2)));
        var frozen = Small with { Design = Small.Design with { Freezes = [new(T1, "admin@example.org", new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero), "released")] } };
        Assert.Equal("wave.frozen", family.Asks((f, s) => EditRules.Edit(f, frozen, edit, s)).Refused().Code);
        Assert.Equal("form.locked", family.Does((f, s) => FormLocks.Lock(f, edit.Place, s), "final").Asks(Doing(edit)).Refused().Code);
    }

    [Fact]
    public void Editing_and_editing_back_is_as_before() => Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Changes, Changes).Sample((gate, impact, first, second) =>
    {
        var family = gate == 0 ? Answered(("ebddiff", 0)) : Answered(("ebddiff", gate), ("distres", impact), ("burden", 2));
        var start = The(family);
        foreach (var changes in new[] { first, second }) family.Does(Doing(Edit(The(family), [.. changes])));
        var touched = first.Concat(second).Select(c => c.Item).Distinct();
        family.Does(Doing(Edit(The(family), [.. touched.Where(item => item.Length > 0).Select(item => (item, start.Answers[item])).Where(c => IsKeyed(c.Item2))])));

        return The(family).Answers.Equals(start.Answers) && Scoring.Score(Sdq, The(family).Answers).Equals(Scoring.Score(Sdq, start.Answers));
    }, iter: 200);

    private static bool IsKeyed(Answer answer) => answer is not Answer.Missing { Reason: var reason } || reason.IsKeyed();

    /// <summary>Up to four items of the gate and the first part, each with a fitting answer.</summary>
    private static readonly Gen<List<(string Item, Answer Answer)>> Changes = Gen.Select(Some.Any("ebddiff", "consid", "somatic", "tantrum", "worries"), Gen.OneOf(
            Gen.Int[0, 2].Select(code => Answer.Of(code)), Gen.Const(Answer.Of(MissingReason.Illegible)))).List[0, 4]
        .Select(all => all.DistinctBy(c => c.Item1).Select(c => (c.Item1, c.Item2)).ToList());
}
