using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Web.Kit;

/// <summary>Interviewers and appointments, where a test does not care which.</summary>
public static class BookedStudy
{
    /// <summary>An interviewer whom no other test books.</summary>
    public static async Task<string> Interviewer(this RunningStudy study, SiteCode? site = null) =>
        (await study.AddAccount($"i{Guid.NewGuid().ToString()[..8]}@study.example", Roles.Interviewer, SiteScope.Of(site ?? RunningStudy.OwnSite))).ToString();

    public static async Task<Appointment> Appointment(this RunningStudy study, FamilyState family, string interviewer, DateOnly on, string at = "10:00", RoomCode? room = null)
    {
        var start = OpenedStudy.Accepted(LocalTimes.At("Europe/London", on, TimeOnly.Parse(at, null)));
        var plan = new AppointmentPlan(OpenedStudy.T1, VisitMode.FaceToFace, interviewer, start, 60, 0, room);
        return OpenedStudy.Accepted(await study.Services.GetRequiredService<Bookings>().Book(family.Id, plan, OpenedStudy.Stamp())).Appointments[^1];
    }
}
