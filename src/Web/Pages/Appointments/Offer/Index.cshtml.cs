using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Appointments.Offer;

/// <summary>Offers a family the next times that fit, and books the one chosen.</summary>
public sealed class IndexModel(SlotFinder slots, Bookings bookings, Interviewers interviewers) : FamilyTask
{
    [FromRoute(Name = "wave")] public string WaveText { get; set; } = "";

    [BindProperty(SupportsGet = true)] public VisitMode Mode { get; set; }

    [BindProperty(SupportsGet = true)] public string Part { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Who { get; set; } = "";

    [BindProperty(SupportsGet = true)] public int? Minutes { get; set; }

    [BindProperty(SupportsGet = true)] public int? Travel { get; set; }

    [BindProperty] public string Slot { get; set; } = "";

    /// <summary>Where to go once it is booked; the family's page without.</summary>
    [BindProperty(SupportsGet = true)] public string Back { get; set; } = "";

    public WaveDesign Wave { get; private set; } = null!;

    public SlotOffers Offers { get; private set; } = null!;

    public ImmutableArray<Choice> People { get; private set; } = [];

    public IEnumerable<Choice> Times => Offers.Slots.Choices(People.ToDictionary(p => p.Value, p => p.Label));

    private MeetingWish Wish => new(Mode, Minutes ?? 60, Travel ?? MeetingWish.UsualTravel(Mode), null, Enum.TryParse<PartOfDay>(Part, out var part) && Enum.IsDefined(part) ? part : null, Who.Length > 0 ? Who : null);

    public async Task OnGet()
    {
        await Load();
        Slot = Offers.Slots is [var first, ..] ? $"{first.Choice}" : "";
    }

    public async Task<IActionResult> OnPost()
    {
        if (!SlotChoice.TryParse(Slot, null, out var choice)) return await ReturnPageWithTyped(SlotRefusals.Unchosen.At("Slot"));
        var decision = await bookings.Book(Family.Id, Wish.At(Wave.Code, choice.Interviewer, choice.Start, choice.Second), Stamp());
        if (decision is not Decision<FamilyState>.Refused { Why: var no }) return Done($"Family {Family.Id} is booked for {choice.Start.Words(Frame.Design.TimeZone)}.", Url.IsLocalUrl(Back) ? Back : AppointmentsLinks.OfFamily(Family.Id));
        Operation = OperationId.New().ToString(); // what is sent next is another booking
        return await ReturnPageWithTyped(no with { Faults = [new("Slot", no.Sentence)] });
    }

    protected override async Task Load()
    {
        People = await WhoIsWho.Choices(await interviewers.At(Family.Site));
        Offers = await slots.Of(Family, Wave, Wish, Stamp());
        (Minutes, Travel) = (Wish.Minutes, Wish.Travel);
    }

    protected override bool Fits(FamilyState family)
    {
        if (!WaveCode.TryParse(WaveText, null, out var code) || Frame.Design.Wave(code) is not { } wave) return false;
        Wave = wave;
        return true;
    }
}
