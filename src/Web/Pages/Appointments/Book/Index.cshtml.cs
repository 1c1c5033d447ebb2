using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Appointments.Book;

/// <summary>Books an appointment with a family for one wave.</summary>
public sealed class IndexModel : PlanTask
{
    [FromRoute(Name = "wave")] public string WaveText { get; set; } = "";

    public WaveDesign Wave { get; private set; } = null!;

    protected override WaveCode WaveOf => Wave.Code;

    public async Task OnGet()
    {
        await Load();
        var suggested = Family.Assignments.LastOrDefault(a => a.Wave == Wave.Code)?.Interviewer ?? InterviewerBefore.Of(Family, Frame.Design, Wave.Code)?.Interviewer;
        Interviewer = Interviewers.Any(i => i.Value == suggested) ? suggested! : "";
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        var typed = new TypedFields();
        if (Read(typed) is not { } plan) return await ReturnPageWithTyped(typed.Refusal!);
        return await Booked(await Bookings.Book(Family.Id, plan, Stamp()), $"Booked for {plan.Start.Words(Frame.Design.TimeZone)}.");
    }

    protected override bool Fits(FamilyState family)
    {
        if (!WaveCode.TryParse(WaveText, null, out var code) || Frame.Design.Wave(code) is not { } wave) return false;
        Wave = wave;
        return true;
    }
}
