using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Exchange.Kit;

namespace SosLongitudinal.Tests.Exchange.XlsForms;

public sealed class ReadingTests
{
    [Theory]
    [InlineData("text", ItemType.Text)]
    [InlineData("integer", ItemType.Number)]
    [InlineData("Decimal", ItemType.Number)]
    [InlineData("range", ItemType.Number)]
    [InlineData("date", ItemType.Date)]
    [InlineData("time", ItemType.Time)]
    [InlineData("dateTime", ItemType.DateTime)]
    [InlineData("select_one yn", ItemType.Code)]
    [InlineData("select one from yn", ItemType.Code)]
    [InlineData("Select One yn", ItemType.Code)]
    [InlineData("select1 yn", ItemType.Code)]
    [InlineData("select_multiple yn", ItemType.Codes)]
    [InlineData("select all that apply from yn", ItemType.Codes)]
    [InlineData("rank yn", ItemType.Ranking)]
    [InlineData("odk:rank yn", ItemType.Ranking)]
    [InlineData("note", ItemType.Note)]
    [InlineData("hidden", ItemType.Text)]
    [InlineData("acknowledge", ItemType.Code)]
    [InlineData("add text prompt", ItemType.Text)]
    public void A_type_is_known_in_its_spellings(string type, ItemType expected) => Assert.Equal(expected, FormSketch.Taken($"""
        survey
        | type | name |
        | {type} | q |
        choices
        | list_name | name |
        | yn | yes |
        """).ItemOf("q")!.Type);

    [Theory]
    [InlineData("label::English (en)"), InlineData("LABEL"), InlineData("caption"), InlineData("label:English")]
    public void A_label_is_known_in_its_spellings(string heading) => Assert.Equal("How old?", FormSketch.Taken($"""
        survey
        | TYPE | Name | {heading} |
        | integer | age | How old? |
        """).ItemOf("age")!.Label);

    [Theory]
    [InlineData("relevant"), InlineData("Relevance"), InlineData("bind::relevant"), InlineData("bind:relevant")]
    public void Relevance_is_known_in_its_spellings(string heading) => Assert.Equal("${a} = 1", FormSketch.Taken($"""
        survey
        | type | name | {heading} |
        | integer | a | |
        | integer | b | $[a] = 1 |
        """.Replace("$[a]", "${a}")).ItemOf("b")!.Relevant);

    [Theory]
    [InlineData("constraint_message"), InlineData("Constraint Message"), InlineData("jr:constraintMsg"), InlineData("bind::jr:constraintMsg"), InlineData("bind:jr:constraintMsg")]
    public void A_message_is_known_in_its_spellings(string heading) => Assert.Equal("Too old", FormSketch.Taken($"""
        survey
        | type | name | constraint | {heading} |
        | integer | a | . < 150 | Too old |
        """).ItemOf("a")!.ConstraintMessage);

    [Fact]
    public void Names_become_ours_and_expressions_and_labels_follow()
    {
        var form = FormSketch.Taken("""
            survey
            | type | name | label | relevant | calculation |
            | integer | Child.Age | | | |
            | note | said | You said ${Child.Age} | | |
            | calculate | double | | | ${Child.Age} * 2 |
            | text | _why | | ${ Child.Age } > 4 | |
            """);
        Assert.Equal(["child_age", "said", "double", "q_why"], form.Items.Select(i => i.Name));
        Assert.Equal(("You said ${child_age}", "${child_age} * 2", "${child_age} > 4"), (form.ItemOf("said")!.Label, form.ItemOf("double")!.Calculation, form.ItemOf("q_why")!.Relevant));
    }

    [Fact]
    public void A_name_used_twice_means_the_nearest()
    {
        var form = FormSketch.Taken("""
            survey
            | type | name | relevant |
            | text | name | |
            | begin group | child | |
            | text | name | |
            | text | nick | ${name} != '' |
            | end group | | |
            | text | last | ${name} != '' |
            """);
        Assert.Equal(("${child_name} != ''", "${name} != ''"), (form.ItemOf("nick")!.Relevant, form.ItemOf("last")!.Relevant));
    }

    [Fact]
    public void Groups_and_repeats_become_sections_that_name_what_they_lie_in()
    {
        var form = FormSketch.Taken("""
            survey
            | type | name | label | relevant | repeat_count | appearance |
            | integer | n | | | | |
            | begin_repeat | child | A child | ${n} > 0 | ${n} | field-list |
            | text | first | | | | |
            | begin group | school | School | | | |
            | text | year | | | | |
            | end group | | | | | |
            | text | last | | | | |
            | end_repeat | | | | | |
            | begin repeat | visit | Visits | | 3 | |
            | date | day | | | | |
            | end repeat | | | | | |
            """);
        Assert.Equal(["", "child", "school", "child", "visit"], form.Sections.Select(s => s.Name ?? ""));
        Assert.Equal(["", "", "child", "", ""], form.Sections.Select(s => s.Parent ?? ""));
        Assert.Equal((10, "${n}", "${n} > 0", "field-list"), (form.Sections[1].Repeat!.Value, form.Sections[1].RepeatCount, form.Sections[1].Relevant, form.Sections[1].Appearance));
        Assert.Equal((3, (string?)null), (form.Sections[4].Repeat!.Value, form.Sections[4].RepeatCount));
        Assert.Equal(1 + 10 * 3 + 3, form.Items.Length);
    }

    [Fact]
    public void Choices_keep_whole_numbers_and_number_the_rest()
    {
        var form = FormSketch.Taken("""
            survey
            | type | name |
            | select_one a | a |
            | select_one b | b |
            choices
            | list name | value | label | county |
            | a | 3 | Three | |
            | a | 1 | One | norfolk |
            | a | dk | Not known | |
            | b | yes | Yes | |
            | b | no | No | |
            """);
        Assert.Equal([(3, null), (1, null), (2, "dk")], form.ChoiceLists["a"].Select(c => (c.Code, c.Name)));
        Assert.Equal([(1, "yes"), (2, "no")], form.ChoiceLists["b"].Select(c => (c.Code, c.Name!)));
        Assert.Equal("norfolk", form.ChoiceLists["a"][1].Attributes["county"]);
    }

    [Fact]
    public void A_later_file_keeps_the_codes_of_the_one_before_and_drops_none()
    {
        const string drawn = """
            survey
            | type | name |
            | select_one a | a |
            choices
            | list_name | name |
            | a | {0} |
            | a | {1} |
            """;
        var first = FormSketch.Taken(string.Format(null, drawn, "red", "green"));
        var next = FormSketch.Taken(string.Format(null, drawn, "blue", "green"), FormSketch.Terms with { Earlier = _ => first });
        Assert.Equal([("blue", 3, false), ("green", 2, false), ("red", 1, true)], next.ChoiceLists["a"].Select(c => (c.Name!, c.Code, c.Dropped)));
    }

    [Fact]
    public void Or_other_adds_the_choice_and_a_question_for_the_words()
    {
        var form = FormSketch.Taken("""
            survey
            | type | name |
            | select_multiple tools or_other | used |
            choices
            | list_name | name |
            | tools | 1 |
            | tools | 2 |
            """);
        Assert.Equal(["1", "2", "other"], form.ChoicesOf(form.ItemOf("used")!).Select(c => c.Text()));
        Assert.Equal("selected(${used}, 'other')", form.ItemOf("used_other")!.Relevant);
        Assert.Equal(["1", "2"], form.ChoiceLists["tools"].Select(c => c.Text()));
    }

    [Fact]
    public void Limits_in_a_constraint_and_of_a_range_are_the_item_s_own()
    {
        var form = FormSketch.Taken("""
            survey
            | type | name | constraint | parameters |
            | integer | a | . >= 0 and . <= 17 | |
            | decimal | b | .>=0.5 and (. != ${a}) | |
            | range | c | | start=0 end=10 step=1 |
            | integer | d | . >= 0 or . <= 17 | |
            """);
        Assert.Equal([(0, 17, null), (0.5m, null, ". != ${a}"), (0, 10, null), (null, null, ". >= 0 or . <= 17")], form.Items.Select(i => (i.Min, i.Max, i.Constraint)));
    }

    [Fact]
    public void Languages_stand_beside_the_form_s_own()
    {
        var form = FormSketch.Taken("""
            survey
            | type | name | label::English (en) | label::Cymraeg (cy) | hint::Cymraeg (cy) |
            | text | q | Why? | Pam? | Help |
            settings
            | default_language |
            | Cymraeg (cy) |
            """);
        Assert.Equal(("Cymraeg (cy)", "Pam?", "Why?", "Help"), (form.Language, form.ItemOf("q")!.Label, form.ItemOf("q")!.Labels["English (en)"], form.ItemOf("q")!.Hint));
    }

    [Fact]
    public void What_is_not_taken_is_listed_with_its_cell()
    {
        var reading = FormSketch.Read("""
            survey
            | type | name | label | relevant | media::image | required |
            | geopoint | where | | | | |
            | text | why | | ${where} != '' | why.png | ${a} = 1 |
            | integer | a | | | | yes |
            | calculate | far | | | | |
            | calculate | there | | | | |
            """);
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 2", "'where' is a place on a map");
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 3, column D (relevant)", "needs 'where', which is not taken, so why is always asked");
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 3, column E (media::image)", "'why.png': media::image is not held here");
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 5", "'far' is calculated, but the file does not say how");
        Assert.Equal(["why", "a"], reading.Definition!.Items.Select(i => i.Name));
    }

    [Fact]
    public void An_expression_that_cannot_be_evaluated_is_left_out_and_listed_and_so_is_what_hangs_on_it()
    {
        var reading = FormSketch.Read("""
            survey
            | type | name | relevant | calculation |
            | integer | a | | |
            | text | b | frobnicate(${a}) | |
            | calculate | c | | ${a} + ( |
            | calculate | d | | ${c} * 2 |
            | text | e | ${d} > 1 | |
            | begin group | g | ${a} = = 2 | |
            | text | f | ${a} = 1 | |
            | end group | | | |
            """);
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 3, column C (relevant)", "So b is always asked");
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 4, column D (calculation)", "So c is not calculated");
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 5, column D (calculation)", "So d is not calculated");
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 6, column C (relevant)", "So e is always asked");
        Assert.Equal(["a", "b", "e", "f"], reading.Definition!.Items.Select(i => i.Name));
        Assert.Null(reading.Definition.Sections.Single(s => s.Name == "g").Relevant);
        Assert.Equal("${a} = 1", reading.Definition.ItemOf("f")!.Relevant);
    }

    [Theory]
    [InlineData("| frobnicate | q | | |", "survey, row 2, column A (type)", "'frobnicate' is not a type of question")]
    [InlineData("| select_one | q | | |", "survey, row 2, column A (type)", "does not say which list its choices are in")]
    [InlineData("| select_one gone | q | | |", "survey, row 2, column A (type)", "The list 'gone' is not in the choices sheet")]
    [InlineData("| text | | Why? | |", "survey, row 2, column B (name)", "This question has no name")]
    [InlineData("| | q | | |", "survey, row 2, column A (type)", "'q' has no type")]
    [InlineData("| text | q | | ${nobody} = 1 |", "survey, row 2, column D (relevant)", "names 'nobody', which is no question of this form")]
    [InlineData("| begin group | g | | |", "survey, row 2", "The group 'g' begins here and never ends")]
    [InlineData("| end repeat | | | |", "survey, row 2, column A (type)", "none is open")]
    public void What_is_wrong_is_said_with_its_cell(string row, string place, string sentence)
    {
        var reading = FormSketch.Read($"""
            survey
            | type | name | label | relevant |
            {row}
            """);
        Assert.Null(reading.Definition);
        reading.ShouldSay(NoteKind.Error, place, sentence);
    }

    [Fact]
    public void A_form_in_one_csv_file_is_read() => Assert.Equal(["yes", "no"], CsvForm("survey,,\n,type,name\n,select_one yn,q\nchoices,,\n,list_name,name\n,yn,yes\n,yn,no\n").ChoiceLists["yn"].Select(c => c.Text()));

    [Fact]
    public void A_survey_alone_in_a_csv_file_is_read() => Assert.Equal(["a", "b"], CsvForm("\uFEFFtype;name\ntext;a\ninteger;b\n").Items.Select(i => i.Name));

    private static InstrumentDefinition CsvForm(string text) =>
        SosLongitudinal.Tests.Kit.Decisions.Accepted(SosLongitudinal.Exchange.XlsForms.XlsForm.Read(System.Text.Encoding.UTF8.GetBytes(text), FormSketch.Terms)).Definition!;
}
