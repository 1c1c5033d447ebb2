using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Cases;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Instruments.Linking;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Instruments.LifeCycle;

public sealed class InstrumentRulesTests
{
    [Fact]
    public void A_draft_is_numbered_after_the_newest_version_whatever_it_says_itself()
    {
        Assert.Equal(1, new StudyInstrument(Housing.First.Id).Drafted(Housing.First with { Version = 9 }).Draft!.Version);
        Assert.Equal(2, Kept.Housing.Drafted(Housing.First with { Title = "The home" }).Draft!.Version);
        Assert.Equal(2, new StudyInstrument(new("sdq-p-4-17")).Drafted(InstrumentShelf.Library["sdq-p-4-17"] with { Title = "SDQ" }).Draft!.Version);
    }

    [Fact]
    public void The_same_draft_again_changes_nothing()
    {
        var drafted = Kept.Housing.Drafted(Housing.Second);
        Assert.Empty(InstrumentRules.Draft(drafted, Housing.Second).Accepted());
        Assert.Equal("instrument.other-id", InstrumentRules.Draft(Kept.Housing, Housing.First with { Id = new("other") }).Refused().Code);
    }

    [Fact]
    public void A_choice_that_is_left_out_keeps_its_code_as_dropped()
    {
        var draft = Kept.Housing.Drafted(Housing.Second).Draft!;
        Assert.True(draft.ChoicesOf(draft.ItemOf("tenure")!).Single(c => c.Code == 3).Dropped);
        Assert.Equal("Tied to a job", draft.ChoicesOf(draft.ItemOf("tenure")!).Single(c => c.Code == 3).Label);
    }

    [Fact]
    public void A_code_with_another_meaning_is_refused_until_the_concordance_says_what_became_of_it()
    {
        var drafted = Kept.Housing.Drafted(Housing.Second);
        Assert.Equal(["cold", "damp"], drafted.Clashes().Distinct().Order());
        Assert.Equal("instrument.cannot-publish", InstrumentRules.Publish(drafted, InstrumentShelf.Library).Refused().Code);

        var linked = drafted.After(i => InstrumentRules.DeclareLinks(i, StudyBuilder.SmallDesign, Housing.Links));
        Assert.Empty(linked.Clashes());
        var published = linked.After(i => InstrumentRules.Publish(i, InstrumentShelf.Library));
        Assert.Equal((2, null), (published.Newest()!.Version, published.Draft));
    }

    [Fact]
    public void A_dropped_code_cannot_come_back_for_something_else()
    {
        var second = Housing.First with { ChoiceLists = Housing.Second.ChoiceLists.SetItem("often", Housing.First.ChoiceLists["often"]) };
        var published = Kept.Housing.Drafted(second).After(i => InstrumentRules.Publish(i, InstrumentShelf.Library));
        var third = second with { ChoiceLists = second.ChoiceLists.SetItem("tenure", [new(1, "Owns"), new(2, "Rents"), new(3, "Stays with friends")]) };
        Assert.Equal(["tenure"], published.Drafted(third).Clashes());
    }

    [Fact]
    public void A_name_keeps_its_kind_of_answer_and_its_question()
    {
        var typed = Kept.Housing.Drafted(With(Housing.First.Items.Replace(Housing.First.Items[4], Housing.First.Items[4] with { Type = ItemType.Number })));
        Assert.Equal(["garden"], typed.Clashes());
        var renamed = Kept.Housing.Drafted(With(Housing.First.Items.Replace(Housing.First.Items[4], Housing.First.Items[4] with { Name = "outside" })));
        Assert.Equal(["outside"], renamed.Clashes());
        var scaled = Kept.Housing.Drafted(With([.. Housing.First.Items, new() { Name = "hardship", Number = 6, Type = ItemType.Text }]) with { Scales = [] });
        Assert.Equal(["hardship"], scaled.Clashes());
    }

    [Fact]
    public void A_form_cannot_take_the_name_of_a_table_or_of_a_group_of_forms()
    {
        Assert.Equal(["group"], new StudyInstrument(new("families")).Drafted(Housing.First with { Id = new("families") }).Clashes());
        Assert.Equal(["id"], new StudyInstrument(new("sdq")).Drafted(Housing.First with { Id = new("sdq") }).Clashes());
        Assert.Equal(["subject"], Kept.Housing.Drafted(Housing.First with { Subject = InstrumentSubject.Child }).Clashes());
    }

    [Fact]
    public void What_says_the_same_as_the_newest_version_is_not_published() =>
        Assert.Equal("instrument.unchanged", InstrumentRules.Publish(Kept.Housing.Drafted(Housing.First), InstrumentShelf.Library).Refused().Code);

    [Fact]
    public void A_test_case_that_does_not_hold_stands_in_the_way()
    {
        var answers = Answers.Of(("damp", Answer.Of(2)), ("cold", Answer.Of(1)));
        TestCase Expecting(string total) => new("damp and warm", answers) { Scores = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("hardship", total) };
        var drafted = Kept.Housing.Drafted(Housing.First with { Title = "The home" });
        Assert.Equal(["case damp and warm"], drafted.After(i => InstrumentRules.DeclareCases(i, [Expecting("4")])).Clashes());
        Assert.Empty(drafted.After(i => InstrumentRules.DeclareCases(i, [Expecting("3")])).Clashes());
        Assert.Equal("instrument.case", InstrumentRules.DeclareCases(drafted, [new("nothing", answers)]).Refused().Code);
    }

    [Fact]
    public void A_discarded_draft_takes_its_links_with_it()
    {
        var linked = Kept.Housing.Drafted(Housing.Second).After(i => InstrumentRules.DeclareLinks(i, StudyBuilder.SmallDesign, Housing.Links));
        var discarded = linked.After(i => InstrumentRules.Discard(i));
        Assert.Equal((null, 0), (discarded.Draft, discarded.Links.Length));
        Assert.Equal("instrument.no-draft", InstrumentRules.Discard(discarded).Refused().Code);
    }

    private static InstrumentDefinition With(System.Collections.Immutable.ImmutableArray<Item> items) => Housing.First with { Sections = [new("The home", items)] };
}
