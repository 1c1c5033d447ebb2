using System.Globalization;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.FocusGroups;

/// <summary>What both planning a group and changing its plan ask for, as typed.</summary>
public sealed class PlanFields
{
    public string Seats { get; set; } = "8";

    public TypedDate PlannedOn { get; set; } = new();

    public string Minutes { get; set; } = "90";

    public string FromAge { get; set; } = "11";

    public string ToAge { get; set; } = "17";

    public static PlanFields Of(GroupPlan plan) => new()
    {
        Seats = Text(plan.Seats), Minutes = Text(plan.Minutes), FromAge = Text(plan.FromAge), ToAge = Text(plan.ToAge), PlannedOn = plan.PlannedOn is { } day ? TypedDate.Of(day) : new(),
    };

    /// <summary>The plan with what was typed; faults are kept in <paramref name="typed"/>.</summary>
    public GroupPlan Read(GroupPlan plan, TypedFields typed) => plan with
    {
        Seats = Number(typed, Seats, "Typed.Seats", "Enter the number of seats."),
        Minutes = Number(typed, Minutes, "Typed.Minutes", "Enter how many minutes it takes."),
        PlannedOn = PlannedOn.IsEmpty ? null : typed.Read(PlannedOn.Read("Typed.PlannedOn", "planned day")),
        FromAge = plan.Kind == GroupKind.YoungPeople ? Number(typed, FromAge, "Typed.FromAge", "Enter the youngest age.") : plan.FromAge,
        ToAge = plan.Kind == GroupKind.YoungPeople ? Number(typed, ToAge, "Typed.ToAge", "Enter the oldest age.") : plan.ToAge,
    };

    /// <summary>Where a rule's faults stand on the page.</summary>
    public static (string, string)[] Places => [("seats", "Typed.Seats"), ("minutes", "Typed.Minutes"), ("plannedOn", "Typed.PlannedOn"), ("fromAge", "Typed.FromAge")];

    internal static int Number(TypedFields typed, string? text, string field, string sentence)
    {
        if (int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        typed.Fault(field, sentence);
        return 0;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
