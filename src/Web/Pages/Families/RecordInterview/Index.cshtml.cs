using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.RecordInterview;

/// <summary>Records a wave's interview: its visits, who was asked, in which language and who else was there.</summary>
public sealed class IndexModel : WaveTask
{
    [BindProperty] public List<VisitRow> Visits { get; set; } = [];

    [BindProperty] public string Respondent { get; set; } = "";

    [BindProperty] public string Interviewer { get; set; } = "";

    [BindProperty] public string Language { get; set; } = "en";

    [BindProperty] public Interpreter Interpreter { get; set; }

    [BindProperty] public string OthersPresent { get; set; } = "";

    public InterviewOutcome Outcome => InterviewOutcomes.Of(Frame, Family, Wave.Code);

    public IEnumerable<Choice> Respondents => Family.Members.Where(m => m.Role != MemberRole.Teacher).Select(m => new Choice(m.Id.ToString(), m.LongWords()));

    public void OnGet()
    {
        var there = Family.InterviewAt(Wave.Code);
        Visits = [.. there?.Visits.Select(VisitRow.Of) ?? [], new()];
        Interviewer = there?.Interviewer ?? Family.Assignments.FirstOrDefault(a => a.Wave == Wave.Code)?.Interviewer ?? Person.Account.ToString();
        Respondent = (there?.Respondent ?? Family.MainRespondent(Wave.Code, Today)?.Id)?.ToString() ?? "";
        if (there is null) return;
        (Language, Interpreter, OthersPresent) = (there.Language, there.Interpreter, there.OthersPresent);
    }

    /// <summary>One more line for a visit; nothing is saved.</summary>
    public IActionResult OnPostMore()
    {
        Visits.Add(new());
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var visits = Visits.Select((row, i) => (row, i)).Where(v => !v.row.On.IsEmpty || v.row.Place.Length > 0).Select(v => v.row.Read(typed, $"Visits[{v.i}]")).ToImmutableArray();
        if (visits.IsEmpty) typed.Fault("Visits[0].On", "Enter at least one visit.");
        MemberId? respondent = MemberId.TryParse(Respondent, null, out var member) ? member : null;
        if (respondent is null) typed.Fault("Respondent", "Choose who was interviewed.");
        var interview = new Interview(visits, respondent, Interviewer.Trim(), Language.Trim(), Interpreter, OthersPresent.Trim());
        return await When(typed, async () => await Answer(
            (await Grains.Fieldwork(Family.Id).RecordInterview(Wave.Code, interview, Stamp())).At(("visits", "Visits[0].On")), $"The {Wave.Name} interview is recorded."));
    }
}
