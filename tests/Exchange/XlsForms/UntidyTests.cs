using System.IO.Compression;
using System.Text;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Exchange.XlsForms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Exchange.Kit;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Exchange.XlsForms;

/// <summary>Workbooks as people leave them. Each comes in, or is refused with its cell; what came in goes out and in again as the same.</summary>
public sealed class UntidyTests
{
    public static TheoryData<string> Names => [.. UntidyForms.All.Keys, .. StrangeForms.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void An_untidy_form_comes_in_and_out_or_is_refused_by_its_cell(string name)
    {
        var reading = FormSketch.Read(UntidyForms.All.GetValueOrDefault(name) ?? StrangeForms.All[name]);
        Assert.All(reading.Notes, n => Assert.EndsWith(".", n.Sentence));
        if (reading.Definition is not { } taken)
        {
            Assert.All(reading.Notes.Where(n => n.Kind == NoteKind.Error), n => Assert.NotEqual("", n.Place.Sheet));
            Assert.Contains(reading.Notes, n => n.Kind == NoteKind.Error);
            return;
        }
        Assert.DoesNotContain(DefinitionCheck.Clashes(taken), c => c.Blocks);
        SameDefinition.Check(taken, FormSketch.Again(taken));
    }

    [Fact]
    public void Headings_are_found_below_a_title_and_what_stands_above_is_listed()
    {
        var reading = FormSketch.Read(UntidyForms.All["title row above"]);
        Assert.Equal(["age"], reading.Definition!.Items.Select(i => i.Name));
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 1", "'Household survey 2024' stands above the headings");
        Assert.Equal(["age", "why"], FormSketch.Taken(UntidyForms.All["two heading rows"]).Items.Select(i => i.Name));
        Assert.Equal("Our form", FormSketch.Taken("survey\n| type | name |\n| integer | a |\nsettings\n| About | |\n| form_title | form_id |\n| Our form | ours |\n").Title);
    }

    [Fact]
    public void A_default_that_is_no_answer_is_listed_in_place_of_being_passed_by() =>
        FormSketch.Read("survey\n| type | name | default |\n| decimal | b | 1,5 |\n").ShouldSay(NoteKind.NotTaken, "survey, row 2, column C (default)", "'1,5' is no answer that b takes");

    [Theory]
    [InlineData("number", "integer or decimal"), InlineData("Multiple choice", "select_one with the list's name, or select_multiple"), InlineData("Text (short)", "text"), InlineData("checkboxes", "select_multiple")]
    public void A_type_that_there_is_none_of_is_refused_with_what_may_be_meant(string type, string meant) =>
        FormSketch.Read($"survey\n| type | name |\n| {type} | a |\n").ShouldSay(NoteKind.Error, "survey, row 2, column A (type)", $"Did you mean {meant}");

    [Fact]
    public void A_workbook_with_merged_cells_truths_errors_and_formulas_says_what_it_made_of_them()
    {
        const string Rows = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Survey of homes</t></is></c></row>
            <row r="4"><c r="A4" t="inlineStr"><is><t>Type </t></is></c><c r="B4" t="inlineStr"><is><t>NAME</t></is></c><c r="C4" t="inlineStr"><is><r><t>La</t></r><r><rPr><b/></rPr><t>bel</t></r></is></c><c r="D4" t="inlineStr"><is><t>Required</t></is></c><c r="E4" t="inlineStr"><is><t>default</t></is></c></row>
            <row r="5" hidden="1"><c r="A5" t="inlineStr"><is><t>integer</t></is></c><c r="B5" t="inlineStr"><is><t>rooms&#160;</t></is></c><c r="C5" t="str"><f>"How many"&amp;" rooms?"</f><v>How many rooms?</v></c><c r="D5" t="b"><v>1</v></c><c r="E5"><v>3</v></c></row>
            <row r="9"><c r="A9" t="inlineStr"><is><t xml:space="preserve">  text  </t></is></c><c r="B9" t="inlineStr"><is><t>why</t></is></c><c r="C9" t="e"><f>Sheet9!A1</f><v>#REF!</v></c><c r="D9" t="b"><v>0</v></c></row>
            """;
        var reading = XlsForm.Read(WithSurvey(Rows), FormSketch.Terms).Accepted();
        Assert.Equal(["rooms", "why"], reading.Definition?.Items.Select(i => i.Name) ?? reading.Notes.Select(n => $"{n.Place}: {n.Sentence}"));
        var rooms = reading.Definition!.ItemOf("rooms")!;
        Assert.Equal(("How many rooms?", true, "3"), (rooms.Label, rooms.Required, rooms.Default));
        Assert.False(reading.Definition.ItemOf("why")!.Required);
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 1", "stands above the headings");
        SameDefinition.Check(reading.Definition, FormSketch.Again(reading.Definition));
    }

    [Fact]
    public void Names_that_look_the_same_are_the_same() => Assert.Equal(["oui", "non"], FormSketch.Taken(
        "survey\n| \uFEFFtype | name\u200B | label |\n| select_one e\u0301cole | a\u200B | A |\n| text | b | ${a} |\nchoices\n| list_name | name |\n| \u00E9cole | oui |\n| \u00E9cole\u200B | non |\n").ChoiceLists.Single().Value.Select(c => c.Text()));

    [Fact]
    public void A_cell_made_one_with_those_below_it_counts_for_each_of_its_rows()
    {
        const string Rows = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>list_name</t></is></c><c r="B1" t="inlineStr"><is><t>name</t></is></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>yn</t></is></c><c r="B2" t="inlineStr"><is><t>yes</t></is></c></row>
            <row r="3"><c r="B3" t="inlineStr"><is><t>no</t></is></c></row>
            <row r="4"><c r="B4" t="inlineStr"><is><t>loose</t></is></c></row>
            """;
        var reading = XlsForm.Read(With("survey\n| type | name |\n| select_one yn | a |\nchoices\n| list_name |", "xl/worksheets/sheet2.xml", Rows, "A2:A3"), FormSketch.Terms).Accepted();
        Assert.Equal(["yes", "no"], reading.Definition!.ChoiceLists["yn"].Select(c => c.Text()));
        reading.ShouldSay(NoteKind.Changed, "choices, row 2, column A", "'yn' is taken for each of its rows, down to row 3");
        reading.ShouldSay(NoteKind.NotTaken, "choices, row 4, column A (list_name)", "The choice 'loose' names no list");
    }

    [Fact]
    public void A_cell_that_the_spreadsheet_could_not_work_out_is_listed() =>
        FormSketch.Read(StrangeForms.All["entities and errors"]).ShouldSay(NoteKind.Changed, "survey, row 2, column C (label)", "'#REF!' is what a spreadsheet makes of a formula that it cannot work out");

    private static byte[] WithSurvey(string rows) => With("survey\n| type | name |", "xl/worksheets/sheet1.xml", rows, "A1:E1");

    private static byte[] With(string drawn, string sheet, string rows, string merged)
    {
        using var file = new MemoryStream();
        file.Write(WorkbookWriting.Write(FormSketch.Grid(drawn)));
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(sheet)!.Delete();
            using var part = archive.CreateEntry(sheet).Open();
            part.Write(Encoding.UTF8.GetBytes($"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData><mergeCells count="1"><mergeCell ref="{merged}"/></mergeCells></worksheet>"""));
        }
        return file.ToArray();
    }
}
