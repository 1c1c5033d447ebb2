using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Comparing;
using SosLongitudinal.Study.Instruments.Drafting;
using SosLongitudinal.Study.Kernel;
using Housing = SosLongitudinal.Tests.Kit.Housing;

namespace SosLongitudinal.Tests.Study.Instruments.LifeCycle;

/// <summary>Scores, bands and further languages of a draft, changed field by field.</summary>
public sealed class ScaleEditTests
{
    private static readonly InstrumentDefinition Draft = Housing.First;

    [Fact]
    public void A_scale_without_a_typed_range_has_the_one_that_its_items_give()
    {
        var made = Made(ScaleEdits.Add(Draft, new() { Name = "worry", Parts = "damp, cold", Reversed = "cold", ReverseFrom = "4", Recode = "damp: 0 0 1 2", Least = "1", Rounding = RoundingRule.None })).Scales[^1];
        Assert.Equal((0, 5), (made.Min, made.Max));
        Assert.Equal("damp + cold, 0 to 5, cold reversed from 4, damp counts 0 0 1 2, 1 answered at least, two decimals", ScaleText.Of(made));
    }

    [Theory]
    [InlineData("Parts", "nothing", "Parts", "needs nothing")]
    [InlineData("Max", "9", "Max", "declares a maximum of 9; its 2 items give 6")]
    [InlineData("Min", "many", "Min", "'many' is not a whole number")]
    [InlineData("Least", "3", "Least", "needs 3 of 2 items")]
    [InlineData("Reversed", "garden", "Reversed", "garden is reversed")]
    [InlineData("Recode", "0 1", "Recode", "not what 2 counts")]
    [InlineData("GateItem", "garden", "GateValues", "Enter the codes")]
    [InlineData("ProrateTo", "0", "ProrateTo", "scaled up to 0 items")]
    public void What_the_validator_refuses_is_said_at_its_field(string field, string typed, string at, string saying)
    {
        var words = ScaleWords.Of(Draft.Scales[0]);
        words = field switch { "Parts" => words with { Parts = typed }, "Max" => words with { Max = typed }, "Min" => words with { Min = typed }, "Least" => words with { Least = typed }, "Reversed" => words with { Reversed = typed, ReverseFrom = "4" }, "Recode" => words with { Recode = typed }, "ProrateTo" => words with { ProrateTo = typed }, _ => words with { GateItem = typed } };
        var faults = ((Decision<InstrumentDefinition>.Refused)ScaleEdits.Change(Draft, "hardship", words)).Why.Faults;
        Assert.Contains(faults, f => f.Field == at && f.Sentence.Contains(saying, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_scale_that_the_product_brings_reads_back_as_it_was_typed()
    {
        foreach (var (d, s) in InstrumentShelf.Library.Newest.SelectMany(d => d.Scales.Select(s => (d, s))))
            Assert.True(Made(ScaleEdits.Change(d, s.Name, ScaleWords.Of(s))).Scales.First(c => c.Name == s.Name).SameAs(s), $"{d.Id} {s.Name}");
    }

    [Fact]
    public void Every_band_scheme_that_the_product_brings_reads_back_as_it_was_typed()
    {
        foreach (var (d, b) in InstrumentShelf.Library.Newest.SelectMany(d => d.Bands.Select(b => (d, b))))
            Assert.Equal(InstrumentText.Write(d), InstrumentText.Write(Made(BandEdits.Put(d, b.Name, BandWords.Of(b)))));
    }

    [Fact]
    public void A_scale_that_another_adds_is_not_dropped_and_one_with_bands_takes_them_along()
    {
        var total = Made(ScaleEdits.Add(Draft, new() { Name = "total", Kind = ScaleKind.SumOfScales, Parts = "hardship" }));
        Assert.Equal("draft.scale-used", ((Decision<InstrumentDefinition>.Refused)ScaleEdits.Drop(total, "hardship")).Why.Code);
        var banded = Made(BandEdits.Put(Draft, null, new("band2", "Two bands", "low\nhigh", "hardship: 2 5", true, "")));
        Assert.Equal("high", banded.BandsOf("band2")!.Word("hardship", 5));
        Assert.Empty(Made(ScaleEdits.Drop(banded, "hardship")).Bands[0].Scales);
    }

    [Theory]
    [InlineData("hardship: 2 5 6", "low\nhigh", "Words")]
    [InlineData("hardship: 9", "low", "Edges")]
    [InlineData("hardship", "low", "Edges")]
    [InlineData("nothing: 1", "low", "Edges")]
    [InlineData("hardship: two", "low", "Edges")]
    public void Bands_that_do_not_fit_are_said_at_their_field(string edges, string words, string at) =>
        Assert.Contains(((Decision<InstrumentDefinition>.Refused)BandEdits.Put(Draft, null, new("b", "Bands", words, edges, false, ""))).Why.Faults, f => f.Field == at);

    [Fact]
    public void A_mean_made_of_a_sum_and_another_recoding_are_changes()
    {
        Assert.False(Draft.Scales[0].SameAs(Draft.Scales[0] with { Method = ScaleMethod.Mean }));
        Assert.False(Draft.Scales[0].SameAs(Draft.Scales[0] with { Recodes = Draft.Scales[0].Recodes.Add("damp", [0, 1, 1, 2]) }));
        Assert.Contains(Comparison.Of(Draft, Draft with { Scales = [Draft.Scales[0] with { Method = ScaleMethod.Mean, Min = 1, Max = 3 }] }, []), c => c is { Kind: ChangeKind.ScaleChanged } && c.Becomes == "mean of damp + cold, 1 to 3");
    }

    [Fact]
    public void Words_in_a_further_language_are_said_and_compared()
    {
        var said = Made(LanguageEdits.Say(Draft, "Polish (pl)", new Dictionary<string, string> { ["item:damp:label"] = "Czy jest wilgotno?", ["choice:often:1"] = "Nigdy", ["section:0"] = "Dom" }));
        Assert.Equal(["en", "Polish (pl)"], said.Languages());
        Assert.Equal(("Czy jest wilgotno?", "Nigdy", "Dom"), (said.ItemOf("damp")!.CaptionIn("pl"), said.ChoicesOf(said.ItemOf("damp")!)[0].LabelIn("pl"), said.Sections[0].TitleIn("pl")));
        Assert.Equal(["damp", "", "often"], Comparison.Of(Draft, said, []).Where(c => c.Kind == ChangeKind.Translated).Select(c => c.Item));
        Assert.Equal("Polish (pl)", Some(LanguageEdits.Named(said, "PL")));
        Assert.Equal(InstrumentText.Write(Draft), InstrumentText.Write(Made(LanguageEdits.Say(said, "pl", LanguageEdits.Texts(said, "Polish (pl)").ToDictionary(t => t.Key, _ => "")))));
        Assert.Equal("draft.language-own", ((Decision<InstrumentDefinition>.Refused)LanguageEdits.Say(Draft, "EN", new Dictionary<string, string>())).Why.Code);
    }

    [Fact]
    public void A_section_s_condition_and_the_form_s_note_are_compared()
    {
        var changed = Draft with { Note = "Asked of all", Sections = [Draft.Sections[0] with { Relevant = "${rooms} > 1" }] };
        Assert.Equal(["FormChanged", "SectionChanged"], Comparison.Of(Draft, changed, []).Select(c => $"{c.Kind}"));
    }

    private static InstrumentDefinition Made(Decision<InstrumentDefinition> decision) => Some(decision);

    private static T Some<T>(Decision<T> decision) => decision is Decision<T>.Accepted { Value: var made } ? made : throw new InvalidOperationException(((Decision<T>.Refused)decision).Why.ToString() + string.Join(" ", ((Decision<T>.Refused)decision).Why.Faults));
}
