using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Diaries;

/// <summary>
/// Books an appointment over two kinds of record: the time is held in every diary concerned, the family commits, the diaries confirm. Stopped anywhere, sending
/// it again goes on; left alone, the hold expires and the next booking that meets it settles it with the family (<see cref="DiarySettling"/>). Nothing is given
/// back before the family has said that it does not, and never will, keep it.
/// </summary>
public sealed class Bookings(IGrainFactory grains, StudyFrames frames, Interviewers interviewers, MeetingSafety safety, DiarySettling settling, ILogger<Bookings> log)
{
    public Task<Decision<FamilyState>> Book(FamilyId id, AppointmentPlan plan, Stamp stamp) =>
        Take(id, plan, null, stamp, (family, frame) => AppointmentRules.Book(family, frame, plan, stamp), () => grains.Appointments(id).Book(plan, stamp));

    public Task<Decision<FamilyState>> Move(FamilyId id, int number, AppointmentPlan plan, AskedBy asked, Stamp stamp) =>
        Take(id, plan, number, stamp, (family, frame) => AppointmentRules.Move(family, frame, number, plan, asked, stamp), () => grains.Appointments(id).Move(number, plan, asked, stamp));

    /// <summary>Why an appointment could not be moved so as things stand; <c>null</c> where it could. Nothing is held: another may take the time meanwhile.</summary>
    public async Task<Refusal?> WhyNotMove(FamilyState family, Appointment appointment, AppointmentPlan plan, Stamp stamp)
    {
        if (appointment.Plan == plan) return null;
        var (frame, roster) = (await frames.Current(), await grains.Roster().Read());
        if (await Unfit(family, frame, roster, plan, (state, f) => AppointmentRules.Move(state, f, appointment.Number, plan, AskedBy.Coordinator, stamp), stamp) is { } no) return no;
        foreach (var claim in DiaryClaims.Of(plan, frame.Design.TimeZone))
        {
            var diary = await grains.Diary(claim.Diary).Read();
            var now = diary with { Entries = diary.Entries.RemoveAll(e => e.IsExpired(stamp.At)) };
            if (DiaryRules.Hold(now, claim.For(family.Id, roster, appointment.Booking), stamp) is Decision<ImmutableArray<DiaryFact>>.Refused { Why: var taken }) return Of(plan, claim, taken);
        }
        return null;
    }

    public async Task<Decision<FamilyState>> Cancel(FamilyId id, int number, AskedBy asked, Stamp stamp)
    {
        var decision = await grains.Appointments(id).Cancel(number, asked, stamp);
        if (decision is Decision<FamilyState>.Accepted { Value: var family } && family.Appointment(number) is { State: AppointmentState.Cancelled } gone)
            await Tidy(() => Release(gone.Plan, gone.Booking, stamp));
        return decision;
    }

    private async Task<Decision<FamilyState>> Take(
        FamilyId id, AppointmentPlan plan, int? moving, Stamp stamp, Func<FamilyState, StudyFrame, Decision<ImmutableArray<FamilyFact>>> rule, Func<Task<Decision<FamilyState>>> commit)
    {
        var frame = await frames.Current();
        if (await grains.Family(id).Read() is not { } family) return FamilyRefusals.Unknown;
        var roster = await grains.Roster().Read();
        if (!family.Knows(stamp.Operation))
        {
            if (await Unfit(family, frame, roster, plan, rule, stamp) is { } no) return no;
            var replaces = moving is { } number ? family.Appointment(number)?.Booking : null;
            if (await Hold(id, plan, roster, replaces, stamp) is { } taken) return taken;
        }
        var decision = await commit();
        if (decision is Decision<FamilyState>.Refused)
        {
            if (!await GiveUp(id, plan, stamp)) return decision;
            decision = await commit(); // the same operation, sent twice at once, has come through after all
        }
        if (decision is Decision<FamilyState>.Accepted { Value: var booked }) await Tidy(() => Finish(booked, stamp));
        return decision;
    }

    /// <summary>What is asked before anything is written.</summary>
    private async Task<Refusal?> Unfit(FamilyState family, StudyFrame frame, Roster roster, AppointmentPlan plan, Func<FamilyState, StudyFrame, Decision<ImmutableArray<FamilyFact>>> rule, Stamp stamp) =>
        rule(family, frame) is Decision<ImmutableArray<FamilyFact>>.Refused { Why: var no } ? no
        : RosterRules.Fault(roster, plan, family.Site, frame.Design.TimeZone) is { } unfit ? unfit
        : await NotAnInterviewer(plan, family.Site) is { } nobody ? nobody
        : await safety.Fault(family, plan, frame.Design.TimeZone, stamp.By);

    /// <summary>Holds the time in all diaries concerned, or in none.</summary>
    private async Task<Refusal?> Hold(FamilyId id, AppointmentPlan plan, Roster roster, OperationId? replaces, Stamp stamp)
    {
        var isAnyHeld = false;
        foreach (var claim in DiaryClaims.Of(plan, (await frames.Current()).Design.TimeZone))
        {
            var hold = claim.For(id, roster, replaces);
            var held = await grains.Diary(claim.Diary).Hold(hold, stamp);
            if (held is Decision<Diary>.Refused { Why.Kind: RefusalKind.Conflict } && await settling.InTheWay(claim.Diary, hold, stamp.Operation)) held = await grains.Diary(claim.Diary).Hold(hold, stamp);
            if (held is Decision<Diary>.Refused { Why: var no })
            {
                if (isAnyHeld) await GiveUp(id, plan, stamp);
                return Of(plan, claim, no);
            }
            isAnyHeld = true;
        }
        return null;
    }

    private static Refusal Of(AppointmentPlan plan, DiaryClaim claim, Refusal why) => plan.Second is { } second && claim.Diary.Owner == DiaryOwner.Person(second) ? DiaryRefusals.OfSecond(why) : why;

    /// <summary>Gives up a booking that was refused on its way; answers whether the family has it all the same.</summary>
    private async Task<bool> GiveUp(FamilyId id, AppointmentPlan plan, Stamp stamp)
    {
        if (await settling.Keeps(id, stamp.Operation)) return true;
        await Tidy(() => Release(plan, stamp.Operation, stamp));
        return false;
    }

    /// <summary>The diaries keep the booking for good, and let go of the time that it moved away from.</summary>
    private async Task Finish(FamilyState family, Stamp stamp)
    {
        if (family.Appointments.FirstOrDefault(a => a.Booking == stamp.Operation) is not { } appointment) return; // moved on meanwhile
        foreach (var diary in await Concerned(appointment.Plan)) await grains.Diary(diary).Confirm(stamp.Operation, stamp.For("confirm"));
        if (appointment.Moves is [.., var last]) await Release(last.Was, last.Booking, stamp);
    }

    private async Task Release(AppointmentPlan plan, OperationId booking, Stamp stamp)
    {
        foreach (var diary in await Concerned(plan)) await grains.Diary(diary).Release(booking, stamp.For($"release {booking}"));
    }

    /// <summary>What is left over here is settled when somebody next wants the time: it never changes the answer.</summary>
    private async Task Tidy(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "A diary was not told what became of a booking; it is settled at its next use.");
        }
    }

    private async Task<IEnumerable<DiaryKey>> Concerned(AppointmentPlan plan) => DiaryClaims.Of(plan, (await frames.Current()).Design.TimeZone).Select(c => c.Diary);

    private async Task<Refusal?> NotAnInterviewer(AppointmentPlan plan, SiteCode site)
    {
        var people = await interviewers.At(site);
        bool May(string account) => people.Any(p => $"{p.Key}" == account);
        return !May(plan.Interviewer) ? RosterRefusals.NotAnInterviewer.At("interviewer") : plan.Second is { } second && !May(second) ? RosterRefusals.NotAnInterviewer.At("second") : null;
    }
}
