using System.Globalization;
using Humanizer;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Fieldwork;

/// <summary>Where a day lies in a window: <c>opens in 3 weeks</c>, <c>closes in 5 days</c>, <c>closed yesterday</c>.</summary>
public static class WindowWords
{
    /// <summary>A week or two is said in days; longer spans in weeks, months, years.</summary>
    private const int SaidInDays = 14;

    public static string When(this Window window, DateOnly today) =>
        today < window.Opens ? $"opens {Ahead(window.Opens.DayNumber - today.DayNumber)}"
        : today <= window.Closes ? $"closes {Ahead(window.Closes.DayNumber - today.DayNumber)}"
        : $"closed {Ago(today.DayNumber - window.Closes.DayNumber)}";

    private static string Ahead(int days) => days switch { 0 => "today", 1 => "tomorrow", _ => $"in {Span(days)}" };

    private static string Ago(int days) => days == 1 ? "yesterday" : $"{Span(days)} ago";

    private static string Span(int days) => days <= SaidInDays ? "day".ToQuantity(days) : TimeSpan.FromDays(days).Humanize(culture: CultureInfo.InvariantCulture, maxUnit: TimeUnit.Year);
}
