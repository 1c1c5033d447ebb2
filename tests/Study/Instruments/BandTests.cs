using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Tests.Study.Instruments;

/// <summary>The published tables, typed a second time here in their own form (each band's range) and held against every score.</summary>
public sealed class BandTests
{
    private const string Three = "normal/borderline/abnormal";
    private const string Four = "close to average/slightly raised/high/very high";
    private const string FourProsocial = "close to average/slightly lowered/low/very low";

    public static TheoryData<string, string, string, string, string> Tables()
    {
        var data = new TheoryData<string, string, string, string, string>();
        void Add(string form, string scheme, string words, string table)
        {
            foreach (var line in table.Split(';'))
            {
                var (scale, ranges) = (line.Split(':')[0].Trim(), line.Split(':')[1].Trim());
                data.Add(form, scheme, scale, ranges, scheme == "band4" && scale == "prosoc" ? FourProsocial : words);
            }
        }
        Add("sdq-p-4-17", "band3", Three, "ebdtot: 0-13/14-16/17-40; emotion: 0-3/4/5-10; conduct: 0-2/3/4-10; hyper: 0-5/6/7-10; peer: 0-2/3/4-10; prosoc: 6-10/5/0-4; impact: 0/1/2-10");
        Add("sdq-t-4-17", "band3", Three, "ebdtot: 0-11/12-15/16-40; emotion: 0-4/5/6-10; conduct: 0-2/3/4-10; hyper: 0-5/6/7-10; peer: 0-3/4/5-10; prosoc: 6-10/5/0-4; impact: 0/1/2-6");
        Add("sdq-s-11-17", "band3", Three, "ebdtot: 0-15/16-19/20-40; emotion: 0-5/6/7-10; conduct: 0-3/4/5-10; hyper: 0-5/6/7-10; peer: 0-3/4-5/6-10; prosoc: 6-10/5/0-4; impact: 0/1/2-10");
        Add("sdq-p-4-17", "band4", Four, "ebdtot: 0-13/14-16/17-19/20-40; emotion: 0-3/4/5-6/7-10; conduct: 0-2/3/4-5/6-10; hyper: 0-5/6-7/8/9-10; peer: 0-2/3/4/5-10; prosoc: 8-10/7/6/0-5");
        Add("sdq-t-4-17", "band4", Four, "ebdtot: 0-11/12-15/16-18/19-40; emotion: 0-3/4/5/6-10; conduct: 0-2/3/4/5-10; hyper: 0-5/6-7/8/9-10; peer: 0-2/3-4/5/6-10; prosoc: 6-10/5/4/0-3");
        Add("sdq-s-11-17", "band4", Four, "ebdtot: 0-14/15-17/18-19/20-40; emotion: 0-4/5/6/7-10; conduct: 0-3/4/5/6-10; hyper: 0-5/6/7/8-10; peer: 0-2/3/4/5-10; prosoc: 7-10/6/5/0-4");
        Add("sdq-p-4-17-followup", "band3", Three, "ebdtot: 0-13/14-16/17-40");
        Add("sdq-p-2-4", "band4", "close to average/slightly raised/high or very high", "ebdtot: 0-12/13-15/16-40; emotion: 0-2/3/4-10; conduct: 0-3/4/5-10; hyper: 0-5/6/7-10; peer: 0-2/3/4-10");
        data.Add("sdq-p-2-4", "band4", "prosoc", "7-10/6/0-5", "close to average/slightly lowered/low or very low");
        return data;
    }

    [Theory, MemberData(nameof(Tables))]
    public void Every_score_has_the_word_of_the_published_table(string form, string scheme, string scale, string ranges, string words)
    {
        var definition = InstrumentShelf.Library[form];
        var table = BandTable.Of(definition, scheme);
        var at = ScorePlan.Of(definition).IndexOf(scale);
        var scored = 0;
        foreach (var (range, word) in ranges.Split('/').Zip(words.Split('/')))
        {
            var ends = range.Split('-').Select(int.Parse).ToList();
            for (var score = ends[0]; score <= ends[^1]; score++, scored++)
            {
                Assert.Equal(word, definition.BandsOf(scheme)!.Word(scale, score));
                Assert.Equal(word, table.Word(at, (short)score));
            }
        }
        Assert.Equal(definition.Scales[at].Max + 1, scored);
    }

    [Theory]
    [InlineData("sdq-p-2-4", "band3"), InlineData("sdq-t-2-4", "band3"), InlineData("sdq-t-2-4", "band4"), InlineData("sdq-t-2-4-followup", "band4")]
    public void A_scheme_that_does_not_exist_for_a_form_says_not_defined(string form, string scheme)
    {
        var scores = Scoring.Score(InstrumentShelf.Library[form], Sdq.Form(InstrumentShelf.Library[form]));
        Assert.All(scores.Scales, s => Assert.Equal("not defined", s.Band(scheme)!.Word));
    }

    [Theory]
    [InlineData("impact", "band4"), InlineData("internal", "band3"), InlineData("external", "band4")]
    public void A_scale_without_a_checked_table_says_not_defined(string scale, string scheme) =>
        Assert.Equal("not defined", Sdq.Score(Sdq.Parent, scale).Band(scheme)!.Word);

    [Fact]
    public void Bands_that_are_not_settled_say_so()
    {
        var young = InstrumentShelf.Library["sdq-p-2-4"];
        Assert.True(Sdq.Score(young, "ebdtot").Band("band4")!.Provisional);
        Assert.False(Sdq.Score(Sdq.Parent, "ebdtot").Band("band4")!.Provisional);
    }
}
