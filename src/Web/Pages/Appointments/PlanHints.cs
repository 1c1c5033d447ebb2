using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Appointments;

/// <summary>What is good to know before an appointment is chosen.</summary>
internal static class PlanHints
{
    public static IEnumerable<string> Of(StudyFrame frame, FamilyState family, WaveDesign wave, InterviewerBefore? before, IEnumerable<AccountLine> people, NameList called, DateOnly today)
    {
        if (family.NeedsTwo) yield return "Two people go to this family wherever it is met in person: name a second interviewer for a visit.";
        if (before is not null)
        {
            var name = called.Of(before.Interviewer);
            yield return people.All(p => $"{p.Key}" != before.Interviewer)
                ? $"{name} met them at {before.Wave.Name} and has no interviewer's account for this site now."
                : $"{name} met them at {before.Wave.Name}. Where it can be had, keep the same interviewer.";
        }
        var due = DueList.Of(frame, family, wave, Track.Interview, today);
        if (due.Window is { } window) yield return $"The {wave.Name} window is {window.Opens.Words()} to {window.Closes.Words()}.";
    }
}
