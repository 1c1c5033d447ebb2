using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Appointments.Away;

/// <summary>Days on which an interviewer is away.</summary>
public sealed class IndexModel(Absences absences, StudyFrames frames, TimeProvider clock) : PersonTask
{
    [BindProperty] public TypedDate First { get; set; } = new();

    [BindProperty] public TypedDate Last { get; set; } = new();

    public ImmutableArray<DiaryEntry> Absent { get; private set; } = [];

    public string TimeZone { get; private set; } = "";

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var (first, last) = (typed.Read(First.Read("First", "first day")), Last.IsEmpty ? default : typed.Read(Last.Read("Last", "last day")));
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        var set = await absences.Set(DiaryOwner.Person($"{Interviewer.Key}"), first, Last.IsEmpty ? first : last, Stamp());
        if (set is Decision<DateOnly>.Refused) Operation = OperationId.New().ToString();
        return await Answer(set.At(), _ => Done("The leave is put down.", AppointmentsLinks.Away($"{Interviewer.Key}")));
    }

    public async Task<IActionResult> OnPostLift(DiaryMonth month, OperationId away)
    {
        await absences.Lift(new(DiaryOwner.Person($"{Interviewer.Key}"), month), away, Stamp());
        return Done("The leave is taken back.", AppointmentsLinks.Away($"{Interviewer.Key}"));
    }

    public DateOnly DayOf(DateTimeOffset at) => LocalTimes.Day(TimeZone, at);

    protected override async Task Load()
    {
        var design = (await frames.Current()).Design;
        TimeZone = design.TimeZone;
        Absent = await absences.From(DiaryOwner.Person($"{Interviewer.Key}"), design.Today(clock.GetUtcNow()), months: 13);
    }
}
