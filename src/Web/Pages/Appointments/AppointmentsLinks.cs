using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Families;

namespace SosLongitudinal.Web.Pages.Appointments;

/// <summary>Where the pages about appointments, rooms and working hours are.</summary>
public static class AppointmentsLinks
{
    public const string Agenda = "/appointments";
    public const string Calendar = "/appointments/calendar";
    public const string Roster = "/appointments/roster";
    public const string AddRoom = "/appointments/rooms/add";

    public static string OfFamily(FamilyId family) => $"{FamiliesLinks.Show(family)}#appointments";
    public static string Book(FamilyId family, WaveCode wave) => $"/families/{family}/appointments/book/{wave}";
    public static string Offer(FamilyId family, WaveCode wave) => $"/families/{family}/appointments/slots/{wave}";
    public static string Outcome(FamilyId family, int number) => $"{One(family, number)}/outcome";
    public static string Move(FamilyId family, int number) => $"{One(family, number)}/move";
    public static string Second(FamilyId family, int number, string? back = null) => $"{One(family, number)}/second{(back is null ? "" : $"?Back={Uri.EscapeDataString(back)}")}";
    public static string CheckIn(FamilyId family, int number) => $"{One(family, number)}/check-in";
    public static string SafeReturn(FamilyId family, int number, string? back = null) => $"{One(family, number)}/safe-return{(back is null ? "" : $"?Back={Uri.EscapeDataString(back)}")}";
    public static string Cancel(FamilyId family, int number) => $"{One(family, number)}/cancel";

    public static string Hours(string interviewer) => $"/appointments/interviewers/{Uri.EscapeDataString(interviewer)}/hours";
    public static string Away(string interviewer) => $"/appointments/interviewers/{Uri.EscapeDataString(interviewer)}/away";
    public static string Feed(string interviewer) => $"/appointments/interviewers/{Uri.EscapeDataString(interviewer)}/feed";
    public static string RoomFeed(RoomCode room) => $"/appointments/rooms/{room}/feed";
    public static string Room(RoomCode room) => $"/appointments/rooms/{room}";

    /// <summary>The agenda, narrowed; parts left out or empty do not narrow it.</summary>
    public static string AgendaFor(DateOnly from, int days, string? site = null, string? person = null, string? state = null) =>
        QueryHelpers.AddQueryString(Agenda, new KeyValuePair<string, string?>[]
        {
            new("Site", site), new("Who", person), new("From", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), new("Days", $"{days}"), new("State", state),
        }.Where(part => !string.IsNullOrEmpty(part.Value)));

    private static string One(FamilyId family, int number) => $"/families/{family}/appointments/{number}";
}
