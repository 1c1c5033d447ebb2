using System.Globalization;
using SosLongitudinal.Study.Diaries;

namespace SosLongitudinal.Tests.Study.Diaries;

public sealed class LocalTimesTests
{
    [Theory]
    [InlineData("2026-11-23T02:59:00Z", "03:00", "2026-11-23T03:00:00Z")]
    [InlineData("2026-11-23T03:00:00Z", "03:00", "2026-11-24T03:00:00Z")] // that very instant is no longer to come
    [InlineData("2026-03-28T23:00:00Z", "03:00", "2026-03-29T02:00:00Z")] // the night on which clocks go forward
    [InlineData("2026-10-24T23:00:00Z", "03:00", "2026-10-25T03:00:00Z")] // and back
    [InlineData("2026-03-28T23:00:00Z", "01:30", "2026-03-29T01:00:00Z")] // jumped over: as soon as they have jumped
    [InlineData("2026-10-25T00:30:00Z", "01:30", "2026-10-26T01:30:00Z")] // shown twice: not a second time
    public void A_time_of_day_comes_once_a_day_whatever_the_clocks_do(string after, string time, string next) =>
        Assert.Equal(At(next), LocalTimes.Next("Europe/London", At(after), TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
