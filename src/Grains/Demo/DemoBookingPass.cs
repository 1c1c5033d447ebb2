using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Demo;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Demo;

/// <summary>
/// Books the visits of a demo's next working days, through the same door as a coordinator's; to be run once, when the demo is first served. Families that have
/// been tried come first; the others are left for whoever tries the demo.
/// </summary>
public sealed class DemoBookingPass(Bookings bookings, FamilyRegisters registers, AgendaRegisters agenda, IGrainFactory grains, StudyFrames frames, TimeProvider clock)
{
    private const int Visits = 8;
    private const int Minutes = 75;
    private const int Travel = 30;
    private static readonly TimeOnly[] Starts = [new(9, 30), new(12, 30), new(15, 0)];

    /// <summary>Where anything was ever booked, nothing is. Answers how many visits were.</summary>
    public async Task<int> Run(CancellationToken cancellation = default)
    {
        if ((await agenda.Agenda(new() { Take = 1 })).Total > 0) return 0;
        var design = (await frames.Current()).Design;
        var wave = design.Waves[1].Code;
        var due = await registers.Find(new() { Wave = wave, Due = [DueState.Open, DueState.ClosingSoon, DueState.Overdue], Order = FamilyOrder.Closes, Take = 200 });
        var (booked, day, slot) = (0, NextWorkingDay(design.Today(clock.GetUtcNow())), 0);
        foreach (var row in due.Rows.Where(r => r.Family.AttemptsAt(wave).Any()).Take(Visits))
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.Family.Assignments.LastOrDefault(a => a.Wave == wave) is not { } assigned) continue;
            if (LocalTimes.At(design.TimeZone, day, Starts[slot]) is not Decision<DateTimeOffset>.Accepted { Value: var start }) continue;
            var plan = new AppointmentPlan(wave, VisitMode.FaceToFace, assigned.Interviewer, start, Minutes, Travel);
            var stamp = new Stamp(new($"demo-visit-{row.Family.Id}"), DemoAccounts.Coordinator, clock.GetUtcNow());
            if (await bookings.Book(row.Family.Id, plan, stamp) is not Decision<FamilyState>.Accepted { Value: var family }) continue;
            if (booked++ % 2 == 0 && family.Appointments is [.., var visit]) await grains.Appointments(family.Id).Confirm(visit.Number, stamp.For("confirmed"));
            if (++slot == Starts.Length) (slot, day) = (0, NextWorkingDay(day));
        }
        return booked;
    }

    private static DateOnly NextWorkingDay(DateOnly day)
    {
        do day = day.AddDays(1); while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        return day;
    }
}
