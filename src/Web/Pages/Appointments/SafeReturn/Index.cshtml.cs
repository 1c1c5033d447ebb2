using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Appointments.SafeReturn;

/// <summary>What somebody may know of those who went. Names stand in the page's form.</summary>
public enum VisitNews { Back = 0, BackSecond = 1, BackOther = 2, ToldManager = 3, ToldPolice = 4 }

/// <summary>Says that they are back safe, or, by a coordinator, that they are not and who was told.</summary>
public sealed class IndexModel : VisitTask
{
    [BindProperty] public VisitNews? Known { get; set; }

    public IEnumerable<Choice> News
    {
        get
        {
            yield return new(nameof(VisitNews.Back), "Back safe: the interviewer said so");
            if (Appointment.Plan.Second is not null) yield return new(nameof(VisitNews.BackSecond), "Back safe: the second person said so");
            yield return new(nameof(VisitNews.BackOther), "Back safe: somebody else of the team said so");
            if (!Person.May("Api/Appointments/Raise")) yield break;
            yield return new(nameof(VisitNews.ToldManager), "Not back: the manager was told");
            yield return new(nameof(VisitNews.ToldPolice), "Not back: the police were told");
        }
    }

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var known = typed.Chosen(Known, "Known", VisitRefusals.Unchosen.Sentence);
        var (at, door) = (Instant(typed), Grains.Safety(Family.Id));
        if (typed.Refusal is null && News.All(n => n.Value != $"{known}")) typed.Fault("Known", VisitRefusals.Unchosen.Sentence);
        return await When(typed, async () => known switch
        {
            VisitNews.ToldManager => await Answer((await door.Raise(Number, AlarmTold.Manager, at, Stamp())).At(), _ => Done("Noted that the manager was told. Say here when they are back safe.", Leave)),
            VisitNews.ToldPolice => await Answer((await door.Raise(Number, AlarmTold.Police, at, Stamp())).At(), _ => Done("Noted that the police were told. Say here when they are back safe.", Leave)),
            _ => await Answer((await door.Return(Number, Said(known), at, Stamp())).At(), _ => Done("They are back safe.", Leave)),
        });
    }

    /// <summary>The button of a list names nobody: whoever went along says so of both.</summary>
    private SafeReport Said(VisitNews known) => known switch
    {
        VisitNews.BackSecond => SafeReport.SecondPerson,
        VisitNews.BackOther => SafeReport.SomebodyElse,
        _ => Appointment.Plan.Second == $"{Person.Account}" ? SafeReport.SecondPerson : SafeReport.Interviewer,
    };
}
