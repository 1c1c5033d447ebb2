using System.Text;
using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Dictionaries;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Exchange.Kit;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Exchange.Dictionaries;

/// <summary>Dictionaries as they come, and what of them is held that has to be held in another way.</summary>
public sealed class UntidyDictionaryTests
{
    private static readonly string[] Ranked = ["1, First | 2, Second | 3, Third", "", "", "", "", "", "", "", "", "", "ranks", "y"];

    [Theory]
    [InlineData("1", "2", "3", true), InlineData("1", "", "1", false), InlineData("2", "2", "", false), InlineData("", "", "3", true)]
    public void A_column_of_a_ranked_matrix_is_chosen_once(string first, string second, string third, bool taken)
    {
        var reading = DictionarySketch.Read(["record_id", "f", "", "text", "Record"], ["a", "f", "", "radio", "A", .. Ranked], ["b", "f", "", "radio", "B", .. Ranked], ["c", "f", "", "radio", "C", .. Ranked]);
        Assert.DoesNotContain(reading.Notes, n => n.Place.Row > 2);
        var checkedForm = AnswerRules.Check(reading.Definitions[0], new Dictionary<string, string?> { ["a"] = first, ["b"] = second, ["c"] = third });
        Assert.Equal(taken, checkedForm is Decision<CheckedAnswers>.Accepted);
        if (!taken) Assert.Contains(checkedForm.Refused().Faults, f => f.Sentence.EndsWith("Each column of the matrix is chosen once.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dictionary_that_R_wrote_has_its_NA_cells_read_as_empty_and_its_short_headings_known()
    {
        const string text = "field_name,form_name,field_type,field_label,choices,field_note,validation,validation_min,validation_max,identifier,branching_logic,required_field,section_header,field_annotation\n"
            + "record_id,f,text,Record,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA\nage,f,text,NA,NA,NA,integer,0,120,NA,NA,y,NA,NA\nregion,f,radio,Region,\"1, North | 2, NA\",NA,NA,NA,NA,NA,[age] > 17,NA,NA,NA\n";
        var reading = RedcapDictionary.Read(Encoding.UTF8.GetBytes(text), new ImportTerms()).Accepted();
        Assert.Equal(["Cells that say NA were read as empty: R writes empty cells so.", "'record_id' numbers the records; families have ids of their own."], reading.Notes.Select(n => n.Sentence));
        var (age, region) = (reading.Definitions[0].ItemOf("age")!, reading.Definitions[0].ItemOf("region")!);
        Assert.Equal((ItemType.Number, 0m, 120m, true, null, null), (age.Type, age.Min, age.Max, age.Required, age.Hint, age.Relevant));
        Assert.Equal("${age} > 17", region.Relevant);
        Assert.Equal("NA", reading.Definitions[0].ChoicesOf(region)[1].Label);
        Assert.Equal("", reading.Definitions[0].Sections[0].Title);
    }

    [Theory]
    [InlineData("date_dmy", "1/2/2019", false), InlineData("date_dmy", "1/31/2019", true), InlineData("date_mdy", "3/3/2019", true), InlineData("date_ymd", "2019-01-02", true), InlineData("datetime_mdy", "1/2/19 10:00", false)]
    public void A_limit_that_a_spreadsheet_made_two_days_of_is_listed_not_guessed(string validation, string least, bool taken)
    {
        var reading = DictionarySketch.Read(["record_id", "f", "", "text", "Record"], ["on", "f", "", "text", "On", "", "", validation, least]);
        Assert.Equal(taken, reading.Definitions[0].ItemOf("on")!.Constraint is not null);
        Assert.Equal(!taken, reading.Notes.Any(n => n.Sentence == $"'{least}' can be two days, so it is no limit of 'on'. A spreadsheet rewrote it; write it as 2016-03-01."));
    }

    [Theory]
    [InlineData("number_1dp_comma_decimal", "@DEFAULT='2,5'", "2.5"), InlineData("datetime_ymd", "@DEFAULT='2023-08-01 01:02'", "2023-08-01T01:02"), InlineData("datetime_dmy", "@HIDDEN @NOW_UTC", "now()")]
    public void A_default_is_held_as_forms_hold_answers(string validation, string annotation, string expected)
    {
        var reading = DictionarySketch.Read(["record_id", "f", "", "text", "Record"], ["a", "f", "", "text", "A", "", "", validation, "", "", "", "", "", "", "", "", "", annotation]);
        Assert.Equal(expected, reading.Definitions[0].ItemOf("a")!.Default);
        Assert.DoesNotContain(reading.Notes, n => n.Kind == NoteKind.NotTaken && n.Place.Row > 2);
    }

    [Theory]
    [InlineData("time", "@NOW", "^[0-2][0-9]:[0-5][0-9]$"), InlineData("time_hh_mm_ss", "@NOW-UTC", "^[0-2][0-9]:[0-5][0-9]:[0-5][0-9]$"), InlineData("time_mm_ss", "@NOW", "^[0-5][0-9]:[0-5][0-9]$"), InlineData("date_dmy", "@NOW", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    public void The_present_as_a_default_fits_the_field(string validation, string annotation, string expected)
    {
        var reading = DictionarySketch.Read(["record_id", "f", "", "text", "Record"], ["a", "f", "", "text", "A", "", "", validation, "", "", "", "", "", "", "", "", "", $"@READONLY {annotation}"]);
        Assert.Single(reading.Notes);
        Assert.Matches(expected, AnswerRules.Check(reading.Definitions[0], new Dictionary<string, string?>(), FormMoment.On(new(2026, 3, 1))).Accepted().Answers["a"].AsText());
        Assert.Contains(DictionarySketch.Read(["record_id", "f", "", "text", "Record"], ["a", "f", "", "text", "A", "", "", "integer", "", "", "", "", "", "", "", "", "", annotation]).Notes, n => n.Sentence.EndsWith("of 'a' has no meaning here.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Is [name] well?", "name"), InlineData("On [visit_1_arm_1][name] as told", "name"), InlineData("Tick [x] below", null)]
    public void A_text_that_shows_an_answer_is_listed(string label, string? shown)
    {
        var reading = DictionarySketch.Read(["record_id", "f", "", "text", "Record"], ["name", "f", "", "text", "Name"], ["asked", "f", "", "text", label]);
        Assert.Equal(label, reading.Definitions[0].ItemOf("asked")!.Label);
        Assert.Equal(shown is not null, reading.Notes.Any(n => n.Sentence == $"REDCap shows the answer to [{shown}] in the text of 'asked'; here it stands as it is written. Reword it in the draft."));
    }

    [Fact]
    public void A_hidden_choice_keeps_its_code_and_is_not_offered()
    {
        var reading = Hiding("@HIDECHOICE='2, 9' @HIDDEN");
        var form = reading.Definitions[0];
        Assert.Equal([(1, false), (2, true), (3, false)], form.ChoicesOf(form.ItemOf("asked")!).Select(c => (c.Code, c.Dropped)));
        Assert.All(form.ChoicesOf(form.ItemOf("other")!), c => Assert.False(c.Dropped)); // the same choices, hidden from one field only
        Assert.Contains(reading.Notes, n => n.Sentence == "@HIDECHOICE names 9, which 'asked' does not have.");
        Assert.True(AnswerRules.Check(form, new Dictionary<string, string?> { ["asked"] = "2" }) is Decision<CheckedAnswers>.Refused);
        Assert.True(AnswerRules.Check(form, new Dictionary<string, string?> { ["other"] = "2" }) is Decision<CheckedAnswers>.Accepted);
    }

    [Theory]
    [InlineData("@HIDECHOICE='1,2,3'", false, "without a choice")]
    [InlineData("@HIDECHOICE='2'", true, "since the records may hold them")]
    public void Choices_that_have_to_stay_offered_are_listed(string annotation, bool withForms, string why)
    {
        var reading = Hiding(annotation, withForms);
        Assert.All(reading.Definitions[0].ChoicesOf(reading.Definitions[0].ItemOf("asked")!), c => Assert.False(c.Dropped));
        Assert.Contains(reading.Notes, n => n.Kind == NoteKind.NotTaken && n.Sentence.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public void Headings_in_another_language_are_read_by_their_order()
    {
        var german = "Variable / Feldname;Formularname;Abschnitt;Feldtyp;Beschriftung;Auswahl;Hinweis;Validierung;Min;Max;Kennung;Bedingung;Pflicht;Ausrichtung;Nummer;Matrix;Rangfolge;Anmerkung";
        var reading = Read($"{german}\nrecord_id;erste;;text;Nummer\nalter;erste;;text;Alter;;;integer;0;17\n");
        Assert.Equal("read by their order", reading.Notes.Single(n => n.Kind == NoteKind.Changed).Sentence[^20..^1]);
        var age = reading.Definitions.Single().Items.Single();
        Assert.Equal(("alter", ItemType.Number, 17m), (age.Name, age.Type, age.Max));
    }

    [Fact]
    public void A_file_that_is_no_dictionary_says_which_headings_it_needs()
    {
        var reading = Read("eins,zwei,drei\na,b,c\n");
        Assert.Empty(reading.Definitions);
        Assert.Contains(reading.Notes, n => n.Kind == NoteKind.Error && n.Sentence.Contains("'Variable / Field Name'", StringComparison.Ordinal) && n.Sentence.Contains("English", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("utf-8"), InlineData("utf-16"), InlineData("iso-8859-1")]
    public void A_dictionary_says_the_same_in_every_encoding_and_with_line_breaks_in_quotes(string encoding)
    {
        var how = Encoding.GetEncoding(encoding);
        var text = $"{string.Join(',', DictionarySketch.Headings.Select(h => $"\"{h}\""))}\r\nrecord_id,f,,text,Record,,,,,,,,,,,,,\r\n\r\nword,f,,radio,\"Caf\u00e9,\nor \"\"tea\"\"?\",\"1, Caf\u00e9 | 2, Tea\",,,,,,,,,,,,\r\n,,,,,,,,,,,,,,,,,\r\n";
        var reading = RedcapDictionary.Read([.. how.GetPreamble(), .. how.GetBytes(text)], new()).Accepted();
        Assert.Equal("Caf\u00e9,\nor \"tea\"?", reading.Definitions.Single().Items.Single().Label);
    }

    private static DictionaryReading Hiding(string annotation, bool withForms = false)
    {
        const string choices = "1, One | 2, Two | 3, Three";
        return RedcapDictionary.Read(DictionarySketch.Grid(
            ["record_id", "f", "", "text", "Record"],
            ["asked", "f", "", "radio", "Asked", choices, "", "", "", "", "", "", "", "", "", "", "", annotation],
            ["other", "f", "", "radio", "Other", choices]), new ImportTerms { WithForms = withForms });
    }

    private static DictionaryReading Read(string csv) => RedcapDictionary.Read(Encoding.UTF8.GetBytes(csv), new()).Accepted();
}
