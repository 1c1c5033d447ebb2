using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Tests.Study.Instruments;

public sealed class LibraryTests
{
    private static readonly string[] Expected =
    [
        "case-record", "contact-diary", "lubben-6", "parent-questionnaire", "pearlin-mastery", "sdq-p-2-4", "sdq-p-2-4-followup", "sdq-p-4-17", "sdq-p-4-17-followup",
        "sdq-s-11-17", "sdq-s-11-17-followup", "sdq-t-2-4", "sdq-t-2-4-followup", "sdq-t-4-17", "sdq-t-4-17-followup", "site-profile", "worker-survey", "yatchmenoff-ces",
    ];

    public static TheoryData<string> Ids => [.. Expected];

    [Fact]
    public void The_library_holds_these_instruments() => Assert.Equal(Expected, InstrumentShelf.Library.Newest.Select(d => d.Id.Text));

    [Theory, MemberData(nameof(Ids))]
    public void A_definition_written_and_read_is_the_same_text(string id)
    {
        var text = InstrumentText.Write(InstrumentShelf.Library[id]);
        Assert.Equal(text, InstrumentText.Write(InstrumentText.Read(text)));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Wording_is_shipped_only_where_it_is_our_own(string id)
    {
        var definition = InstrumentShelf.Library[id];
        var own = id is "parent-questionnaire" or "case-record" or "worker-survey" or "site-profile" or "contact-diary";
        Assert.All(definition.Items, item => Assert.Equal(own, item.Label is not null));
        Assert.All(definition.ChoiceLists.Values.SelectMany(l => l), choice => Assert.Equal(own, choice.Label is not null));
    }

    [Fact]
    public void The_two_to_four_form_has_its_two_own_items_in_the_places_of_the_others()
    {
        var young = InstrumentShelf.Library["sdq-p-2-4"].Items;
        var older = InstrumentShelf.Library["sdq-p-4-17"].Items;
        Assert.Equal([("argues", "lies"), ("spite", "steals")], young.Zip(older).Where(p => p.First.Name != p.Second.Name).Select(p => (p.First.Name, p.Second.Name)));
    }

    [Theory]
    [InlineData("sdq-p-2-4"), InlineData("sdq-t-2-4"), InlineData("sdq-p-4-17"), InlineData("sdq-t-4-17"), InlineData("sdq-s-11-17")]
    public void A_follow_up_form_asks_about_the_last_month_drops_chronicity_and_adds_two_questions(string id)
    {
        var standard = InstrumentShelf.Library[id];
        var followUp = InstrumentShelf.Library[id + "-followup"];
        Assert.Equal(RecallPeriod.SixMonths, standard.Recall);
        Assert.Equal(RecallPeriod.LastMonth, followUp.Recall);
        Assert.Equal(standard.Id, followUp.FollowUpOf);
        Assert.Equal(standard.Id, followUp.BandsFrom);
        Assert.Equal([.. standard.Items.Select(i => i.Name).Where(n => n != "chronic"), "change", "helpother"], followUp.Items.Select(i => i.Name));
    }
}
