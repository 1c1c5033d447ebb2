using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Forms.DoubleEntry;

public sealed class SecondEntryRulesTests
{
    [Fact]
    public void A_second_entry_stands_beside_the_first_which_the_form_goes_on_saying()
    {
        var form = new TwiceEntered(("consid", 1)).Again(("consid", 2), ("obeys", 1));

        Assert.Equal((FamilyBuilder.By, TwiceEntered.Second), (form.Twice.First.By, form.Twice.Second.By));
        Assert.Equal(["consid", "obeys"], KeyedDifferences.Of(InstrumentShelf.Library["sdq-p-4-17"], form.Twice).Select(d => d.Item));
        Assert.Equal(Answer.Of(1), form.Form.Answers["consid"]);
        Assert.Equal(SecondStatus.Differs, SecondStatuses.Of(form.Form, _ => true));
    }

    [Fact]
    public void Two_entries_that_say_the_same_are_agreed_at_once()
    {
        var form = new TwiceEntered(("consid", 1)).Again();

        Assert.Equal(SecondStatus.Agreed, SecondStatuses.Of(form.Form, _ => true));
        Assert.Equal("form.nothing-to-settle", form.NotSettled(new Settlement("consid", SettledBy.First)).Code);
    }

    [Fact]
    public void The_person_of_the_first_entry_cannot_enter_the_second()
    {
        var form = new TwiceEntered();
        form.Family.As(FamilyBuilder.By);

        Assert.Equal("form.same-person", form.Refused(form.Entry()).Code);
    }

    [Fact]
    public void Nothing_is_entered_a_second_time_that_was_not_entered_a_first_time()
    {
        var form = new TwiceEntered();

        Assert.Equal("form.no-first", form.Refused(form.Family.Entry(T1, "lubben-6", TwiceEntered.Day)).Code);
    }

    [Fact]
    public void A_form_outside_the_sample_is_not_entered_twice()
    {
        var form = new TwiceEntered();

        Assert.Equal("form.not-sampled", form.Refused(form.Entry(), isDrawn: false).Code);
        Assert.Equal(SecondStatus.NotSampled, SecondStatuses.Of(form.Form, _ => false));
    }

    [Fact]
    public void The_same_second_entry_again_is_one_and_any_other_is_refused_without_saying_what_was_keyed()
    {
        var form = new TwiceEntered(("consid", 1)).Again(("consid", 2));
        form.Family.As(TwiceEntered.Second);

        Assert.Empty(form.Family.Asks((f, s) => SecondEntryRules.Enter(f, form.Family.Frame, form.Entry(("consid", 2)), true, s)).Accepted());
        Assert.Equal("form.already-twice", form.Refused(form.Entry(("consid", 0))).Code);
        form.Family.As("third@example.org");
        Assert.Equal($"The second entry of this form was made by {TwiceEntered.Second} on 1 March 2026 at 12:00 UTC.", form.Refused(form.Entry(("consid", 2))).Sentence);
    }

    [Fact]
    public void The_date_is_keyed_twice_too_and_lies_within_the_familys_part()
    {
        var form = new TwiceEntered();
        Assert.Equal("form.future-date", form.Refused(form.Entry() with { CompletedOn = new(2026, 3, 2) }).Code);
        Assert.Equal("date.before-sampling", form.Refused(form.Entry() with { CompletedOn = new(2026, 1, 4) }).Code);
        Assert.Equal("form.language", form.Refused(form.Entry() with { Language = "" }).Code);

        form.Family.Does((f, s) => SecondEntryRules.Enter(f, form.Family.Frame, form.Entry() with { CompletedOn = new(2026, 2, 1) }, true, s));
        Assert.Equal([new KeyedDifference("@completedOn", Answer.Of(new DateOnly(2026, 3, 1)), Answer.Of(new DateOnly(2026, 2, 1)))],
            KeyedDifferences.Of(InstrumentShelf.Library["sdq-p-4-17"], form.Twice));
    }

    [Fact]
    public void Another_version_of_the_form_cannot_be_held_against_the_first()
    {
        var form = new TwiceEntered();

        Assert.Equal("form.other-version", form.Refused(form.Entry() with { InstrumentVersion = 2 }).Code);
    }

    [Fact]
    public void A_locked_form_takes_no_second_entry()
    {
        var form = new TwiceEntered();
        form.Family.Does((f, s) => FormLocks.Lock(f, form.Place, s), why: "analysis has begun");

        Assert.Equal("form.locked", form.Refused(form.Entry()).Code);
    }

    [Fact]
    public void A_form_of_the_tray_was_entered_by_whoever_keyed_it_and_whoever_matched_it_has_seen_it()
    {
        const string Matcher = "matcher@example.org";
        var family = FamilyBuilder.TakingPart().On(TwiceEntered.Day).As(Matcher);
        var keyed = new Keying("keyer@example.org", new(2026, 2, 27, 9, 0, 0, TimeSpan.Zero));
        var entry = family.Entry(T1, "sdq-p-4-17", TwiceEntered.Day);
        family.Does((f, s) => FormRules.Enter(f, Small, entry with { Keyed = keyed }, s));

        var form = family.State.FormAt(entry.Place)!;
        Assert.Equal((keyed.By, keyed.At, Matcher), (form.EnteredBy, form.EnteredAt, form.Trail!.MatchedBy));
        string Refused(string by) => family.As(by).Asks((f, s) => SecondEntryRules.Enter(f, Small, entry, isDrawn: true, s)).Refused().Code;
        Assert.Equal(("form.same-person", "form.matched-by-you"), (Refused(keyed.By), Refused(Matcher)));
        Assert.Single(family.As("second@example.org").Asks((f, s) => SecondEntryRules.Enter(f, Small, entry, isDrawn: true, s)).Accepted());
    }

    [Fact]
    public void Texts_differ_by_their_words_and_not_by_case_or_spacing()
    {
        Assert.True(KeyedDifferences.Same(Answer.Of("Moved  in\nMay "), Answer.Of("moved in may")));
        Assert.False(KeyedDifferences.Same(Answer.Of("moved in May"), Answer.Of("moved in June")));
    }
}
