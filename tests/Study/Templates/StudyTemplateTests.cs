using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Templates;

namespace SosLongitudinal.Tests.Study.Templates;

public sealed class StudyTemplateTests
{
    private static StudyTemplate Pilots => StudyTemplates.Find("signs-of-safety")!;

    [Fact]
    public void A_study_opens_from_every_template_as_it_is_written()
    {
        Assert.Contains("signs-of-safety", StudyTemplates.Names);
        Assert.All(StudyTemplates.Names, name =>
        {
            var template = StudyTemplates.Find(name)!;
            Assert.Equal((name, name), (template.Name, template.Design.Template));
            var opened = Assert.IsType<Decision<System.Collections.Immutable.ImmutableArray<StudyFact>>.Accepted>(StudyRules.Open(new StudyDesign(), template.Design)).Value;
            var folded = opened.Aggregate(new StudyDesign(), (design, fact) => StudyFact.Fold(design, new(new(1, DateTimeOffset.UnixEpoch, "test", new("test"), ""), fact, null)));
            Assert.Equal(System.Text.Json.JsonSerializer.Serialize(template.Design, FactJson.Options), System.Text.Json.JsonSerializer.Serialize(folded with { Version = 0 }, FactJson.Options));
        });
    }

    [Fact]
    public void Every_instrument_of_the_schedule_is_on_the_shelf_with_its_follow_up_form() =>
        Assert.All(Pilots.Design.Schedule, rule =>
        {
            Assert.NotNull(InstrumentShelf.Library.Find(rule.Instrument));
            if (rule.FollowUp is { } followUp) Assert.Equal(rule.Instrument, InstrumentShelf.Library[followUp].FollowUpOf);
        });

    [Fact]
    public void The_ten_pilots_stand_in_bands_of_4_3_and_3_each_with_a_date()
    {
        var design = Pilots.Design;
        Assert.Equal(["new", "2-years", "2-years-plus"], design.Bands.Select(b => b.Code));
        Assert.Equal([4, 3, 3], design.Bands.Select(b => Pilots.Sites.Count(s => s.Bands.Single().Band == b.Code)));
        Assert.All(Pilots.Sites, site => Assert.True(site.Bands.Single().From <= design.Cohorts[0].Starts));
    }

    [Fact]
    public void Follow_up_waves_use_the_standard_sdq() =>
        Assert.Equal("sdq-p-4-17", Pilots.Design.InstrumentAt(Pilots.Design.Schedule.Single(r => r.Instrument.Text == "sdq-p-4-17"), Pilots.Design.Waves[1]).Text);

    [Fact]
    public void A_misspelt_property_is_a_fault_and_an_unknown_template_is_none()
    {
        Assert.Throws<System.Text.Json.JsonException>(() => StudyTemplates.Read("""{"name":"x","note":"","design":{"titel":"x"},"sites":[]}"""));
        Assert.Null(StudyTemplates.Find("no-such-template"));
    }
}
