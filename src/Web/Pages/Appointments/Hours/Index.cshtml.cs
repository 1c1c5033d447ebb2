using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Appointments.Hours;

/// <summary>One day of the week as typed; both times empty: no working day.</summary>
public sealed class TypedDay
{
    public string From { get; set; } = "";

    public string To { get; set; } = "";
}

/// <summary>When and how much an interviewer works.</summary>
public sealed class IndexModel(IGrainFactory grains) : PersonTask
{
    /// <summary>Monday first.</summary>
    public static readonly ImmutableArray<DayOfWeek> Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    [BindProperty] public List<TypedDay> Days { get; set; } = [];

    [BindProperty] public string WeeklyLimit { get; set; } = "";

    public async Task OnGet()
    {
        var terms = (await grains.Roster().Read()).TermsOf($"{Interviewer.Key}");
        Days = [.. Week.Select(day => terms.On(day) is { } hours ? new TypedDay { From = TypedTime.Text(hours.From), To = TypedTime.Text(hours.To) } : new TypedDay())];
        WeeklyLimit = terms.WeeklyLimit?.ToString(CultureInfo.InvariantCulture) ?? "";
    }

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        while (Days.Count < Week.Length) Days.Add(new());
        var hours = ImmutableArray.CreateBuilder<DayHours>();
        for (var i = 0; i < Week.Length; i++)
        {
            if (Days[i].From.Trim().Length == 0 && Days[i].To.Trim().Length == 0) continue;
            hours.Add(new(Week[i], typed.Read(TypedTime.Read(Days[i].From, $"Days[{i}].From")), typed.Read(TypedTime.Read(Days[i].To, $"Days[{i}].To"))));
        }
        int? limit = null;
        if (WeeklyLimit.Trim().Length > 0)
        {
            if (int.TryParse(WeeklyLimit.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var most)) limit = most;
            else typed.Fault("WeeklyLimit", RosterRefusals.Limit.Sentence);
        }
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        var decision = await grains.Roster().SetTerms(new($"{Interviewer.Key}", hours.ToImmutable(), limit), Stamp());
        return await Answer(decision.At([.. Week.Select((day, i) => ($"{day}", $"Days[{i}].To"))]), _ => Done($"{Interviewer.Name}'s hours are saved.", AppointmentsLinks.Roster));
    }
}
