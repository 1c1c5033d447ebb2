using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Families.AssignInterviewer;

/// <summary>Says who is to interview the family at a wave. From then on they may see how to reach it.</summary>
public sealed class IndexModel : WaveTask
{
    [BindProperty] public string Interviewer { get; set; } = "";

    [BindProperty] public TypedDate From { get; set; } = new();

    public ImmutableArray<Choice> Interviewers { get; private set; } = [];

    public async Task OnGet()
    {
        await Load();
        From = TypedDate.Of(Today);
        Interviewer = Family.Assignments.FirstOrDefault(a => a.Wave == Wave.Code)?.Interviewer ?? "";
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        var typed = new TypedFields();
        if (Interviewers.All(i => i.Value != Interviewer)) typed.Fault("Interviewer", "Choose the interviewer.");
        var from = typed.Read(From.Read("From", "first day"));
        return await When(typed, async () => await Answer((await Grains.Fieldwork(Family.Id).Assign(Wave.Code, Interviewer, from, Stamp())).At(), "The interviewer is assigned."));
    }

    protected override async Task Load() => Interviewers = await WhoIsWho.Choices((await Grains.Accounts().All())
        .Where(a => !a.IsClosed && a.Roles.HasFlag(Roles.Interviewer) && a.Sites.Covers(Family.Site)));
}
