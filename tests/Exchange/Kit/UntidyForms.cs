using System.Collections.Immutable;

namespace SosLongitudinal.Tests.Exchange.Kit;

/// <summary>Forms as people leave them, drawn by us: sheets, headings and names in disorder.</summary>
internal static class UntidyForms
{
    public static readonly ImmutableSortedDictionary<string, string> All = new Dictionary<string, string>
    {
        ["title row above"] = """
            survey
            | Household survey 2024 | | |
            | type | name | label |
            | integer | age | Age |
            choices
            | Lists | |
            | list_name | name | label |
            | yn | 1 | Yes |
            """,
        ["two heading rows"] = """
            survey
            | Basic | | Logic | |
            | type | name | relevant | label |
            | integer | age | | Age |
            | text | why | ${age} > 3 | Why |
            """,
        ["case and blanks"] = """
            Survey 
            |  TYPE | Name  | LABEL :: English (en) | Relevant  |
            | Integer | age | Age | |
            |  select_one  yn  | ok | OK? | ${age} > 3 |
            Choices
            | List Name | Name | Label::English (en) |
            | yn | yes | Yes |
            | yn | no | No |
            """,
        ["from list"] = """
            survey
            | type | name | label |
            | select one from yn | a | A |
            | select multiple from yn | b | B |
            | select_one yn or_other | c | C |
            | select all that apply from yn or specify other | d | D |
            choices
            | list_name | name | label |
            | yn | yes | Yes |
            | yn | no | No |
            """,
        ["disabled and blank"] = """
            survey
            | type | name | label | disabled |
            | begin_group | g | G | |
            | | | | |
            | integer | a | A | yes |
            | text | b | B | |
            | | | a loose comment | |
            | end_group | g | | |
            """,
        ["trailing spaces in names"] = """
            survey
            | type | name | label | relevant |
            | integer | age . | Age | |
            | select_one yn  | ok | OK? | ${age .} > 3 |
            choices
            | list_name | name | label |
            | yn  | yes | Yes |
            | yn | no | No |
            """,
        ["case only"] = """
            survey
            | type | name | label | relevant |
            | integer | Age | Age | |
            | integer | age | Age again | ${Age} > 3 |
            | integer | AGE | Third | ${age} > 3 |
            """,
        ["reserved"] = """
            survey
            | type | name | label |
            | integer | form | F |
            | integer | data | D |
            | integer | instance | I |
            | integer | meta | M |
            | integer | instanceID | I |
            | integer | family | Fam |
            | integer | wave | W |
            | integer | 1st | first |
            | integer | two words | w |
            | integer | é | accent |
            | integer | select | sql |
            """,
        ["calc chain"] = """
            survey
            | type | name | label | calculation | relevant |
            | calculate | c | | ${b} + 1 | |
            | calculate | b | | ${a} * 2 | |
            | integer | a | A | | |
            | note | n | Your total is ${c}, from ${a} | | ${c} > 3 |
            """,
        ["filters across groups"] = """
            survey
            | type | name | label | choice_filter |
            | begin group | g1 | Where | |
            | select_one county | county | County | |
            | end group | | | |
            | begin group | g2 | Then | |
            | select_one town | town | Town | county=${county} |
            | select_one town | town2 | Town two | county = ${county} and name != ${town} |
            | end group | | | |
            choices
            | list_name | name | label | county |
            | county | norfolk | Norfolk | |
            | county | suffolk | Suffolk | |
            | town | cromer | Cromer | norfolk |
            | town | ipswich | Ipswich | suffolk |
            """,
        ["or_other many lists"] = """
            survey
            | type | name | label::English | label::French |
            | select_one yn or_other | a | A | Aa |
            | select_one yn | b | B | Bb |
            choices
            | list_name | name | label::English | label::French |
            | yn | yes | Yes | Oui |
            | yn | other | Something else | Autre |
            """,
        ["rtl"] = """
            survey
            | type | name | label::English (en) | label::العربية (ar) | hint::العربية (ar) |
            | integer | age | How old? | كم عمرك؟ | بالسنوات |
            | select_one yn | ok | OK? | ‏حسنا؟ | |
            choices
            | list_name | name | label::English (en) | label::العربية (ar) |
            | yn | نعم | Yes | نعم |
            | yn | لا | No | لا |
            settings
            | form_title | default_language |
            | استبيان | العربية (ar) |
            """,
        ["long label"] = $"survey\n| type | name | label |\n| note | n | {new string('x', 40_000)} |\n| text | t | {string.Join(" ", Enumerable.Repeat("word", 3000))} |\n",
        ["numbers as text"] = """
            survey
            | type | name | label | default | constraint |
            | integer | a | A | '5 | . < '10' |
            | decimal | b | B | 1,5 | . >= 0,5 |
            | select_one n | c | C | 1.0 | |
            choices
            | list_name | name | label |
            | n | 1.0 | One |
            | n | 2.0 | Two |
            | n | 02 | Oh two |
            """,
        ["media columns"] = """
            survey
            | type | name | label | media::image | media::audio::English | image | bind::odk:length | body::accuracyThreshold |
            | integer | a | A | a.png | a.mp3 | | 5 | 10 |
            """,
        ["choices columns untidy"] = """
            survey
            | type | name | label |
            | select_one yn | a | A |
            | select_one nolabel | b | B |
            | select_one gone | c | C |
            choices
            | listname | value | Label | media::image | notes |
            | yn | yes | Yes | x.png | see |
            | yn | yes | Again | | |
            | yn | | Nameless | | |
            | nolabel | x | | | |
            | | orphan | O | | |
            """,
        ["group ends untidy"] = """
            survey
            | type | name | label |
            | begin group | | Without a name |
            | integer | a | A |
            | end group | wrong | |
            | begin repeat | r | R |
            | integer | b | B |
            | end group | | |
            """,
        ["end missing"] = """
            survey
            | type | name | label |
            | begin group | g | G |
            | integer | a | A |
            """,
        ["empty survey"] = """
            survey
            | type | name | label |
            choices
            | list_name | name | label |
            """,
        ["no name"] = """
            survey
            | type | name | label |
            | integer | | Age |
            | note | | Just text |
            | text | ${x} | odd |
            """,
        ["type unknown"] = """
            survey
            | type | name | label |
            | number | a | A |
            | selectone yn | b | B |
            | select_one | c | C |
            | select one yn | d | D |
            | multiple choice | e | E |
            | Text (short) | f | F |
            choices
            | list_name | name | label |
            | yn | yes | Yes |
            """,
        ["curly quotes and nbsp"] = """
            survey
            | type | name | label | relevant |
            | select_one yn | a | A | |
            | text | b | B | ${a} = “yes” |
            | text | c | C | selected(${a}, ‘no’) |
            | text | d | D | ${ a }='yes' AND ${b} != '' |
            | text | e | E | ${a} == 'yes' |
            | text | f | F | not ${a} = 'yes' |
            choices
            | list_name | name | label |
            | yn | yes | Yes |
            | yn | no | No |
            """,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
