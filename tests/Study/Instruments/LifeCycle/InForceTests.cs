using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Instruments.LifeCycle;

public sealed class InForceTests
{
    private static readonly StudyInstrument Twice = Kept.Housing.Drafted(Housing.First with { Title = "The home" }).After(i => InstrumentRules.Publish(i, InstrumentShelf.Library));

    private static int At(StudyInstrument instrument, WaveCode wave, string day) =>
        (StudyBuilder.Small with { Instruments = StudyInstruments.None.With(instrument) }).InForce(instrument.Id, wave, DateOnly.Parse(day, null))!.Version;

    private static StudyInstrument From(WaveCode wave, int version, string day) => Twice.After(i => InstrumentRules.PutInForce(i, StudyBuilder.SmallDesign, wave, version, DateOnly.Parse(day, null)));

    [Fact]
    public void Where_no_wave_names_a_version_the_newest_is_in_force() => Assert.Equal(2, At(Twice, StudyBuilder.T1, "2026-01-01"));

    [Fact]
    public void A_version_is_in_force_from_its_day_and_the_one_before_it_until_then()
    {
        var changed = From(StudyBuilder.T1, 2, "2026-03-01");
        Assert.Equal(1, At(changed, StudyBuilder.T1, "2026-02-28"));
        Assert.Equal(2, At(changed, StudyBuilder.T1, "2026-03-01"));
    }

    [Fact]
    public void A_wave_that_names_none_goes_on_with_the_wave_before_it_and_earlier_waves_stay_as_they_were()
    {
        Assert.Equal(1, At(From(StudyBuilder.T2, 2, "2026-06-01"), StudyBuilder.T1, "2026-12-31"));
        Assert.Equal(1, At(From(StudyBuilder.T1, 1, "2026-01-01"), StudyBuilder.T2, "2026-12-31"));
    }

    [Fact]
    public void Only_a_published_version_can_be_put_in_force_at_a_wave_of_the_study()
    {
        Assert.Equal("instrument.unknown-version", InstrumentRules.PutInForce(Twice, StudyBuilder.SmallDesign, StudyBuilder.T1, 3, new(2026, 1, 1)).Refused().Code);
        Assert.Equal("study.unknown-wave", InstrumentRules.PutInForce(Twice, StudyBuilder.SmallDesign, new("t9"), 1, new(2026, 1, 1)).Refused().Code);
    }

    [Fact]
    public void A_library_instrument_is_on_the_shelf_beside_what_the_study_published()
    {
        var shelf = StudyInstruments.None.With(Twice).Shelf;
        Assert.Equal("The home", shelf.Find(Housing.First.Id)!.Title);
        Assert.Equal("Housing", shelf.Find(Housing.First.Id, 1)!.Title);
        Assert.Same(InstrumentShelf.Library["sdq-p-4-17"], shelf["sdq-p-4-17"]);
    }
}
