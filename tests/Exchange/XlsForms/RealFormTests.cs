using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Exchange.XlsForms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Exchange.Kit;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Exchange.XlsForms;

/// <summary>Forms that others made.</summary>
public sealed class RealFormTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_shared_form_is_taken_and_what_is_not_is_listed_by_cell()
    {
        foreach (var (name, reading) in Readings())
        {
            output.WriteLine($"== {name}: {reading.Definition}");
            foreach (var note in reading.Notes) output.WriteLine($"   {note.Kind} {note}");
            if (Environment.GetEnvironmentVariable("SHOW") is not null && reading.Definition is not null) output.WriteLine(InstrumentText.Write(reading.Definition));
            Assert.NotNull(reading.Definition);
            Assert.All(reading.Notes, note => Assert.NotEqual(NoteKind.Error, note.Kind));
            Assert.DoesNotContain(DefinitionCheck.Clashes(reading.Definition), c => c.Blocks);
        }
    }

    [Fact]
    public void Every_shared_form_written_and_read_again_is_the_same()
    {
        foreach (var (name, reading) in Readings())
        {
            var written = XlsForm.Write(reading.Definition!);
            var again = XlsForm.Read(written, new ImportTerms()).Accepted();
            Assert.True(again.Definition is not null, $"{name}: {string.Join('\n', again.Notes)}");
            SameDefinition.Check(reading.Definition!, again.Definition!);
            Assert.Equal(written, XlsForm.Write(again.Definition!));
        }
    }

    [Fact]
    public void A_cascading_form_keeps_its_filters_and_both_counties_called_king()
    {
        var form = One("choice_filter_test.xlsx");
        Assert.Equal("${state}=cf", form.ItemOf("county")!.ChoiceFilter);
        Assert.Equal([("king", "washington", 1), ("king", "texas", 3)], form.ChoiceLists["counties"].Where(c => c.Name == "king").Select(c => (c.Name!, c.Attributes["cf"], c.Code)));
    }

    [Fact]
    public void A_form_with_repeats_gives_each_name_its_own_place()
    {
        var form = One("childrens_survey_sw.xlsx");
        Assert.Equal("swahili", form.Language);
        Assert.Equal(["name", "age", "children_name_1", "children_age_1", "fav_colors_1"], form.Items.Take(5).Select(i => i.Name));
        Assert.Equal(("1. Jina lako ni?", "1. What is your name?"), (form.ItemOf("name")!.Label, form.ItemOf("name")!.Labels["english"]));
        Assert.Equal(["", "children", "cartoons", "characters", "tel"], form.Sections.Select(s => s.Name ?? ""));
    }

    private static InstrumentDefinition One(string name) => Readings().Single(r => r.Name == name).Reading.Definition!;

    private static IEnumerable<(string Name, XlsFormReading Reading)> Readings()
    {
        var files = SharedData.Files("xlsform", "*.xlsx");
        if (files.Count == 0) Assert.Skip(SharedData.Absent("xlsform"));
        return files.Select(file => (Path.GetFileName(file), XlsForm.Read(File.ReadAllBytes(file), new ImportTerms { FileName = Path.GetFileName(file) }).Accepted()));
    }
}
