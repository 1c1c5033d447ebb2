using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Pages.Appointments;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Fieldwork.Plan;

/// <summary>A line of a plan as the page's form holds it: the wave and the slot; empty where the family is left out.</summary>
internal static class PlanLineText
{
    public static string Of(WaveCode wave, SlotChoice slot) => $"{wave}~{slot}";

    /// <summary>What can be chosen for a line: its own time first, then others, then none.</summary>
    public static IEnumerable<Choice> Choices(ProposedLine line, IReadOnlyDictionary<string, string> names) =>
        [.. line.Others.Prepend(line.Slot).Choices(names).Zip(line.Others.Prepend(line.Slot), (c, s) => c with { Value = Of(line.Family.Wave, s.Choice) }), new("", "Leave out")];

    /// <summary><c>null</c> where the line is left out or no line.</summary>
    public static PlanLine? Read(string family, string text, MeetingWish wish) =>
        FamilyId.TryParse(family, null, out var id) && text?.Split('~', 2) is [var wave, var slot] && WaveCode.TryParse(wave, null, out var code) && SlotChoice.TryParse(slot, null, out var choice)
            ? new(id, wish.At(code, choice.Interviewer, choice.Start))
            : null;
}
