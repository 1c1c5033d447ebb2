namespace SosLongitudinal.Tests.Study.Logic;

/// <summary>The dialect by example. The trial form is filled in on 15 March 2016 at 14:30: age 7, born 2009-03-20, consent yes, tools map and words, two children of 4 and 9.</summary>
public sealed class DialectTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7"), InlineData("(1 + 2) * 3", "9"), InlineData("7 div 2", "3.5"), InlineData("7 mod 2", "1"), InlineData("-${age} + 1", "-6"), InlineData("- - 2", "2"), InlineData("0.1 + 0.2", "0.3"), InlineData("1 div 0", "not-stated")]
    [InlineData("${age} > 5 and ${age} <= 7", "true"), InlineData("${age}!=7 or false()", "false"), InlineData("not(${age} = 7)", "false"), InlineData("${ age }", "7")]
    [InlineData("/data/plain/age + ../age + ./../age", "21"), InlineData("current()/../age", "7")]
    public void Numbers_and_conditions(string expression, string result) => Assert.Equal(result, Trial.Of(expression));

    [Theory]
    [InlineData("${blank} + 1", "not-stated"), InlineData("${blank} > 0", "false"), InlineData("not(${blank} > 0)", "true"), InlineData("${blank} = ''", "true"), InlineData("${blank} != ''", "false"), InlineData("${age} = ''", "false")]
    [InlineData("${refused} = ''", "true"), InlineData("string-length(${refused})", "0"), InlineData("coalesce(${refused}, 5) + 1", "6"), InlineData("coalesce(${age}, 5)", "7"), InlineData("coalesce(${nodate}, ${born})", "2009-03-20")]
    [InlineData("${nodate} < today()", "false"), InlineData("${nodate} = ''", "true"), InlineData("boolean(${blank})", "false"), InlineData("if(${blank} > 1, 'a', '')", "not-stated")]
    public void What_is_missing_is_empty(string expression, string result) => Assert.Equal(result, Trial.Of(expression));

    [Theory]
    [InlineData("${born} < today()", "true"), InlineData("${born} = '2009-03-20'", "true"), InlineData("'2009-03-20' != ${born}", "false"), InlineData("${born} > date('2010-01-01')", "false"), InlineData("${born} <= '2009-03-20'", "true")]
    [InlineData("today()", "2016-03-15"), InlineData("now()", "2016-03-15T14:30"), InlineData("date(today() + 7)", "2016-03-22"), InlineData("date(${born} - 1)", "2009-03-19"), InlineData("today() - ${born}", "2552"), InlineData("int((today() - ${born}) div 365.25)", "6")]
    [InlineData("date('2016-02-29') + 1 = date('2016-03-01')", "true"), InlineData("date(0)", "1970-01-01"), InlineData("date(now())", "2016-03-15"), InlineData("date-time('2016-03-01T09:30') = ${seen}", "true"), InlineData("${seen} < now()", "true")]
    [InlineData("decimal-date-time(${seen})", "16861.3958333333"), InlineData("decimal-time('12:00')", "0.5"), InlineData("decimal-time(${began}) > 0.5", "true"), InlineData("${began} < '15:00'", "true"), InlineData("string(${born})", "2009-03-20"), InlineData("number(${born})", "14323")]
    [InlineData("format-date(${born}, '%d/%m/%Y')", "20/03/2009"), InlineData("format-date(today(), '%e %b %y, %a')", "15 Mar 16, Tue"), InlineData("format-date-time(now(), '%H:%M:%S')", "14:30:00"), InlineData("format-date(${nodate}, '%Y')", "not-stated")]
    [InlineData("if(${age} > 5, ${born}, today())", "2009-03-20"), InlineData("max(${born}, today())", "2016-03-15"), InlineData("concat('on ', ${born})", "on 2009-03-20"), InlineData("concat(date('2016-01-31') )", "2016-01-31")]
    public void Dates_and_times(string expression, string result) => Assert.Equal(result, Trial.Of(expression));

    [Theory]
    [InlineData("${consent} = 'yes'", "true"), InlineData("${consent} = 1", "false"), InlineData("${score} = 2", "true"), InlineData("${score} = '2'", "true"), InlineData("${score} * 10", "20"), InlineData("sum(${score})", "2")]
    [InlineData("selected(${tools}, 'map')", "true"), InlineData("selected(${tools}, 'houses')", "false"), InlineData("not(selected(${consent}, 'no'))", "true"), InlineData("count-selected(${tools})", "2"), InlineData("count-selected(${blank})", "0")]
    [InlineData("selected-at(${tools}, 1)", "words"), InlineData("selected-at(${tools}, 5)", "not-stated"), InlineData("selected-at(${rank}, 0)", "words"), InlineData("string(${tools})", "map words")]
    [InlineData("jr:choice-name(${consent}, '${consent}')", "Yes"), InlineData("jr:choice-name(selected-at(${tools}, 0), '${tools}')", "Mapping"), InlineData("jr:choice-name('bs', '${county}')", "Bristol")]
    [InlineData("instance('counties')/root/item[name = ${county}]/label", "Suffolk"), InlineData("count(instance('counties')/root/item[region = 'east'])", "2"), InlineData("instance('counties')/root/item[region = 'west' and name != ${county}]/name", "bs")]
    public void Choices(string expression, string result) => Assert.Equal(result, Trial.Of(expression));

    [Theory]
    [InlineData("concat(${who}, '!', ${age})", "Anna  Bell!7"), InlineData("normalize-space(${who})", "Anna Bell"), InlineData("string-length(${who})", "10"), InlineData("substr(${who}, 6)", "Bell"), InlineData("substr(${who}, 0, 4)", "Anna"), InlineData("substr(${who}, -4)", "Bell")]
    [InlineData("contains(${who}, 'Bell')", "true"), InlineData("starts-with(${who}, 'Anna')", "true"), InlineData("ends-with(${who}, 'Bell')", "true"), InlineData("translate('abc', 'abc', 'ABC')", "ABC"), InlineData("upper-case(lower-case('Éa'))", "ÉA"), InlineData("substring-before('a-b', '-')", "a"), InlineData("substring-after('a-b', '-')", "b")]
    [InlineData("regex(${who}, '[A-Z][a-z]+ +[A-Z][a-z]+')", "true"), InlineData("regex(${who}, 'Anna')", "false"), InlineData("regex('07700 900123', '^0\\d{4} \\d{6}$')", "true"), InlineData("regex('aa', '(?=a)a+')", "true")]
    [InlineData("string(1.50)", "1.5"), InlineData("string(true())", "true"), InlineData("concat(1 div 3)", "0.333333333333333"), InlineData("boolean-from-string('TRUE')", "true"), InlineData("boolean-from-string('no')", "false"), InlineData("join(', ', 'a', '', 'b')", "a, b"), InlineData("concat(\"it's\", '\"')", "it's\"")]
    public void Texts(string expression, string result) => Assert.Equal(result, Trial.Of(expression));

    [Theory]
    [InlineData("round(2.345, 2)", "2.35"), InlineData("round(-2.5)", "-2"), InlineData("round(2.5)", "3"), InlineData("round(1234, -2)", "1200"), InlineData("round(${blank}, 2)", "not-stated"), InlineData("int(-2.9)", "-2"), InlineData("floor(-2.1)", "-3"), InlineData("ceiling(2.1)", "3")]
    [InlineData("pow(2, 10)", "1024"), InlineData("sqrt(16)", "4"), InlineData("abs(-3)", "3"), InlineData("exp(0)", "1"), InlineData("log10(1000)", "3"), InlineData("log(1)", "0"), InlineData("round(sin(pi() div 2), 6)", "1"), InlineData("round(tan(0) + cos(0), 0)", "1")]
    [InlineData("number('12')", "12"), InlineData("number('x')", "not-stated"), InlineData("min(3, 1, ${blank})", "1"), InlineData("max(${age}, 3)", "7"), InlineData("checklist(1, 2, ${age} = 7, ${age} = 8)", "true"), InlineData("weighted-checklist(3, 9, ${age} = 7, 2, ${age} > 5, 1)", "true"), InlineData("weighted-checklist(3, -1, ${age} = 7, 2, ${age} = 8, 1)", "false"), InlineData("if(${age} = 7, if(${blank} = '', 3, 4), 5)", "3")]
    public void Functions_of_numbers(string expression, string result) => Assert.Equal(result, Trial.Of(expression));

    [Theory]
    [InlineData("sum(${kid})", "13"), InlineData("count(${child})", "2"), InlineData("count(${kid})", "2"), InlineData("max(${kid})", "9"), InlineData("min(${kid})", "4"), InlineData("count-non-empty(${kidname})", "2"), InlineData("join(' and ', ${kidname})", "Ann and Bo")]
    [InlineData("indexed-repeat(${kidname}, ${child}, 2)", "Bo"), InlineData("indexed-repeat(${kid}, ${child}, count(${child})) + 1", "10"), InlineData("indexed-repeat(${kid}, ${child}, 3)", "not-stated"), InlineData("sum(${kid} | ${age})", "20"), InlineData("sum(/data/child/kid)", "13"), InlineData("sum(${place})", "3"), InlineData("sum(${nextyear})", "15"), InlineData("sum(${blank})", "0")]
    public void Items_that_repeat(string expression, string result) => Assert.Equal(result, Trial.Of(expression));

    [Theory]
    [InlineData("${nothing} = 1", 1, "There is no item 'nothing'"), InlineData("${Age} = 1", 1, "Did you mean ${age}?"), InlineData("1 + ${kid}", 3, "has a value for each time of a repeating section"), InlineData("${plain} = 1", 1, "is a section")]
    [InlineData("random()", 1, "gives another value each time"), InlineData("1 + uuid()", 5, "gives another value each time"), InlineData("pulldata('a', 'b', 'c', 'd')", 1, "instance('list')"), InlineData("weighted-checklist(1, 2, true(), 1, false())", 1, "pairs of a condition and its weight"), InlineData("count-if(${kid}, 1)", 1, "take its sum()"), InlineData("countselected(${tools})", 1, "Did you mean count-selected()?"), InlineData("frobnicate(1)", 1, "not a function")]
    [InlineData("substr(${who})", 1, "takes 2 to 3 values, not 1"), InlineData("true(1)", 1, "nothing between its brackets"), InlineData("${age} == 7", 9, "Write one '='"), InlineData("${age} <> 7", 8, "Write != for 'is not'"), InlineData("${age} AND 1", 8, "small letters"), InlineData("(1 + 2", 7, "closing bracket"), InlineData("1 +", 4, "missing at the end")]
    [InlineData("'abc", 1, "not closed"), InlineData("${age", 1, "Add '}'"), InlineData("${age} = ‘x’", 10, "printer's quotation mark"), InlineData("age > 5", 1, "Write ${age} for an item"), InlineData("//age", 1, "searches the whole form"), InlineData("@age", 1, "Attributes"), InlineData("child::age", 6, "not taken here"), InlineData("../kid[1]", 4, "Square brackets")]
    [InlineData("${born} = 'yesterday'", 9, "is not a date"), InlineData("'a' + 1", 5, "not a number or a date"), InlineData("date('1 March 2016')", 1, "Write it as 2016-03-01"), InlineData("regex(${who}, '(')", 15, "pattern"), InlineData("format-date(${born}, '%Q')", 22, "no part of a date"), InlineData("instance('towns')/root/item/name", 1, "no choice list 'towns'"), InlineData("instance('counties')/root/item[colour = 'red']/name", 32, "column 'colour'")]
    [InlineData("${last-saved#age}", 1, "filled in before"), InlineData("position(${age})", 1, "Write position(..)"), InlineData("1 2", 3, "does not belong here"), InlineData("${age}/label", 7, "Nothing can follow")]
    public void What_cannot_be_used_says_where_and_what_to_do(string expression, int column, string part)
    {
        var said = Trial.Of(expression);
        Assert.StartsWith($"{column}: ", said, StringComparison.Ordinal);
        Assert.Contains(part, said, StringComparison.Ordinal);
    }
}
