using System.Collections.Immutable;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sheets;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Sheets;

/// <summary>Whom a sheet is about: those who are named, or those that an interviewer meets or has still to see. An interviewer has sheets of their own families only.</summary>
public sealed class SheetFamilies(AgendaRegisters agenda, FieldworkRegisters fieldwork, FamilyRegisters families, StudyFrames frames, IGrainFactory grains)
{
    public async Task<Decision<ImmutableArray<FamilyState>>> Of(SheetWish wish, Person person)
    {
        var ids = wish.Families is { IsDefaultOrEmpty: false } named && wish.Kind != SheetKind.Day ? named.Distinct() : await Found(wish, person);
        var found = new List<FamilyState>();
        foreach (var id in ids.Take(SheetRules.MostFamilies + 1))
        {
            if (await grains.Family(id).Read() is not { } family || !person.MaySee(family.Site) || (person.IsOnlyInterviewer() && !IsTheirs(family, $"{person.Account}")))
                return SheetWishRefusals.NotThere(id).At("families");
            if (family.ErasedOn is null) found.Add(family);
        }
        return found.ToImmutableArray();
    }

    /// <summary>The appointments of an interviewer's day that may still take place or have.</summary>
    public async Task<ImmutableArray<AgendaRow>> Day(string interviewer, DateOnly on, Person person)
    {
        var zone = (await frames.Current()).Design.TimeZone;
        var page = await agenda.Agenda(new() { Scope = person.Scope(), Person = interviewer, From = LocalTimes.Start(zone, on), Until = LocalTimes.Start(zone, on.AddDays(1)), Take = SheetRules.MostFamilies });
        return [.. page.Rows.Where(r => r.Appointment.State != AppointmentState.Cancelled)];
    }

    private async Task<IEnumerable<FamilyId>> Found(SheetWish wish, Person person)
    {
        if (wish.Kind is SheetKind.Visit or SheetKind.Day)
            return wish is { Interviewer: { } interviewer, On: { } on } ? (await Day(interviewer, on, person)).Where(r => wish.Kind == SheetKind.Day || r.Appointment.IsOpen).Select(r => r.Family).Distinct() : [];
        if (wish is not { Interviewer: { } of, Wave: { } wave }) return [];
        if (wish.Kind == SheetKind.Attempts) return (await fieldwork.ToTry(new(TryState.Now) { Scope = person.Scope(), Wave = wave, Interviewer = of, Take = SheetRules.MostFamilies })).Rows.Select(r => r.Family);
        var page = await families.Find(new() { Scope = person.Scope(), Wave = wave, Interviewer = of, Due = [DueState.Open, DueState.ClosingSoon, DueState.Overdue], Order = FamilyOrder.Closes, Take = SheetRules.MostFamilies });
        return page.Rows.Select(r => r.Family.Id);
    }

    private static bool IsTheirs(FamilyState family, string account) => family.Assignments.Any(a => a.Interviewer == account) || family.Appointments.Any(a => a.Plan.Involves(account));
}

internal static class SheetWishRefusals
{
    public static Refusal NotThere(FamilyId family) => new("sheet.family", $"There is no family {family} for whom you can print this.", RefusalKind.NotFound);
}
