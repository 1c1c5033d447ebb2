using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Grains;

/// <summary>The same promise for focus groups: a crash at any step between diaries and group leaves no slot lost, and nobody has an interview and a group at once.</summary>
public sealed class GroupBookingCrashTests(DiaryCluster study) : IClassFixture<DiaryCluster>
{
    private static readonly TimeSpan PastTheHold = TimeSpan.FromSeconds(DiaryHold.HeldFor + 1);

    [Fact]
    public async Task A_group_s_booking_crashed_at_any_step_never_shares_its_hour_with_an_interview()
    {
        var steps = 0;
        for (var goesOn = true; goesOn; steps++)
            foreach (var after in (bool[])[false, true])
            {
                goesOn = false;
                var (family, group, plan) = (await study.Family(), await Group(), study.Plan(await study.Interviewer()));
                var (session, stamp, where) = (Session(plan), study.Stamp(), $"step {steps + 1}, {(after ? "after" : "before")}");
                goesOn |= await study.Caller.Crashes(() => study.GroupBookings.Schedule(group.Id, session, stamp), steps + 1, after);

                study.Clock.GoOn(PastTheHold);
                var interview = await study.Bookings.Book(family.Id, plan, study.Stamp());
                var isBooked = await IsBooked(group);
                Assert.True(isBooked == interview is Decision<SosLongitudinal.Study.Families.FamilyState>.Refused { Why.Code: "diary.taken" }, $"{where}: the group has it: {isBooked}");
                Assert.Equal(isBooked, await study.GroupBookings.Schedule(group.Id, session, stamp) is Decision<FocusGroup>.Accepted);
                var entries = await study.Entries(plan);
                Assert.All(entries, e => Assert.Equal(isBooked ? group.Id : null, e.Entry.Group));
                Assert.Equal(DiaryClaims.Of(plan, Some.Design.TimeZone).Length, entries.Count);
            }
        Assert.True(steps > 8, $"{steps} steps");
    }

    [Fact]
    public async Task An_interviewer_with_an_interview_at_that_time_cannot_facilitate_and_the_other_way_round()
    {
        var (first, other, group, plan) = (await study.Family(), await study.Family(), await Group(), study.Plan(await study.Interviewer(), hour: 5));
        Some.Accepted(await study.Bookings.Book(first.Id, plan, study.Stamp()));
        var second = await study.Interviewer();
        var refused = await study.GroupBookings.Schedule(group.Id, Session(plan) with { Facilitators = [second, plan.Interviewer] }, study.Stamp());
        Assert.Equal("diary.taken", Some.Refused(refused).Code);
        Assert.Equal(GroupState.Planned, (await study.Grains.FocusGroup(group.Id).Read())!.State);
        Some.Accepted(await study.Bookings.Book(other.Id, plan with { Interviewer = second, Room = null }, study.Stamp())); // what the refused group held of the other is free again

        var later = study.Plan(plan.Interviewer, hour: 9);
        Some.Accepted(await study.GroupBookings.Schedule(group.Id, Session(later), study.Stamp()));
        Assert.Equal("diary.taken", Some.Refused(await study.Bookings.Book((await study.Family()).Id, later, study.Stamp())).Code);
    }

    [Fact]
    public async Task Moving_and_cancelling_give_the_old_time_back()
    {
        var (group, plan) = (await Group(), study.Plan(await study.Interviewer(), hour: 12));
        Some.Accepted(await study.GroupBookings.Schedule(group.Id, Session(plan), study.Stamp()));
        var moved = Session(study.Plan(plan.Interviewer, hour: 15));
        Some.Accepted(await study.GroupBookings.Move(group.Id, moved, study.Stamp("snow")));
        Assert.Empty(await study.Entries(plan));
        Some.Accepted(await study.Bookings.Book((await study.Family()).Id, plan, study.Stamp()));

        Some.Accepted(await study.GroupBookings.Cancel(group.Id, study.Stamp("too few")));
        Some.Accepted(await study.Bookings.Book((await study.Family()).Id, study.Plan(plan.Interviewer, hour: 15), study.Stamp()));
    }

    private static SessionPlan Session(AppointmentPlan plan) => new([plan.Interviewer], plan.Start, plan.Minutes, plan.Room, plan.Travel);

    private async Task<FocusGroup> Group() => Some.Accepted(await study.Grains.PlanGroup(new(Some.Site, new("t1"), GroupKind.Managers, 6), study.Stamp()));

    private async Task<bool> IsBooked(FocusGroup group) => (await study.Grains.FocusGroup(group.Id).Read())!.State == GroupState.Scheduled;
}
