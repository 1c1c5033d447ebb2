using System.Text;
using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Records;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Exchange.Records;

public sealed class RedcapProjectTests(ITestOutputHelper output)
{
    private const string Headings = "\"Variable / Field Name\",\"Form Name\",\"Section Header\",\"Field Type\",\"Field Label\",\"Choices, Calculations, OR Slider Labels\",\"Field Note\",\"Text Validation Type OR Show Slider Number\",\"Text Validation Min\",\"Text Validation Max\",Identifier?,\"Branching Logic (Show field only if...)\",\"Required Field?\",\"Custom Alignment\",\"Question Number (surveys only)\",\"Matrix Group Name\",\"Matrix Ranking?\",\"Field Annotation\"";

    private static readonly string Dictionary = string.Join('\n', Headings,
        Field("record_id", "visit", "text"), Field("seen_on", "visit", "text", validation: "date_ymd"), Field("first_name", "visit", "text", identifier: "y"),
        Field("mood", "visit", "radio", "1, Low | 2, Middling | 3, High"), Field("helps", "visit", "checkbox", "1, Kin | 2, Friends | 3, Others"), Field("photo", "visit", "file"),
        Field("score", "rating", "text", validation: "integer", min: "0", max: "10")) + "\n";

    private const string Events = "event_name,arm_num,unique_event_name\n\"First visit\",1,first_visit_arm_1\n\"Last visit\",1,last_visit_arm_1\n";
    private const string Arms = "arm_num,name\n1,\"All families\"\n";
    private const string Header = "record_id,redcap_event_name,seen_on,first_name,mood,helps___1,helps___2,helps___3,photo,visit_complete,score,rating_complete\n";

    private static string Field(string name, string form, string type, string choices = "", string validation = "", string min = "", string max = "", string identifier = "") =>
        $"{name},{form},,{type},{name},\"{choices}\",,{validation},{min},{max},{identifier},,,,,,,";

    private static RedcapTerms Terms { get; } = new() { DateFields = ["seen_on"], Forms = new ImportTerms { Subject = InstrumentSubject.Carer } };

    private static Decision<RedcapProject> Read(string data, RedcapTerms? terms = null, string? events = Events) =>
        RedcapProject.Read(events is null ? null : Encoding.UTF8.GetBytes(events), Encoding.UTF8.GetBytes(Arms), Encoding.UTF8.GetBytes(Dictionary), Encoding.UTF8.GetBytes(Header + data), terms ?? Terms);

    private static void AssertReconciles(RedcapCells cells) => Assert.Equal(cells.All, cells.Empty + cells.InForms + cells.AtFault + cells.NotTaken.Values.Sum());

    [Fact]
    public void A_day_that_a_spreadsheet_rewrote_is_named_and_a_decimal_comma_is_read()
    {
        var project = Read("7,first_visit_arm_1,01/03/2016,,3,,,,,,,\n8,first_visit_arm_1,2016-03-01,,,,,,,,\"4,0\",\n").Accepted();
        var fault = project.Faults.First();
        Assert.Equal((2, "redcap.day"), (fault.Row, fault.Code));
        Assert.Contains("'01/03/2016'", fault.Sentence, StringComparison.Ordinal);
        Assert.Equal(Answer.Of(4m), project.Records.Single(r => r.Id == "8").Forms.Single(f => f.Instrument.Id.Text == "rating").Answers["score"]);
        AssertReconciles(project.Cells);
    }

    [Fact]
    public void A_record_has_its_forms_by_event_and_every_cell_is_accounted_for()
    {
        var project = Read("7,first_visit_arm_1,2016-03-01,Ann,3,1,0,1,[document],2,4,2\n7,last_visit_arm_1,2016-09-01,,1,0,0,0,,1,,0\n").Accepted();
        Assert.Empty(project.Faults);
        var forms = project.Records.Single().Forms;
        Assert.Equal([("first_visit_arm_1", "visit"), ("first_visit_arm_1", "rating"), ("last_visit_arm_1", "visit")], forms.Select(f => (f.Event, f.Instrument.Id.Text)));
        Assert.Equal(Answer.Of([1, 3]), forms[0].Answers["helps"]);
        Assert.Equal(Answer.Of([]), forms[2].Answers["helps"]);
        Assert.Equal(new DateOnly(2016, 9, 1), forms[2].CompletedOn);
        Assert.Equal((20, 3, 11), (project.Cells.All, project.Cells.Empty, project.Cells.InForms));
        Assert.Equal(1, project.Cells.NotTaken["it identifies a person"]);
        AssertReconciles(project.Cells);
    }

    [Fact]
    public void Identifying_cells_come_only_when_they_are_asked_for()
    {
        const string Row = "7,first_visit_arm_1,2016-03-01,Ann,3,1,0,1,,2,,0\n";
        Assert.Equal(Answer.Of(MissingReason.NotStated), Read(Row).Accepted().Records[0].Forms[0].Answers["first_name"]);
        Assert.Equal(Answer.Of("Ann"), Read(Row, Terms with { WithIdentifiers = true }).Accepted().Records[0].Forms[0].Answers["first_name"]);
    }

    [Fact]
    public void A_cell_that_is_no_answer_faults_its_form_by_row_and_field_and_the_others_stand()
    {
        var project = Read("7,first_visit_arm_1,2016-03-01,,9,0,0,0,,2,11,2\n8,first_visit_arm_1,2016-03-01,,2,0,0,0,,2,10,2\n").Accepted();
        Assert.Equal([(2, "mood", "9"), (2, "score", "11")], project.Faults.Select(f => (f.Row, f.Column, f.Value)));
        Assert.Equal(2, project.FaultyForms);
        Assert.Equal(2, project.Records.Single(r => r.Id == "8").Forms.Length);
        AssertReconciles(project.Cells);
    }

    [Fact]
    public void A_row_of_an_unknown_event_or_a_repeat_is_a_fault_and_no_day_is_one_too()
    {
        Assert.Equal("redcap.event", Read("7,other_arm_1,2016-03-01,,1,0,0,0,,2,,0\n").Accepted().Faults.Single().Code);
        Assert.Equal("redcap.no-day", Read("7,first_visit_arm_1,,,1,0,0,0,,2,,0\n").Accepted().Faults.Single().Code);
        Assert.Equal(new DateOnly(2016, 1, 1), Read("7,first_visit_arm_1,,,1,0,0,0,,2,,0\n", Terms with { Date = new(2016, 1, 1) }).Accepted().Records[0].Forms[0].CompletedOn);
        Assert.Equal("redcap.no-events", Read("7,first_visit_arm_1,2016-03-01,,1,0,0,0,,2,,0\n", events: null).Refused().Code);
    }

    [Fact]
    public void The_shared_project_is_read_and_all_of_its_cells_are_in_one_of_the_counts()
    {
        if (SharedData.Root is not { } folder || !Directory.Exists(folder = Path.Combine(folder, "redcap")))
        {
            output.WriteLine(SharedData.Absent("redcap"));
            return;
        }
        byte[] File(string name) => System.IO.File.ReadAllBytes(Path.Combine(folder, "longitudinal", name));
        var project = RedcapProject.Read(File("event.csv"), File("arm.csv"), File("dictionary.csv"), File("data.csv"), Terms with { DateFields = ["date_enrolled"], Date = new(2015, 4, 2) }).Accepted();
        foreach (var fault in project.Faults) output.WriteLine($"{fault}");
        output.WriteLine($"{project.Records.Length} records, {project.Records.Sum(r => r.Forms.Length)} forms, {project.FaultyForms} at fault; {project.Cells}; {string.Join("; ", project.Cells.NotTaken.Select(n => $"{n.Value} {n.Key}"))}");
        AssertReconciles(project.Cells);
        Assert.Equal(12, project.Events.Length);
        Assert.Equal(18, project.Rows);
        Assert.True(project.Records.Sum(r => r.Forms.Length) > 30, "Few forms were read.");
    }
}
