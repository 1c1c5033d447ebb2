using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Fieldwork.Attempts;

namespace SosLongitudinal.Tests.Study.Fieldwork;

public sealed class ContactSafetyTests
{
    private static readonly DateTime Monday = new(2026, 3, 2, 10, 0, 0);

    private static string? Why(SafeContact safety, AttemptMode mode, DateTime? at = null, string? number = null, bool message = false, AttemptMode? next = null) =>
        ContactSafety.Fault(safety, new(mode, at ?? Monday, number, message) { Next = next })?.Code;

    [Theory]
    [InlineData(AttemptMode.Telephone, "safety.do-not-call")]
    [InlineData(AttemptMode.Video, "safety.do-not-call")]
    [InlineData(AttemptMode.Text, "safety.do-not-text")]
    [InlineData(AttemptMode.Letter, "safety.no-letters")]
    [InlineData(AttemptMode.Visit, "safety.do-not-visit")]
    [InlineData(AttemptMode.Email, "safety.do-not-email")]
    [InlineData(AttemptMode.Worker, null)]
    public void Each_flag_forbids_its_own_way(AttemptMode mode, string? code)
    {
        Assert.Equal(code, Why(new() { DoNotCall = true, DoNotText = true, DoNotEmail = true, NoLetters = true, DoNotVisit = true }, mode));
        Assert.Null(Why(new(), mode));
    }

    [Fact]
    public void A_next_step_that_is_forbidden_is_refused_before_anybody_is_sent() => Assert.Equal("safety.do-not-visit", Why(new() { DoNotVisit = true }, AttemptMode.Telephone, next: AttemptMode.Visit));

    [Theory]
    [InlineData("01632 960001")]
    [InlineData("+44 1632 960001")]
    [InlineData("0044 (0)1632 960-001")]
    public void A_number_is_the_same_however_it_is_written(string typed) => Assert.Equal("safety.number", Why(new() { UnsafeNumbers = ["(01632) 960 001"] }, AttemptMode.Telephone, number: typed));

    [Fact]
    public void Another_number_is_not_forbidden_and_a_message_is_where_none_may_be_left()
    {
        Assert.Null(Why(new() { UnsafeNumbers = ["01632 960001"] }, AttemptMode.Telephone, number: "01632 960002"));
        Assert.Equal("safety.no-messages", Why(new() { NoMessages = true }, AttemptMode.Telephone, message: true));
        Assert.Null(Why(new() { NoMessages = true }, AttemptMode.Telephone));
    }

    [Theory]
    [InlineData(9, 0, null)]
    [InlineData(14, 59, null)]
    [InlineData(15, 0, "safety.hours")]
    [InlineData(8, 59, "safety.hours")]
    public void Outside_the_safe_hours_nobody_calls(int hour, int minute, string? code) =>
        Assert.Equal(code, Why(new() { Hours = [SafeHours.Read("Mon-Fri 9:00-15:00")!] }, AttemptMode.Telephone, new DateTime(2026, 3, 2, hour, minute, 0)));

    [Fact]
    public void A_letter_may_be_posted_at_any_hour() => Assert.Null(Why(new() { Hours = [SafeHours.Read("Sat 10-12")!] }, AttemptMode.Letter));

    [Theory]
    [InlineData("Mon-Fri 9:00-15:00", "Mon-Fri 9:00-15:00")]
    [InlineData("sat 10-12.30", "Sat 10:00-12:30")]
    [InlineData("daily 8:00-20:00", "Daily 8:00-20:00")]
    [InlineData("Fri-Mon 9:00-15:00", null)]
    [InlineData("Mon 15:00-9:00", null)]
    [InlineData("weekdays before three", null)]
    public void Safe_hours_are_read_as_they_are_written(string line, string? read) => Assert.Equal(read, SafeHours.Read(line)?.ToString());
}
