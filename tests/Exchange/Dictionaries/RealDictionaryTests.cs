using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Dictionaries;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Exchange.XlsForms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Exchange.Kit;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Exchange.Dictionaries;

/// <summary>Dictionaries that others made.</summary>
public sealed class RealDictionaryTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_shared_dictionary_is_taken_and_what_is_not_is_listed_by_cell()
    {
        foreach (var (name, reading) in Readings())
        {
            output.WriteLine($"== {name}: {string.Join(", ", reading.Definitions)}");
            foreach (var note in reading.Notes) output.WriteLine($"   {note.Kind} {note}");
            if (Environment.GetEnvironmentVariable("SHOW") is not null) foreach (var d in reading.Definitions) output.WriteLine(InstrumentText.Write(d));
            Assert.NotEmpty(reading.Definitions);
            Assert.All(reading.Notes, note => Assert.NotEqual(NoteKind.Error, note.Kind));
            Assert.All(reading.Definitions, d => Assert.DoesNotContain(DefinitionCheck.Clashes(d), c => c.Blocks));
        }
    }

    [Fact]
    public void Every_form_of_a_dictionary_written_as_a_workbook_comes_back_the_same()
    {
        foreach (var definition in Readings().SelectMany(r => r.Reading.Definitions))
        {
            var again = XlsForm.Read(XlsForm.Write(definition), new ImportTerms()).Accepted();
            Assert.True(again.Definition is not null, string.Join('\n', again.Notes));
            SameDefinition.Check(definition, again.Definition!);
        }
    }

    [Fact]
    public void A_project_of_nine_forms_gives_nine_definitions_with_logic_and_calculations()
    {
        var reading = Readings().Single(r => r.Name == Path.Combine("longitudinal", "dictionary.csv")).Reading;
        Assert.Equal("study_id", reading.RecordId);
        Assert.Equal(
            ["demographics", "contact-info", "baseline-data", "visit-lab-data", "patient-morale-questionnaire", "visit-blood-workup", "visit-observed-behavior", "completion-data", "completion-project-questionnaire"],
            reading.Definitions.Select(d => d.Id.Text));
        var demographics = reading.Definitions[0];
        Assert.Equal("${sex} = '0' and ${given_birth} = '1'", demographics.ItemOf("num_children")!.Relevant);
        Assert.Equal("round((${weight} * 10000) div pow(${height}, 2), 1)", demographics.ItemOf("bmi")!.Calculation);
        Assert.Equal((130m, 215m), (demographics.ItemOf("height")!.Min, demographics.ItemOf("height")!.Max));
        Assert.Equal(["first_name", "last_name", "telephone_1", "email", "dob"], demographics.Items.Where(i => i.Identifies).Select(i => i.Name));
        Assert.Equal(["gym", "aerobics", "eat", "drink"], demographics.Sections.Single(s => s.Name == "weekly_schedule").Items.Select(i => i.Name));
    }

    private static IEnumerable<(string Name, DictionaryReading Reading)> Readings()
    {
        var files = SharedData.Files("redcap", "*dictionary.csv");
        if (files.Count == 0) Assert.Skip(SharedData.Absent("redcap"));
        return files.Select(file => (Path.GetRelativePath(Path.Combine(SharedData.Root!, "redcap"), file), RedcapDictionary.Read(File.ReadAllBytes(file), new ImportTerms()).Accepted()));
    }
}
