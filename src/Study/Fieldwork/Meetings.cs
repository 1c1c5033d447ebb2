using SosLongitudinal.Study.Families;

namespace SosLongitudinal.Study.Fieldwork;

/// <summary>Who meets a family, or has met it.</summary>
public static class Meetings
{
    /// <summary>Assigned at any wave, at any appointment, or who held an interview: also after it is complete.</summary>
    public static bool HasMet(FamilyState family, string account) =>
        family.Assignments.Any(a => a.Interviewer == account) || family.Appointments.Any(a => a.Plan.Involves(account)) || family.Interviews.Any(i => i.Interview.Interviewer == account);
}
