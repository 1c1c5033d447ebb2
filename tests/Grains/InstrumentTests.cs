using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Grains;

public sealed class InstrumentTests(StudyCluster study)
{
    private static InstrumentDefinition Form(string id) => Housing.First with { Id = new(id) };

    [Fact]
    public async Task A_published_form_is_on_the_frames_shelf_and_survives_its_grain()
    {
        var door = study.Grains.Instrument(new("own-form"));
        Some.Accepted(await door.Draft(Form("own-form"), Some.Stamp()));
        var published = Some.Accepted(await door.Publish(Some.Stamp()));
        Assert.Equal(InstrumentText.Write(Form("own-form")), InstrumentText.Write(published.Newest()!));

        await study.Grains.GetGrain<IFrame>(0).Reload();
        var frame = await study.Grains.GetGrain<IFrame>(0).NewerThan(-1);
        Assert.Equal("Housing", frame!.Shelf[new Study.Kernel.InstrumentId("own-form")].Title);
        Assert.Equal("Housing", frame.InForce(new("own-form"), new("t1"), new(2024, 2, 1))!.Title);
    }

    [Fact]
    public async Task Publishing_twice_under_one_operation_is_publishing_once()
    {
        var door = study.Grains.Instrument(new("once-form"));
        Some.Accepted(await door.Draft(Form("once-form"), Some.Stamp()));
        var stamp = Some.Stamp();
        Assert.Equal(Some.Accepted(await door.Publish(stamp)).Version, Some.Accepted(await door.Publish(stamp)).Version);
        Assert.Equal("instrument.no-draft", Some.Refused(await door.Publish(Some.Stamp())).Code);
    }
}
