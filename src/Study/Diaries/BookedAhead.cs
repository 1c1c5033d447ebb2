using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries;

public static class BookedAhead
{
    /// <summary>The local day of an appointment.</summary>
    public static DateOnly Day(this Appointment appointment, string timeZone) => LocalTimes.Day(timeZone, appointment.Plan.Start);

    /// <summary>The first appointment at the wave of which nobody has said what became; <c>null</c> where there is none.</summary>
    public static Appointment? OpenAppointment(this FamilyState family, WaveCode wave)
    {
        foreach (var a in family.Appointments) if (a.IsOpen && a.Plan.Wave == wave) return a;
        return null;
    }

    /// <summary>Whether the family is to be met at the wave today or later; a visit counts until its local day is over.</summary>
    public static bool IsBookedAhead(this FamilyState family, WaveCode wave, string timeZone, DateOnly today)
    {
        foreach (var a in family.Appointments) if (a.IsOpen && a.Plan.Wave == wave && a.Day(timeZone) >= today) return true;
        return false;
    }
}
