using Microsoft.Playwright;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Web.Kit;

/// <summary>The mouse over a week that the calendar has drawn.</summary>
internal static class CalendarMouse
{
    /// <summary>Picks a family's appointment up and holds it over the same time of another day, some pixels lower.</summary>
    public static async Task Drag(this IPage page, FamilyId family, DateOnly to, int lower)
    {
        var drawn = page.Locator(".fc-timegrid-event", new() { HasText = $"{family}" });
        await drawn.ScrollIntoViewIfNeededAsync();
        var from = await drawn.BoundingBoxAsync() ?? throw new InvalidOperationException("The appointment is not drawn.");
        var (x, y) = (from.X + from.Width / 2, from.Y + 12);
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + 20, y, new() { Steps = 4 });
        await page.HoldOver(to, y + lower);
    }

    /// <summary>Holds what was picked up over a day, so far down the window.</summary>
    public static async Task HoldOver(this IPage page, DateOnly day, float y)
    {
        var column = await page.Locator($"td.fc-timegrid-col[data-date='{day:yyyy-MM-dd}']").BoundingBoxAsync() ?? throw new InvalidOperationException("The day is not drawn.");
        await page.Mouse.MoveAsync(column.X + column.Width / 2, y, new() { Steps = 12 });
    }

    /// <summary>How far down the window a time of day stands, such as <c>12:30</c>.</summary>
    public static async Task<float> HeightOf(this IPage page, string time) =>
        (await page.Locator($"td.fc-timegrid-slot-lane[data-time='{time}:00']").BoundingBoxAsync() ?? throw new InvalidOperationException($"{time} is not drawn.")).Y + 12;
}
