using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Design;

public sealed class DoubleEntryRulesTests
{
    private static readonly InstrumentId Sdq = new("sdq-p-4-17");

    private static Decision<System.Collections.Immutable.ImmutableArray<StudyFact>> Declare(StudyDesign design, InstrumentId instrument, WaveCode? wave, int percent) =>
        DoubleEntryRules.Declare(design, InstrumentShelf.Library, new(instrument, wave, percent));

    private static StudyDesign After(StudyDesign design, InstrumentId instrument, WaveCode? wave, int percent) =>
        Declare(design, instrument, wave, percent).Accepted().Aggregate(design, (d, fact) => StudyFact.Fold(d, new(new(d.Version + 1, default, "", default, ""), fact, null)));

    [Fact]
    public void What_is_declared_last_holds_and_for_every_wave_takes_the_place_of_single_ones()
    {
        var design = After(After(After(Small.Design, Sdq, T1, 10), Sdq, T2, 20), Sdq, T1, 15);
        Assert.Equal((15, 20), (design.DoubleEntryPercent(Sdq, T1), design.DoubleEntryPercent(Sdq, T2)));

        design = After(design, Sdq, null, 5);
        Assert.Equal([new(Sdq, null, 5)], design.DoubleEntry);
    }

    [Fact]
    public void Declaring_the_same_share_again_changes_nothing()
    {
        var design = After(Small.Design, Sdq, null, 10);

        Assert.Empty(Declare(design, Sdq, null, 10).Accepted());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void A_share_is_0_to_100_percent(int percent) => Assert.Equal("study.double-entry-share", Declare(Small.Design, Sdq, T1, percent).Refused().Code);

    [Fact]
    public void An_unknown_wave_or_instrument_or_a_study_without_design_is_refused()
    {
        Assert.Equal("study.unknown-wave", Declare(Small.Design, Sdq, T3, 10).Refused().Code);
        Assert.Equal("study.double-entry-instrument", Declare(Small.Design, new("no-such"), T1, 10).Refused().Code);
        Assert.Equal("study.not-open", Declare(new(), Sdq, null, 10).Refused().Code);
    }
}
