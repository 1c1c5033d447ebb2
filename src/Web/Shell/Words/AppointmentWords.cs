using System.Globalization;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>Appointments in the words that people read.</summary>
public static class AppointmentWords
{
    public static string Words(this AppointmentState state) => state switch
    {
        AppointmentState.Booked => "Booked",
        AppointmentState.Confirmed => "Confirmed",
        AppointmentState.Completed => "Took place",
        AppointmentState.NoShow => "Nobody there",
        _ => "Cancelled",
    };

    public static Tone Tone(this AppointmentState state) => state switch
    {
        AppointmentState.Booked => Components.Tone.Waiting,
        AppointmentState.Confirmed or AppointmentState.Completed => Components.Tone.Good,
        AppointmentState.NoShow => Components.Tone.Bad,
        _ => Components.Tone.Neutral,
    };

    public static string Words(this AskedBy asked) => asked switch
    {
        AskedBy.Family => "The family",
        AskedBy.Interviewer => "The interviewer",
        AskedBy.Coordinator => "The study",
        _ => "The social worker",
    };

    /// <summary>From when to when by the study's clocks: <c>14:30 to 15:30</c>.</summary>
    public static string Hours(this AppointmentPlan plan, string timeZone) => $"{Time(plan.Start, timeZone)} to {Time(plan.End, timeZone)}";

    public static string Where(this AppointmentPlan plan, Roster rooms) => plan switch
    {
        { Mode: not VisitMode.FaceToFace } => plan.Mode.Words(),
        { Room: { } room } => rooms.Room(room)?.Name ?? room.Text,
        _ => "At home",
    };

    public static string MovedWords(this Appointment appointment) => appointment.ProperMoves.Count() switch { 1 => "Moved once", 2 => "Moved twice", var many => $"Moved {many.ToString(CultureInfo.InvariantCulture)} times" };

    /// <summary>Working hours in short: <c>Mon to Fri 09:00-17:00, Sat 10:00-12:00</c>.</summary>
    public static string HoursWords(this WorkTerms terms)
    {
        var days = Enumerable.Range(1, 7).Select(d => (DayOfWeek)(d % 7)).Select(day => (Day: day, Hours: terms.On(day))).ToList();
        var runs = new List<(DayOfWeek First, DayOfWeek Last, DayHours Hours)>();
        foreach (var (day, hours) in days)
        {
            if (hours is not { } h) continue;
            if (runs is [.., var run] && ((int)run.Last + 1) % 7 == (int)day && (run.Hours.From, run.Hours.To) == (h.From, h.To)) runs[^1] = run with { Last = day };
            else runs.Add((day, day, h));
        }
        return runs.Count == 0 ? "No working days" : string.Join(", ", runs.Select(r => $"{Short(r.First)}{(r.First == r.Last ? "" : $" to {Short(r.Last)}")} {r.Hours.From:HH:mm}-{r.Hours.To:HH:mm}"));

        static string Short(DayOfWeek day) => $"{day}"[..3];
    }

    private static string Time(DateTimeOffset at, string timeZone) => LocalTimes.Local(timeZone, at).ToString("HH:mm", CultureInfo.InvariantCulture);
}
