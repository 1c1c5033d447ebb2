using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Exchange.Kit;

namespace SosLongitudinal.Tests.Exchange.XlsForms;

/// <summary>What forms that others made do beside the standard: each comes in, or is listed with its cell.</summary>
public sealed class QuirkTests
{
    private const string YesNo = """
        choices
        | list name | name | label |
        | yn | yes | Yes |
        | yn | no | No |
        """;

    [Fact]
    public void Required_and_read_only_keep_their_expressions()
    {
        var form = FormSketch.Taken($$"""
            survey
            | type | name | required | readonly |
            | select_one yn | consent | TRUE | |
            | integer | age | ${consent} = ‘yes’ | false() |
            | text | note | no | ${ age } > 17 |
            {{YesNo}}
            """);
        Assert.True(form.ItemOf("consent")!.Required);
        Assert.Equal((false, "${consent} = 'yes'", false), (form.ItemOf("age")!.Required, form.ItemOf("age")!.RequiredWhen, form.ItemOf("age")!.ReadOnly));
        Assert.Equal("${age} > 17", form.ItemOf("note")!.ReadOnlyWhen);
        SameDefinition.Check(form, FormSketch.Again(form));
    }

    [Fact]
    public void An_expression_in_required_that_cannot_be_used_is_listed_and_left_out()
    {
        var reading = FormSketch.Read("""
            survey
            | type | name | required |
            | integer | a | |
            | integer | b | pulldata('x', 'y', 'z', 1) = 1 |
            | integer | c | random() > 0.5 |
            """);
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 3, column C (required)", "so b need not be answered");
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 4, column C (required)", "So c need not be answered");
        Assert.Null(reading.Definition!.ItemOf("c")!.RequiredWhen);
    }

    [Fact]
    public void Messages_come_in_every_language()
    {
        var form = FormSketch.Taken("""
            survey
            | type | name | label::English (en) | label::Cymraeg (cy) | constraint | constraint_message::English (en) | constraint_message::Cymraeg (cy) | required_message::English (en) | bind::jr:requiredMsg::Cymraeg (cy) | required |
            | integer | age | Age | Oed | . < 18 | Too old | Rhy hen | Say how old | Dywedwch | yes |
            """);
        var age = form.ItemOf("age")!;
        Assert.Equal(("Too old", "Rhy hen"), (age.ConstraintMessage, age.ConstraintMessages["Cymraeg (cy)"]));
        Assert.Equal(("Say how old", "Dywedwch"), (age.RequiredMessage, age.RequiredMessages["Cymraeg (cy)"]));
        SameDefinition.Check(form, FormSketch.Again(form));
    }

    [Fact]
    public void A_guidance_hint_stands_under_the_hint() => Assert.Equal("In years\nRead it out", FormSketch.Taken("""
        survey
        | type | name | hint | guidance_hint |
        | integer | age | In years | Read it out |
        """).ItemOf("age")!.Hint);

    [Theory]
    [InlineData("start=0 end=10 step=2", "4", true)]
    [InlineData("start=0 end=10 step=2", "5", false)]
    [InlineData("start=-3 end=3 step=1.5", "-1.5", true)]
    [InlineData("start=-3 end=3 step=1.5", "-1", false)]
    public void A_range_keeps_its_steps(string parameters, string keyed, bool taken)
    {
        var form = FormSketch.Taken($"""
            survey
            | type | name | parameters |
            | range | r | {parameters} |
            """);
        Assert.Equal(taken, AnswerRules.Check(form, new Dictionary<string, string?> { ["r"] = keyed }) is Study.Kernel.Decision<CheckedAnswers>.Accepted);
    }

    [Fact]
    public void Long_lists_in_the_sheet_external_choices_are_choices_too()
    {
        var form = FormSketch.Taken("""
            survey
            | type | name | choice_filter |
            | select_one states | state | |
            | select_one_external cities | city | state=${state} |
            choices
            | list_name | name |
            | states | tx |
            external_choices
            | list_name | name | label | state |
            | cities | dallas | Dallas | tx |
            | states | other | Elsewhere | |
            """);
        Assert.Equal((ItemType.Code, "cities"), (form.ItemOf("city")!.Type, form.ItemOf("city")!.Choices));
        Assert.Equal("tx", form.ChoiceLists["cities"][0].Attributes["state"]);
        Assert.Equal("other", form.ChoiceLists["states_external"][0].Name);
    }

    [Fact]
    public void A_calculation_may_ask_for_the_form_s_own_lists_and_for_one_time_of_a_repeat()
    {
        var form = FormSketch.Taken($$"""
            survey
            | type | name | calculation | repeat_count |
            | begin repeat | kids | | 2 |
            | text | kid | | |
            | end repeat | | | |
            | calculate | second | indexed-repeat(${kid}, ${kids}, 2) | |
            | calculate | said | instance('yn')/root/item[name = 'yes']/label | |
            {{YesNo}}
            """);
        var answers = ((Study.Kernel.Decision<CheckedAnswers>.Accepted)AnswerRules.Check(form, new Dictionary<string, string?> { ["kid_1"] = "Ann", ["kid_2"] = "Bo" })).Value.Answers;
        Assert.Equal(("Bo", "Yes"), (answers["second"].AsText(), answers["said"].AsText()));
    }

    [Theory]
    [InlineData("cascading_select places", "level after level")]
    [InlineData("include other_form", "brings in another form")]
    [InlineData("text audit", "belongs to another program")]
    [InlineData("caseid", "belongs to another program")]
    [InlineData("select_multiple_from_file places.csv", "choices from another file")]
    [InlineData("background-audio", "a recording")]
    public void A_type_of_another_program_is_listed_and_the_rest_taken(string type, string why)
    {
        var reading = FormSketch.Read($"""
            survey
            | type | name |
            | integer | age |
            | {type} | x |
            """);
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 3", why);
        Assert.Equal(["age"], reading.Definition!.Items.Select(i => i.Name));
    }

    [Fact]
    public void A_rating_table_of_another_program_is_listed_with_all_that_lies_in_it()
    {
        var reading = FormSketch.Read("""
            survey
            | type | name |
            | begin_kobomatrix | table |
            | text | inside |
            | end_kobomatrix | |
            | begin looped group | kids |
            | text | kid |
            | end looped group | |
            """);
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 2", "'begin_kobomatrix' and all questions in it ('table')");
        Assert.Equal("kids", Assert.Single(reading.Definition!.Sections, s => s.Repeat is not null).Name);
        Assert.Null(reading.Definition.ItemOf("inside"));
    }

    [Fact]
    public void Nothing_that_a_row_says_is_dropped_in_silence()
    {
        var reading = FormSketch.Read($"""
            survey
            | type | name | label | label | parameters | appearance | choice_filter | hint |
            | begin group | g | G | | | | | Read this |
            | select_one yn | a | One | Two | randomize=true | search('places') | | |
            | text | b | Three | | max-pixels=3 | | x = 1 | |
            | end group | | | | | | | |
            {YesNo}
            """);
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 2, column H (hint)", "a group is not asked itself");
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 3, column D (label)", "'Two'");
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 3, column E (parameters)", "one order here");
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 3, column F (appearance)", "search()");
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 4, column E (parameters)", "not held here");
        reading.ShouldSay(NoteKind.NotTaken, "survey, row 4, column G (choice_filter)", "no choices to filter");
    }

    [Fact]
    public void A_column_of_the_choices_that_no_filter_can_name_is_listed() => FormSketch.Read("""
        survey
        | type | name |
        | select_one yn | a |
        choices
        | list_name | name | my column |
        | yn | yes | 1 |
        """).ShouldSay(NoteKind.NotTaken, "choices, row 1, column C (my column)", "a column that choice filters ask about");

    [Fact]
    public void Names_that_a_program_gave_by_itself_are_names() => Assert.NotNull(FormSketch.Taken("""
        survey
        | type | name | $autoname | $kuid |
        | integer | | age_of_child | ab12 |
        """).ItemOf("age_of_child"));
}
