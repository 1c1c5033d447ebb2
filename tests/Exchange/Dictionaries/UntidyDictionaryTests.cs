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
