using System.Collections.Immutable;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Web.Pages.Appointments;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Fieldwork.Due;

/// <summary>The first slots that are offered to a family of the worklist, or why there are none.</summary>
public sealed record DueOffer(ImmutableArray<Choice> Slots, string? None)
{
    private const int Shown = 4;

    public string First => Slots.IsEmpty ? "" : Slots[0].Value;

    public static DueOffer Of(SlotOffers offers, IReadOnlyDictionary<string, string> names) => new([.. offers.Slots.Take(Shown).Choices(names)], offers.None?.Sentence);
}
