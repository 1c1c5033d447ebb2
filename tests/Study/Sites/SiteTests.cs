using CsCheck;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Sites;

public sealed class SiteTests
{
    private static readonly Site Ashmere = new(StudyBuilder.Ashmere, "Ashmere");

    private static Site After(Site site, params IEnumerable<SiteFact> facts) => facts.Aggregate(site, (s, f) => Site.Fold(s, new(new(1, default, "", default, ""), f, null)));

    [Fact]
    public void A_site_has_the_band_that_began_last_and_before_the_first_the_first_known()
    {
        var site = After(Ashmere, new SiteFact.BandSet("experienced", new(2026, 6, 1)), new SiteFact.BandSet("new", new(2025, 6, 1)));

        Assert.Equal(("new", "new", "new", "experienced"),
            (site.BandOn(new(2025, 1, 1)), site.BandOn(new(2025, 6, 1)), site.BandOn(new(2026, 5, 31)), site.BandOn(new(2026, 6, 1))));
        Assert.Equal("", Ashmere.BandOn(new(2026, 1, 1)));
    }

    [Fact]
    public void A_band_of_the_same_date_corrects_the_one_before() =>
        Assert.Equal([new SiteBand("new", new(2025, 6, 1))], After(Ashmere, new SiteFact.BandSet("experienced", new(2025, 6, 1)), new SiteFact.BandSet("new", new(2025, 6, 1))).Bands);

    [Fact]
    public void Bands_stand_in_order_of_their_dates_whatever_order_they_are_recorded_in() => Some.Day.List[0, 6].Sample(days =>
    {
        var site = After(Ashmere, days.Select(day => new SiteFact.BandSet("new", day)));
        return site.Bands.Select(b => b.From).SequenceEqual(days.Distinct().Order());
    });

    [Fact]
    public void A_code_is_one_site_and_a_band_one_of_the_design_s()
    {
        var design = StudyBuilder.SmallDesign;

        Assert.Equal("site.taken", SiteRules.Open(Ashmere, "Birchford").Refused().Code);
        Assert.Equal("site.name", SiteRules.Open(new(StudyBuilder.Birchford, ""), " ").Refused().Code);
        Assert.Empty(SiteRules.Open(Ashmere, "Ashmere").Accepted());
        Assert.Equal("site.unknown-band", SiteRules.SetBand(Ashmere, design, "veteran", new(2026, 1, 1)).Refused().Code);
        Assert.Equal(("site.unknown", RefusalKind.NotFound), SiteRules.SetBand(new(new("nowhere"), ""), design, "new", new(2026, 1, 1)).Refused() is var no ? (no.Code, no.Kind) : default);
        Assert.Empty(SiteRules.SetBand(After(Ashmere, new SiteFact.BandSet("new", new(2026, 1, 1))), design, "new", new(2026, 1, 1)).Accepted());
    }
}
