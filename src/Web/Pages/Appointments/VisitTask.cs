using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Api.Safety;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Appointments;

/// <summary>A page on which somebody says what is known of those who went to an appointment. An interviewer says so of their own.</summary>
public abstract class VisitTask : FamilyTask
{
    [FromRoute(Name = "number")] public int Number { get; set; }

    /// <summary>Left out by the buttons of a list: now.</summary>
    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty] public string At { get; set; } = "";

    /// <summary>Where to go once it is saved; the family's page without.</summary>
    [BindProperty(SupportsGet = true)] public string Back { get; set; } = "";

    public Appointment Appointment { get; private set; } = null!;

    public int Margin { get; private set; }

    public string Leave => Url.IsLocalUrl(Back) ? Back : AppointmentsLinks.OfFamily(Family.Id);

    public string ExpectedBack => TypedTime.Text(TimeOnly.FromDateTime(Local(VisitWatch.ExpectedBack(Appointment, Margin))));

    public async Task OnGet()
    {
        await Load();
        var now = Local(Stamp().At);
        (On, At) = (TypedDate.Of(DateOnly.FromDateTime(now)), TypedTime.Text(TimeOnly.FromDateTime(now)));
    }

    protected override async Task Load() => Margin = await HttpContext.RequestServices.GetRequiredService<OverdueDesk>().Margin();

    /// <summary>The instant as typed; where nothing was, the moment at which it was sent.</summary>
    protected DateTimeOffset Instant(TypedFields typed)
    {
        if (On.IsEmpty && At.Length == 0) return Stamp().At;
        var (on, time) = (typed.Read(On.Read("On", "date")), typed.Read(TypedTime.Read(At, "At")));
        if (typed.Refusal is not null) return default;
        var now = Stamp().At;
        if (Local(now) is var local && DateOnly.FromDateTime(local) == on && TimeOnly.FromDateTime(local) is var clock && clock.Hour == time.Hour && clock.Minute == time.Minute) return now; // to the second
        return typed.Read(LocalTimes.At(Frame.Design.TimeZone, on, time).At());
    }

    protected override bool Fits(FamilyState family)
    {
        Appointment = family.Appointment(Number)!;
        return Appointment is not null && Person.MayTend(Appointment);
    }

    private DateTime Local(DateTimeOffset at) => LocalTimes.Local(Frame.Design.TimeZone, at);
}
