using SosLongitudinal.Exchange.Dictionaries;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Exchange.Kit;

namespace SosLongitudinal.Tests.Exchange.Dictionaries;

/// <summary>Action tags that have a meaning here, and those that have none.</summary>
public sealed class AnnotationTests
{
    [Theory]
    [InlineData("@CALCTEXT(if([sex]='1', 'girl', 'boy)'))", "if(${sex} = '1', 'girl', 'boy)')")]
    [InlineData("@HIDDEN @CALCTEXT( concat([words], '!') ) @READONLY", "concat(${words}, '!')")]
    [InlineData("@CALCDATE([born], 2, 'w')", "date(decimal-date-time(${born}) + 2 * 7)")]
    [InlineData("@CALCDATE([born], [age], 'd')", "date(decimal-date-time(${born}) + ${age} * 1)")]
    public void A_text_field_that_is_calculated_is_a_computed_item(string annotation, string calculation)
    {
        var item = Read("text", annotation).Item;
        Assert.Equal((ItemType.Computed, calculation), (item.Type, item.Calculation));
    }

    [Theory]
    [InlineData("@CALCDATE([born], 1, 'y')", "only days and weeks are added to a day here, so 'asked' is keyed")]
    [InlineData("@CALCTEXT([visit_1_arm_1][sex])", "asks for an answer of another event or time; a form's logic sees its own answers, so 'asked' is keyed")]
    [InlineData("@IF([sex]='1', @HIDDEN, '')", "tags that hang on an answer have no meaning here")]
    public void What_cannot_be_calculated_is_keyed_and_listed(string annotation, string why)
    {
        var (item, reading) = Read("text", annotation);
        Assert.Equal((ItemType.Text, false), (item.Type, item.Hidden));
        var note = Assert.Single(reading.Notes, n => n.Kind == NoteKind.NotTaken && n.Sentence.Contains(why, StringComparison.Ordinal));
        Assert.Equal("dictionary, row 6, column R (Field Annotation)", note.Place.ToString());
    }

    [Fact]
    public void A_default_may_be_another_answer() => Assert.Equal("${words}", Read("text", "@DEFAULT='[words]'").Item.Default);

    [Theory]
    [InlineData("1 2", true), InlineData("9", true), InlineData("1 9", false)]
    public void None_of_the_above_is_ticked_alone(string ticked, bool taken)
    {
        var form = Read("checkbox", "@NONEOFTHEABOVE='9'", "1, One | 2, Two | 9, None").Reading.Definitions[0];
        Assert.Equal(taken, AnswerRules.Check(form, new Dictionary<string, string?> { ["asked"] = ticked }) is Decision<CheckedAnswers>.Accepted);
    }

    [Fact]
    public void A_choice_without_a_code_and_choices_of_a_text_field_are_listed()
    {
        Assert.Contains(Read("radio", "", "1, One | , none").Reading.Notes, n => n.Sentence == "The choice 'none' of 'asked' has no code.");
        Assert.Contains(Read("text", "", "BIOPORTAL:ICD10").Reading.Notes, n => n.Sentence.StartsWith("'BIOPORTAL:ICD10'", StringComparison.Ordinal));
    }

    private static (Item Item, DictionaryReading Reading) Read(string type, string annotation, string choices = "")
    {
        var reading = DictionarySketch.Read(
            ["record_id", "first", "", "text", "Record"],
            ["sex", "first", "", "radio", "Sex", "1, Girl | 2, Boy"],
            ["age", "first", "", "text", "Age", "", "", "integer"],
            ["born", "first", "", "text", "Born", "", "", "date_dmy"],
            ["asked", "first", "", type, "Asked", choices, "", "", "", "", "", "", "", "", "", "", "", annotation],
            ["words", "first", "", "text", "Words"]);
        return (reading.Definitions[0].ItemOf("asked")!, reading);
    }
}
