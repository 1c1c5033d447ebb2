using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Appointments;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.FocusGroups.Book;

/// <summary>Books a group's session, or moves it: facilitators and room are held in the same diaries as interviews.</summary>
public sealed class IndexModel : GroupPage
{
    [BindProperty] public string Lead { get; set; } = "";

    [BindProperty] public string Second { get; set; } = "";

    [BindProperty] public VisitMode Mode { get; set; }

    [BindProperty] public string Room { get; set; } = "";

    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty] public string At { get; set; } = "";

    [BindProperty] public string Minutes { get; set; } = "";

    [BindProperty] public string Travel { get; set; } = "0";

    [BindProperty] public string Why { get; set; } = "";

    public ImmutableArray<Choice> People { get; private set; } = [];

    public ImmutableArray<Choice> RoomChoices { get; private set; } = [];

    public bool IsMove => Group.State == GroupState.Scheduled;

    protected override bool Fits(FocusGroup group) => group.IsToCome;

    protected override async Task Load()
    {
        People = await Facilitators.At(Grains, WhoIsWho, Plan.Site);
        RoomChoices = [.. (await Rooms()).Rooms.Where(r => r.Site == Plan.Site && !r.IsClosed).Select(r => new Choice($"{r.Code}", r.Name))];
    }

    public async Task OnGet()
    {
        await Load();
        Minutes = Plan.Minutes.ToString(CultureInfo.InvariantCulture);
        if (Plan.PlannedOn is { } day) On = TypedDate.Of(day);
        if (Group.Session is not { } session) return;
        var local = LocalTimes.Local(Zone, session.Start);
        (Lead, Second, Mode, Room) = (session.Facilitators[0], session.Facilitators.ElementAtOrDefault(1) ?? "", session.Mode, session.Room?.Text ?? "");
        (On, At) = (TypedDate.Of(DateOnly.FromDateTime(local)), TypedTime.Text(TimeOnly.FromDateTime(local)));
        (Minutes, Travel) = (session.Minutes.ToString(CultureInfo.InvariantCulture), session.Travel.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        var typed = new TypedFields();
        var (on, at) = (typed.Read(On.Read("On", "date")), typed.Read(TypedTime.Read(At, "At")));
        var (minutes, travel) = (PlanFields.Number(typed, Minutes, "Minutes", "Enter how many minutes it takes."), PlanFields.Number(typed, Travel, "Travel", "Enter the minutes of travel, or 0."));
        var start = typed.Refusal is null ? typed.Read(LocalTimes.At(Zone, on, at).At()) : default;
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        var room = Mode == VisitMode.FaceToFace && RoomCode.TryParse(Room, null, out var one) ? one : (RoomCode?)null;
        var session = new SessionPlan([.. new[] { Lead, Second }.Where(f => f.Length > 0)], start, minutes, room, travel, Mode);
        var decision = IsMove ? await Of<GroupBookings>().Move(Group.Id, session, Stamp(Why.Trim())) : await Of<GroupBookings>().Schedule(Group.Id, session, Stamp());
        if (decision is Decision<FocusGroup>.Refused) Operation = OperationId.New().ToString(); // what is sent next is another booking
        return await Answer(decision.At(("facilitators", "Lead"), ("on", "On"), ("at", "At")), group => Done($"Booked for {start.Words(Zone)}.", FocusGroupsLinks.Show(group.Id)));
    }
}
