using System.Globalization;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Appointments;

/// <summary>Slots in the words that people read.</summary>
public static class SlotWords
{
    public static string Words(this PartOfDay part) => part switch { PartOfDay.Morning => "Morning", PartOfDay.Afternoon => "Afternoon", _ => "Evening" };

    public static string? Words(this SlotOrder order) => order switch { SlotOrder.Before => "Met them last time", SlotOrder.Assigned => "Assigned to them", _ => null };

    /// <summary><c>Tuesday 3 March 2026, 14:30</c></summary>
    public static string Words(this DateTime local) => string.Create(CultureInfo.InvariantCulture, $"{local:dddd} {DateOnly.FromDateTime(local).Words()}, {local:HH:mm}");

    public static IEnumerable<Choice> Choices(this IEnumerable<Slot> slots, IReadOnlyDictionary<string, string> names) =>
        slots.Select(s => new Choice($"{s.Choice}", $"{s.Local.Words()} with {names.GetValueOrDefault(s.Choice.Interviewer, s.Choice.Interviewer)}{(s.Choice.Second is { } second ? $" and {names.GetValueOrDefault(second, second)}" : "")}", s.Order.Words()));
}
