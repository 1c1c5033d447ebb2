using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using CsCheck;
using SosLongitudinal.Extracts;
using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Linking;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Extracts.Merging;

public sealed class VersionTests
{
    private static Dictionary<string, string> Row(StudyInstruments instruments, InstrumentDefinition filled, WaveCode wave, VersionLayout layout, params int[] answers)
    {
        var frame = StudySketch.Frame with { Instruments = instruments };
        var family = new FamilySketch("housed").Visited(wave, "2016-02-01");
        var held = Answers.Of(filled.Items.Zip(answers, (item, answer) => (item.Name, Answer.Of(answer))));
        family.Say(new FamilyFact.FormEntered(new(wave, filled.Id, Party.Family, family.Mother), filled.Version, new(2016, 2, 1), FormMode.Paper, "en", [], held));
        var output = new ArrayBufferWriter<byte>();
        var writer = new CsvWriter(output, MissingFrame.Words);
        foreach (var message in ShardProjection.Batches(DatasetCatalog.Of(frame, layout).Find("housing", DatasetShape.Long)!, new(frame, Tables.Today, a => a), [family])) writer.Write(message);
        return Assert.Single(Tables.Read(Encoding.UTF8.GetString(output.WrittenSpan)));
    }

    private static Dictionary<string, string> FirstFilled(ImmutableArray<ItemLink> links, VersionLayout layout = VersionLayout.Merged, WaveCode? wave = null) =>
        Row(Housing.Published(links, Housing.First, Housing.Second), Housing.First, wave ?? StudySketch.T1, layout, 4, 3, 3, 1, 1);

    [Fact]
    public void Recoded_items_and_their_scores_go_on_through_the_change()
    {
        var row = FirstFilled(Housing.Links);
        Assert.Equal(("2", "0", "2"), (row["damp"], row["cold"], row["hardship"]));
        Assert.Equal(("3", "not-in-version", "1"), (row["tenure"], row["noise"], row["garden"]));
    }

    [Fact]
    public void Versions_apart_hold_what_was_recorded()
    {
        var row = FirstFilled(Housing.Links, VersionLayout.Apart);
        Assert.Equal(("3", "not-in-version", "4", "not-in-version"), (row["damp_v1"], row["damp_v2"], row["hardship_v1"], row["hardship_v2"]));
        Assert.Equal("4", row["rooms"]);
    }

    [Fact]
    public void A_sum_that_becomes_a_mean_is_two_scores_apart_and_the_newest_one_merged()
    {
        var mean = Housing.First with { Version = 2, Scales = [Housing.First.Scales[0] with { Method = ScaleMethod.Mean, Min = 1, Max = 3 }] };
        var instruments = Housing.Published([], Housing.First, mean);
        Assert.Equal("2", Row(instruments, Housing.First, StudySketch.T1, VersionLayout.Merged, 4, 3, 3, 1, 1)["hardship"]);
        var apart = Row(instruments, Housing.First, StudySketch.T1, VersionLayout.Apart, 4, 3, 3, 1, 1);
        Assert.Equal(("4", "not-in-version"), (apart["hardship_v1"], apart["hardship_v2"]));
    }

    [Fact]
    public void What_cannot_be_compared_stands_in_a_column_of_its_own_and_is_not_scored()
    {
        var row = FirstFilled([Housing.Links[1], new("damp", 1, 2, LinkKind.NotComparable) { Note = "Another season was asked about" }]);
        Assert.Equal(("3", "not-in-version", "too-few-items"), (row["damp_v1"], row["damp"], row["hardship"]));
    }

    [Fact]
    public void An_item_may_go_on_under_another_name()
    {
        var row = FirstFilled([.. Housing.Links, new("noise", 1, 2, LinkKind.Recoded) { Was = "garden", Recode = [new(0, 0), new(1, 2)] }]);
        Assert.Equal("2", row["noise"]);
        Assert.False(row.ContainsKey("garden"));
    }

    [Fact]
    public void A_link_may_be_about_one_wave_alone()
    {
        ImmutableArray<ItemLink> links = [.. Housing.Links, new("tenure", 1, 2, LinkKind.NotComparable) { Wave = StudySketch.T1, Note = "Asked by letter" }];
        var (first, second) = (FirstFilled(links), FirstFilled(links, wave: StudySketch.T2));
        Assert.Equal(("3", "not-in-version"), (first["tenure_t1"], first["tenure"]));
        Assert.Equal(("not-in-version", "3"), (second["tenure_t1"], second["tenure"]));
    }

    [Fact]
    public void Links_through_three_versions_come_to_one_table() =>
        Gen.Int[1, 3].Sample(damp =>
        {
            var third = Housing.Second with { Version = 3, ChoiceLists = Housing.Second.ChoiceLists.SetItem("often", [new(10, "Never"), new(11, "Sometimes"), new(12, "Often")]), Scales = [] };
            ItemLink again = new("damp", 2, 3, LinkKind.Recoded) { Recode = [new(0, 10), new(1, 11), new(2, 12)] };
            var row = Row(Housing.Published([.. Housing.Links, again], Housing.First, Housing.Second, third), Housing.First, StudySketch.T1, VersionLayout.Merged, 4, 1, damp, 1, 0);
            Assert.Equal($"{damp + 9}", row["damp"]);
        });

    [Fact]
    public void Each_column_says_which_versions_feed_it()
    {
        var frame = StudySketch.Frame with { Instruments = Housing.Published(Housing.Links, Housing.First, Housing.Second) };
        var columns = DatasetCatalog.Of(frame).Find("housing", DatasetShape.Long)!.Columns.ToDictionary(c => c.Name, c => string.Join("; ", c.Feeds));
        Assert.Equal("housing version 1, recoded 1=0 2=1 3=2; housing version 2", columns["damp"]);
        Assert.Equal("housing version 2", columns["noise"]);
        Assert.Equal("", columns["family"]);
        Assert.Contains("sdq-p-4-17 version 1", DatasetCatalog.Of(frame).Find("sdq", DatasetShape.Wide)!.Columns.Single(c => c.Name == "t1_pconsid").Feeds.Select(f => $"{f}"));
    }
}
