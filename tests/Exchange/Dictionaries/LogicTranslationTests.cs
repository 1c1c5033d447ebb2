using SosLongitudinal.Exchange.Dictionaries;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Tests.Exchange.Kit;

namespace SosLongitudinal.Tests.Exchange.Dictionaries;

public sealed class LogicTranslationTests
{
    [Theory]
    [InlineData("[sex] = '1'", "${sex} = '1'")]
    [InlineData("[sex]=\"1\"", "${sex} = '1'")]
    [InlineData("[sex] = 1 or [sex]=2", "${sex} = 1 or ${sex} = 2")]
    [InlineData("[sex] <> ''", "${sex} != ''")]
    [InlineData("[tools(3)] = '1'", "selected(${tools}, '3')")]
    [InlineData("[tools(3)] = 0", "not(selected(${tools}, '3'))")]
    [InlineData("[tools(3)] <> \"1\" and [sex]=\"2\"", "not(selected(${tools}, '3')) and ${sex} = '2'")]
    [InlineData("([sex] = '1' or [sex] = '2') and [age] > \"17\"", "(${sex} = '1' or ${sex} = '2') and ${age} > 17")]
    [InlineData("[tools(1)] + [tools(2)] >= 1", "(if(selected(${tools}, '1'), 1, 0) + if(selected(${tools}, '2'), 1, 0)) >= 1")]
    [InlineData("[born] >= '2010-09-01'", "${born} >= date('2010-09-01')")]
    [InlineData("([age]+1)*2^3", "(${age} + 1) * pow(2, 3)")]
    [InlineData("[age] - (1 - 2)", "${age} - (1 - 2)")]
    [InlineData("-[age]/2", "-${age} div 2")]
    [InlineData("round([age]/3, 1)", "round(${age} div 3, 1)")]
    [InlineData("rounddown([age]/3, 2)", "floor((${age} div 3) * 100) div 100")]
    [InlineData("sum([age],[pulse])", "if(${age} != '', ${age}, 0) + if(${pulse} != '', ${pulse}, 0)")]
    [InlineData("mean([age],[pulse])", "(if(${age} != '', ${age}, 0) + if(${pulse} != '', ${pulse}, 0)) div (if(${age} != '', 1, 0) + if(${pulse} != '', 1, 0))")]
    [InlineData("datediff([born],[seen],'d')", "abs(decimal-date-time(${seen}) - decimal-date-time(${born}))")]
    [InlineData("datediff([born],'today','y',true)", "(decimal-date-time(today()) - decimal-date-time(${born})) div 365.2425")]
    [InlineData("if([sex]='1', [age], 0)", "if(${sex} = '1', ${age}, 0)")]
    [InlineData("!([sex]='1') && [age]<5", "not((${sex} = '1')) and ${age} < 5")]
    [InlineData("left([elsewhere2],2)='ab'", "substr(${elsewhere2}, 0, 2) = 'ab'")]
    [InlineData("right([elsewhere2],2)='ab'", "substr(${elsewhere2}, -2) = 'ab'")]
    [InlineData("mid([elsewhere2],2,3)='abc'", "substring(${elsewhere2}, 2, 3) = 'abc'")]
    [InlineData("upper([elsewhere2])='AB'", "upper-case(${elsewhere2}) = 'AB'")]
    [InlineData("[sex:value]='1'", "${sex} = '1'")]
    [InlineData("# only girls\n[sex]='1'\n  // and nobody else", "${sex} = '1'")]
    [InlineData("year([born]) > 2010", "number(format-date(${born}, '%Y')) > 2010")]
    public void Logic_is_said_in_the_dialect(string logic, string expression) => Assert.Equal(expression, Read(logic).Definitions[0].ItemOf("asked")!.Relevant);

    [Theory]
    [InlineData("[baseline_arm_1][sex] = '1'", "asked != '' and not(answer('first', 'sex', 'baseline-arm-1') = '1')")]
    [InlineData("[visit_1_arm_1][tools(3)] = '1' and [sex] = '2'", "asked != '' and not(selected(answer('first', 'tools', 'visit-1-arm-1'), '3') and sex = '2')")]
    [InlineData("[elsewhere] > 4 or [age] < 5", "asked != '' and not(answer('second', 'elsewhere') > 4 or age < 5)")]
    public void Logic_over_other_forms_or_events_is_offered_as_a_quality_rule(string logic, string condition)
    {
        var note = Assert.Single(Read(logic).Notes, n => n.Sentence.Contains("'asked' is always asked", StringComparison.Ordinal));
        var rule = note.Sentence[note.Sentence.IndexOf("/family", StringComparison.Ordinal)..];
        Assert.Equal($"/family/form[@instrument='first'][{condition}]", rule);
        Assert.Equal(rule, SosLongitudinal.Study.Quality.DeclaredRules.Try(rule).Match(r => r.Expression, why => why.Sentence));
    }

    [Theory]
    [InlineData("[previous-event-name][sex] = '1'"), InlineData("[a_arm_1][sex][2] = '1'"), InlineData("datediff([elsewhere], [born], 'd') > 3"), InlineData("[a_arm_1][scan] <> ''"), InlineData("[a_arm_1][record_id] = '1'")]
    public void What_rules_cannot_say_either_is_not_offered(string logic) =>
        Assert.EndsWith("so 'asked' is always asked.", Assert.Single(Read(logic).Notes, n => n.Sentence.Contains("'asked' is always asked", StringComparison.Ordinal)).Sentence);

    [Theory]
    [InlineData("[baseline_arm_1][sex] = '1'", "asks for an answer of another event or time")]
    [InlineData("[user-name] = 'me'", "is about the record or the user")]
    [InlineData("[elsewhere] = '1'", "[elsewhere] is an answer of the form second; a form's logic sees its own answers")]
    [InlineData("[nothing] = '1'", "[nothing] is no field of this dictionary")]
    [InlineData("[scan] <> ''", "[scan] is not taken")]
    [InlineData("[record_id] = '1'", "[record_id] is the record's number")]
    [InlineData("[sex(1)] = '1'", "asks for a box, and the field has none")]
    [InlineData("median([age],[pulse]) > 3", "The function median( ) with 2 arguments has no counterpart here")]
    [InlineData("([sex] = '1'", "A bracket is not closed")]
    [InlineData("[sex] = ", "It ends too soon")]
    [InlineData("[sex] = '1' '2'", "It cannot be read at '2'")]
    public void Logic_that_cannot_be_said_is_listed_with_its_cell_and_the_question_is_always_asked(string logic, string why)
    {
        var reading = Read(logic);
        Assert.Null(reading.Definitions[0].ItemOf("asked")!.Relevant);
        var note = Assert.Single(reading.Notes, n => n.Kind == NoteKind.NotTaken && n.Sentence.Contains(why, StringComparison.Ordinal));
        Assert.Equal("dictionary, row 9, column L (Branching Logic (Show field only if...))", note.Place.ToString());
        Assert.Contains("so 'asked' is always asked.", note.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Brackets_without_end_are_refused_not_followed() =>
        Assert.Contains(Read(new string('(', 100_000)).Notes, n => n.Sentence.Contains("Its brackets nest too deeply", StringComparison.Ordinal));

    private static DictionaryReading Read(string logic) => DictionarySketch.Read(
        ["record_id", "first", "", "text", "Record"],
        ["sex", "first", "", "radio", "Sex", "1, Girl | 2, Boy"],
        ["tools", "first", "", "checkbox", "Tools", "1, One | 2, Two | 3, Three"],
        ["age", "first", "", "text", "Age", "", "", "integer"],
        ["pulse", "first", "", "text", "Pulse", "", "", "number"],
        ["born", "first", "", "text", "Born", "", "", "date_dmy"],
        ["seen", "first", "", "text", "Seen", "", "", "date_ymd"],
        ["asked", "first", "", "text", "Asked", "", "", "", "", "", "", logic],
        ["scan", "first", "", "file", "Scan"],
        ["elsewhere2", "first", "", "text", "Words"],
        ["elsewhere", "second", "", "yesno", "Elsewhere"]);
}
