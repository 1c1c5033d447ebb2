using CsCheck;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Study.Kernel;

public sealed class DateTests
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 60_000].Select(days => new DateOnly(1900, 1, 1).AddDays(days));

    private static readonly Gen<PartialDate> Any = Gen.Select(Day, Gen.Int[0, 2], (day, precision) => precision switch
    {
        0 => (PartialDate)day,
        1 => new PartialDate(day.Year, day.Month),
        _ => new PartialDate(day.Year),
    });

    [Fact]
    public void A_partial_date_reads_back_from_its_text() => Any.Sample(date => Assert.Equal(date, PartialDate.Parse(date.ToString())));

    [Fact]
    public void The_earliest_day_is_the_first_and_the_latest_the_last_that_it_can_be() => Any.Sample(date =>
    {
        Assert.True(date.Earliest <= date.Latest);
        Assert.Equal(date.IsDay, date.Earliest == date.Latest);
        var precision = date.ToString().Length;
        string Text(DateOnly day) => ((PartialDate)day).ToString()[..precision];
        Assert.Equal((date.ToString(), date.ToString()), (Text(date.Earliest), Text(date.Latest)));
        Assert.NotEqual(date.ToString(), Text(date.Earliest.AddDays(-1)));
        Assert.NotEqual(date.ToString(), Text(date.Latest.AddDays(1)));
    });

    [Theory]
    [InlineData("2016-02-30")]
    [InlineData("2016-13")]
    [InlineData("2016-3-9")]
    [InlineData("16")]
    [InlineData("0000")]
    [InlineData("2016-00")]
    [InlineData("09/03/2016")]
    [InlineData("")]
    public void What_is_no_date_is_refused(string text) => Assert.False(PartialDate.TryParse(text, null, out _));

    [Fact]
    public void A_day_needs_its_month() => Assert.Throws<ArgumentOutOfRangeException>(() => new PartialDate(2016, 0, 9));

    [Fact]
    public void The_true_age_lies_between_the_least_and_the_most_and_they_differ_in_the_birth_month_only() => Gen.Select(Day, Day).Sample((born, on) =>
    {
        var (least, most) = new BirthMonth(born.Year, born.Month).AgeOn(on);
        Assert.InRange(Completed(born, on), least, most);
        Assert.Equal(on.Month == born.Month ? 1 : 0, most - least);
    });

    [Fact]
    public void Both_ages_are_met_by_some_day_of_the_birth_month() => Gen.Select(Day, Day).Sample((month, on) =>
    {
        if (on == new DateOnly(on.Year, on.Month, DateTime.DaysInMonth(on.Year, on.Month)) || on.Month == 2) return; // born on no later day of the month
        var ages = Enumerable.Range(1, DateTime.DaysInMonth(month.Year, month.Month)).Select(day => Completed(new(month.Year, month.Month, day), on)).ToList();
        Assert.Equal(new BirthMonth(month.Year, month.Month).AgeOn(on), (ages.Min(), ages.Max()));
    });

    [Fact]
    public void A_birth_month_reads_back_from_its_text_and_is_never_a_day_or_a_year() => Day.Sample(day =>
    {
        var month = new BirthMonth(day.Year, day.Month);
        Assert.Equal(month, BirthMonth.Parse(month.ToString()));
        Assert.False(BirthMonth.TryParse(((PartialDate)day).ToString(), null, out _));
        Assert.False(BirthMonth.TryParse($"{day.Year:0000}", null, out _));
    });

    [Fact]
    public void A_window_holds_both_its_ends_and_no_day_outside() => Gen.Select(Day, Gen.Int[0, 90], Gen.Int[0, 90]).Sample((opens, toTarget, toClose) =>
    {
        var window = new SosLongitudinal.Study.Kernel.Window(opens, opens.AddDays(toTarget), opens.AddDays(toTarget + toClose));
        Assert.True(window.Contains(window.Opens) && window.Contains(window.Target) && window.Contains(window.Closes));
        Assert.False(window.Contains(window.Opens.AddDays(-1)) || window.Contains(window.Closes.AddDays(1)));
    });

    // counted day by day of the birthdays, apart from the rule under test; 29 February counts from 1 March in other years
    private static int Completed(DateOnly born, DateOnly on)
    {
        var years = on.Year - born.Year;
        return (on.Month, on.Day).CompareTo((born.Month, born.Day)) < 0 ? years - 1 : years;
    }
}
