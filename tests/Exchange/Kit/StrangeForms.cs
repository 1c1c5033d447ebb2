using System.Collections.Immutable;

namespace SosLongitudinal.Tests.Exchange.Kit;

/// <summary>Forms that use what devices, other programs and habits put into them, drawn by us.</summary>
internal static class StrangeForms
{
    public static readonly ImmutableSortedDictionary<string, string> All = new Dictionary<string, string>
    {
        ["columns twice"] = """
            survey
            | type | name | label | label | relevant | relevance |
            | integer | a | First | Second | | |
            | integer | b | | B2 | ${a} > 1 | ${a} > 2 |
            """,
        ["no label at all"] = """
            survey
            | type | name |
            | integer | a |
            """,
        ["sheet names"] = """
            Survey (2)
            | type | name | label |
            | integer | a | A |
            """,
        ["html and newline labels"] = """
            survey
            | type | name | label | hint |
            | note | n | <b>Bold</b> &amp; <span style="color:red">red</span> | **md** |
            """,
        ["yes no true"] = """
            survey
            | type | name | label | required | readonly | relevant |
            | integer | a | A | Yes | No | |
            | integer | b | B | TRUE() | FALSE | true() |
            | integer | c | C | 1 | 0 | 1 |
            | integer | d | D | x | | yes |
            """,
        ["languages mixed"] = """
            survey
            | type | name | label | label::French | label:Swahili (sw) | hint::English (en) |
            | integer | a | A | Aa | Ab | H |
            settings
            | default_language |
            | English (en) |
            """,
        ["position of repeats"] = """
            survey
            | type | name | label | repeat_count | calculation | relevant |
            | integer | n | N | | | |
            | begin_repeat | kid | Child ${n} | ${n} | | |
            | calculate | pos | | | position(..) | |
            | text | nm | Name of child ${pos} | | | |
            | integer | ag | Age of ${nm} | | | ${pos} > 1 |
            | end_repeat | | | | | |
            | calculate | oldest | | | max(${ag}) | |
            | calculate | first | | | indexed-repeat(${nm}, ${kid}, 1) | |
            | note | sum | ${first} ${oldest} | | | |
            """,
        ["nested repeat"] = """
            survey
            | type | name | label |
            | begin_repeat | hh | HH |
            | text | x | X |
            | begin_repeat | kid | Kid |
            | text | y | Y |
            | end_repeat | | |
            | end_repeat | | |
            """,
        ["settings odd"] = """
            survey
            | type | name | label |
            | integer | a | A |
            settings
            | form_title | form_id | version | style | public_key |
            | My Form! | My Form 2024 (final) | 2024-03-01 v3 | pages | abc |
            | Second | | | | |
            """,
        ["relative refs"] = """
            survey
            | type | name | label | relevant | calculation |
            | begin_group | g | G | | |
            | integer | a | A | | |
            | integer | b | B | ../a > 3 | |
            | calculate | c | | | /data/g/a + 1 |
            | end_group | | | | |
            | calculate | d | | | ${g/a} + ${ a } |
            """,
        ["newlines in expressions"] = """
            survey
            | type | name | label | relevant |
            | integer | a | A | |
            | integer | b | B | ${a} > 3
            """,
        ["functions of devices"] = """
            survey
            | type | name | label | calculation | relevant | default | appearance |
            | calculate | u | | once(uuid()) | | | |
            | calculate | p | | pulldata('x','y','z',${a}) | | | |
            | integer | a | A | | | ${last-saved#a} | search('x') |
            | calculate | r | | random() | | | |
            | calculate | n | | now() | | | |
            | text | t | T | | | today() | |
            | calculate | l | | instance('yn')/root/item[name=${s}]/label | | | |
            | select_one yn | s | S | | | no | |
            | calculate | jl | | jr:choice-name(${s}, '${s}') | | | |
            | calculate | jl2 | | jr:choice-name(${s},'${s}') | selected(${s}, 'yes') | | |
            | note | e | ${jl} ’s turn | | | | |
            choices
            | list_name | name | label |
            | yn | yes | Yes |
            | yn | no | No |
            """,
        ["randomize and trigger"] = """
            survey
            | type | name | label | parameters | trigger | calculation |
            | select_one yn | a | A | randomize=true, seed=3 | | |
            | dateTime | b | B | | ${a} | now() |
            | range | r | R | start=0;end=10;step=2 | | |
            | range | r2 | R | start = 1 end = 5 | | |
            choices
            | list_name | name | label |
            | yn | yes | Yes |
            | yn | no | No |
            """,
        ["entities and errors"] = """
            survey
            | type | name | label | relevant |
            | integer | a | #REF! | |
            | integer | b | B | #NAME? |
            | integer | c | C | =A1 |
            entities
            | list_name | label |
            | trees | ${a} |
            Notes
            | for | the | team |
            """,
        ["group tricks"] = """
            survey
            | type | name | label | relevant | appearance | repeat_count |
            | begin_group | grid | Rate | | table-list | |
            | select_one yn | a | A | | | |
            | select_one yn | b | B | | | |
            | end_group | grid | | | | |
            | begin_group | empty | Empty | ${a} = 'yes' | field-list | |
            | end_group | | | | | |
            | begin_repeat | rep | Rep | | | 3 |
            | text | t | T | | | |
            | end_repeat | rep | | | | |
            | begin_repeat | rep2 | Rep | | | count-selected(${a}) |
            | text | t | T | | | |
            | end_repeat | rep2 | | | | |
            choices
            | list_name | name | label |
            | yn | yes | Yes |
            | yn | no | No |
            """,
        ["filter with label and nested lists"] = """
            survey
            | type | name | label | choice_filter |
            | select_multiple f | a | A | |
            | select_one f | b | B | selected(${a}, name) |
            | select_one f | c | C | filter=1 or name='other' |
            | rank f | d | D | true() |
            choices
            | list_name | name | label | filter |
            | f | x y | X Y | 1 |
            | f | z | Z | 2 |
            | f | other | Other | 1 |
            """,
        ["big codes and negative"] = """
            survey
            | type | name | label |
            | select_one f | a | A |
            | select_one g | b | B |
            choices
            | list_name | name | label |
            | f | -99 | Refused |
            | f | 0 | Zero |
            | f | 100000 | Big |
            | g | 1 | One |
            | g | 1 | Uno |
            """,
        ["constraint and messages"] = """
            survey
            | type | name | label | constraint | constraint message | required | required message |
            | integer | a | A | .>=0 and .<=120 | 0 to 120 | yes | Say |
            | text | p | P | regex(., '^[0-9]{5}$') | five digits | ${a}>1 | |
            | date | d | D | . <= today() and . >= date('2000-01-01') | | | |
            | select_multiple f | m | M | not(selected(., 'none') and count-selected(.) > 1) | none alone | | |
            choices
            | list_name | name | label |
            | f | none | None |
            | f | x | X |
            """,
        ["hidden and readonly"] = """
            survey
            | type | name | label | readonly | default | calculation |
            | hidden | h | | | 5 | |
            | text | r | R | yes | abc | |
            | integer | c | C | yes | | ${h} + 1 |
            | acknowledge | k | Read | | | |
            | email | e | E | | | |
            | trigger | tr | T | | | |
            """,
        ["label only in other language"] = """
            survey
            | type | name | label::Français (fr) | label::English (en) | hint |
            | integer | a | Age | | years |
            | integer | b | | B | |
            """,
        ["tab separated group name"] = """
            survey
            | type | name | label |
            | begin	group | g | G |
            | select_one	yn | a | A |
            | end  group | | |
            choices
            | list_name | name | label |
            | yn | yes | Yes |
            """,
        ["names with dots dashes colon"] = """
            survey
            | type | name | label | relevant |
            | integer | a.b | A | |
            | integer | a-b | B | ${a.b} > 1 |
            | integer | a:b | C | ${a-b} > ${a.b} |
            | integer | _x | D | ${a:b} = 1 |
            | integer | a_b | E | ${_x} = 1 |
            """,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
