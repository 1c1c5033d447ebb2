using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Appointments;

/// <summary>A page on which somebody says when, where and with whom a family is met.</summary>
public abstract class PlanTask : FamilyTask
{
    [BindProperty] public string Interviewer { get; set; } = "";

    [BindProperty] public string Second { get; set; } = "";

    [BindProperty] public VisitMode Mode { get; set; }

    [BindProperty] public string Room { get; set; } = "";

    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty] public string At { get; set; } = "";

    [BindProperty] public string Minutes { get; set; } = "60";

    [BindProperty] public string Travel { get; set; } = "0";

    public ImmutableArray<Choice> Interviewers { get; private set; } = [];

    public ImmutableArray<Choice> Rooms { get; private set; } = [];

    /// <summary>What is good to know before choosing: who met them before, when the window is open.</summary>
    public ImmutableArray<string> Hints { get; private set; } = [];

    protected abstract WaveCode WaveOf { get; }

    protected Bookings Bookings => HttpContext.RequestServices.GetRequiredService<Bookings>();

    protected override async Task Load()
    {
        var people = await HttpContext.RequestServices.GetRequiredService<RosterPeople>().At(Family.Site);
        var before = InterviewerBefore.Of(Family, Frame.Design, WaveOf);
        var wave = Frame.Design.Wave(WaveOf)!;
        Interviewers = [.. (await WhoIsWho.Choices(people)).OrderBy(p => p.Value != before?.Interviewer)
            .Select(p => p.Value == before?.Interviewer ? p with { Label = $"{p.Label}, met them at {before.Wave.Name}" } : p)];
        Rooms = [.. (await Grains.Roster().Read()).Rooms.Where(r => r.Site == Family.Site && !r.IsClosed).Select(r => new Choice($"{r.Code}", r.Name))];
        Hints = [.. PlanHints.Of(Frame, Family, wave, before, people, await WhoIsWho.List(), Today)];
    }

    protected void Show(AppointmentPlan plan)
    {
        var local = LocalTimes.Local(Frame.Design.TimeZone, plan.Start);
        (Interviewer, Second, Mode, Room) = (plan.Interviewer, plan.Second ?? "", plan.Mode, plan.Room?.Text ?? "");
        (On, At) = (TypedDate.Of(DateOnly.FromDateTime(local)), TypedTime.Text(TimeOnly.FromDateTime(local)));
        (Minutes, Travel) = (plan.Minutes.ToString(CultureInfo.InvariantCulture), plan.Travel.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The plan as typed; faults are kept in <paramref name="typed"/>.</summary>
    protected AppointmentPlan? Read(TypedFields typed)
    {
        if (Interviewers.All(i => i.Value != Interviewer)) typed.Fault("Interviewer", "Choose the interviewer.");
        var (on, at) = (typed.Read(On.Read("On", "date")), typed.Read(TypedTime.Read(At, "At")));
        var (minutes, travel) = (Number(typed, Minutes, "Minutes", "Enter how many minutes it takes."), Number(typed, Travel, "Travel", "Enter the minutes of travel, or 0."));
        var isVisit = Mode == VisitMode.FaceToFace;
        var start = typed.Refusal is null ? typed.Read(LocalTimes.At(Frame.Design.TimeZone, on, at).At()) : default;
        return typed.Refusal is null
            ? new(WaveOf, Mode, Interviewer, start, minutes, travel, isVisit && RoomCode.TryParse(Room, null, out var room) ? room : null, Second.Length == 0 ? null : Second)
            : null;
    }

    /// <summary>A refusal brings the page back under a new operation: what is sent next is another booking.</summary>
    protected async Task<IActionResult> Booked(Decision<FamilyState> decision, string done, string? back = null)
    {
        if (decision is Decision<FamilyState>.Refused) Operation = OperationId.New().ToString();
        return await Answer(decision.At(), family => Done(done, Url.IsLocalUrl(back) ? back! : AppointmentsLinks.OfFamily(family.Id)));
    }

    private static int Number(TypedFields typed, string text, string field, string sentence)
    {
        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        typed.Fault(field, sentence);
        return 0;
    }
}
