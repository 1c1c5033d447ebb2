using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Grains;

/// <summary>
/// A crash at every single step between diaries and family, before the step and after it: nobody is ever booked twice, and once the hold has expired the time belongs to
/// the family that has the appointment or is free for the next.
/// </summary>
public sealed class BookingCrashTests(DiaryCluster study, ITestOutputHelper output) : IClassFixture<DiaryCluster>
{
    private static readonly TimeSpan PastTheHold = TimeSpan.FromSeconds(DiaryHold.HeldFor + 1);

    [Theory, InlineData(false), InlineData(true)]
    public async Task Booking_crashed_at_any_step_loses_no_slot_and_books_nobody_twice(bool two)
    {
        var steps = await AtEveryStep(async (crash, where) =>
        {
            var (first, other, plan) = (await study.Family(), await study.Family(), await Plan(two));
            var stamp = study.Stamp();
            var crashed = await crash(() => study.Bookings.Book(first.Id, plan, stamp));

            Assert.True(IsConflict(await study.Bookings.Book(other.Id, plan, study.Stamp())) || !await Has(first), $"{where}: doubled before the hold expired");
            study.Clock.GoOn(PastTheHold);
            await study.Bookings.Book(other.Id, plan, study.Stamp());
            Assert.True(await Has(first) != await Has(other), $"{where}: after the hold, the first has it: {await Has(first)}, the other: {await Has(other)}");

            var again = await study.Bookings.Book(first.Id, plan, stamp);
            Assert.Equal(await Has(first), again is Decision<FamilyState>.Accepted);
            Assert.True(await Has(first) != await Has(other), $"{where}: sent again");
            await AssertKept(plan, await Has(first) ? first : other, where);
            return crashed;
        });
        Assert.Equal(1 + Diaries(hour: 0, two) + 1 + Diaries(hour: 0, two), steps); // ask safe contact, hold, commit, confirm
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_move_crashed_at_any_step_keeps_the_old_time_or_the_new_one_and_frees_the_other(bool two)
    {
        var steps = await AtEveryStep(async (crash, where) =>
        {
            var (first, other, was) = (await study.Family(), await study.Family(), await Plan(two));
            var now = study.Plan(was.Interviewer, hour: 3) with { Second = was.Second };
            Some.Accepted(await study.Bookings.Book(first.Id, was, study.Stamp()));
            var stamp = study.Stamp();
            var crashed = await crash(() => study.Bookings.Move(first.Id, 1, now, AskedBy.Family, stamp));

            study.Clock.GoOn(PastTheHold);
            var (tookWas, tookNow) = (await study.Bookings.Book(other.Id, was, study.Stamp()), await study.Bookings.Book(other.Id, now, study.Stamp()));
            var hasMoved = (await Read(first)).Appointment(1)!.Plan == now;
            Assert.Equal((hasMoved, !hasMoved), (!IsConflict(tookWas), !IsConflict(tookNow)));
            Assert.Equal(hasMoved, await study.Bookings.Move(first.Id, 1, now, AskedBy.Family, stamp) is Decision<FamilyState>.Accepted);
            await AssertKept(hasMoved ? now : was, first, where);
            await AssertKept(hasMoved ? was : now, other, where);
            return crashed;
        });
        Assert.Equal(1 + Diaries(hour: 3, two) + 1 + Diaries(hour: 3, two) + Diaries(hour: 0, two), steps); // ask safe contact, hold, commit, confirm, give back
    }

    [Fact]
    public async Task Naming_a_second_person_crashed_at_any_step_keeps_the_first_s_time_and_takes_the_second_s_or_leaves_it_free()
    {
        await AtEveryStep(async (crash, where) =>
        {
            var (first, other, was) = (await study.Family(), await study.Family(), study.Plan(await study.Interviewer()));
            Some.Accepted(await study.Bookings.Book(first.Id, was, study.Stamp()));
            var (stamp, now) = (study.Stamp(), was with { Second = await study.Interviewer() });
            var crashed = await crash(() => study.Bookings.Move(first.Id, 1, now, AskedBy.Coordinator, stamp));

            study.Clock.GoOn(PastTheHold);
            var (tookFirst, tookSecond) = (await study.Bookings.Book(other.Id, was with { Room = null }, study.Stamp()), await study.Bookings.Book(other.Id, was with { Interviewer = now.Second!, Room = null }, study.Stamp()));
            var hasSecond = (await Read(first)).Appointment(1)!.Plan == now;
            Assert.Equal((true, hasSecond), (IsConflict(tookFirst), IsConflict(tookSecond)));
            Assert.Equal(hasSecond, await study.Bookings.Move(first.Id, 1, now, AskedBy.Coordinator, stamp) is Decision<FamilyState>.Accepted);
            var kept = await study.Entries(hasSecond ? now : was); // the room, which nobody else wanted, may still hold what ran out
            Assert.True(kept.All(e => e.Entry.Family == first.Id), where);
            Assert.Equal(DiaryClaims.Of(hasSecond ? now : was, Some.Design.TimeZone).Length, kept.DistinctBy(e => e.Diary).Count());
            return crashed;
        });
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Cancelling_crashed_at_any_step_leaves_the_slot_with_the_family_or_free_at_once(bool two)
    {
        var steps = await AtEveryStep(async (crash, where) =>
        {
            var (first, other, plan) = (await study.Family(), await study.Family(), await Plan(two));
            Some.Accepted(await study.Bookings.Book(first.Id, plan, study.Stamp()));
            var stamp = study.Stamp("ill");
            var crashed = await crash(() => study.Bookings.Cancel(first.Id, 1, AskedBy.Family, stamp));

            await study.Bookings.Book(other.Id, plan, study.Stamp());
            Assert.True(await Has(first) != await Has(other), where);
            await AssertKept(plan, await Has(first) ? first : other, where);
            return crashed;
        });
        Assert.Equal(1 + Diaries(hour: 0, two), steps); // commit, give back
    }

    [Fact]
    public async Task A_slow_booking_that_comes_after_its_hold_was_given_away_is_refused_for_good()
    {
        var (slow, quick, plan) = (await study.Family(), await study.Family(), study.Plan(await study.Interviewer()));
        var stamp = study.Stamp();
        foreach (var claim in DiaryClaims.Of(plan, Some.Design.TimeZone)) Some.Accepted(await study.Grains.Diary(claim.Diary).Hold(claim.For(slow.Id, new(), null), stamp));
        study.Clock.GoOn(PastTheHold);
        Some.Accepted(await study.Bookings.Book(quick.Id, plan, study.Stamp()));

        Assert.Equal("diary.hold-over", Some.Refused(await study.Grains.Appointments(slow.Id).Book(plan, stamp)).Code);
        Assert.Equal("diary.hold-over", Some.Refused(await study.Bookings.Book(slow.Id, plan, stamp)).Code);
    }

    [Fact]
    public async Task A_booking_that_one_diary_refuses_gives_back_what_it_held_in_the_others()
    {
        var (first, other) = (await study.Family(), await study.Family());
        var taken = study.Plan(await study.Interviewer(), hour: 6);
        Some.Accepted(await study.Bookings.Book(first.Id, taken, study.Stamp()));
        var plan = study.Plan(await study.Interviewer(), hour: 6) with { Room = taken.Room };

        Assert.Equal("diary.taken", Some.Refused(await study.Bookings.Book(other.Id, plan, study.Stamp())).Code);

        Assert.True(DiaryClaims.Of(plan, Some.Design.TimeZone)[^1].Diary.Owner.Kind == OwnerKind.Room, "the room refuses last");
        Assert.DoesNotContain(await study.Entries(plan), e => e.Entry.Family == other.Id);
        Some.Accepted(await study.Bookings.Book(other.Id, plan with { Room = null }, study.Stamp()));
    }

    /// <summary>Runs a story once for each step at which it can crash, before and after the step, until it runs through.</summary>
    private async Task<int> AtEveryStep(Func<Func<Func<Task>, Task<bool>>, string, Task<bool>> story)
    {
        for (var step = 1; ; step++)
            foreach (var after in (bool[])[false, true])
            {
                if (await story(booking => study.Caller.Crashes(booking, step, after), $"step {step}, {(after ? "after" : "before")}")) continue;
                output.WriteLine($"{step - 1} steps");
                return step - 1;
            }
    }

    /// <summary>Nobody but the one family is in these diaries then, and it is in all of them.</summary>
    private async Task AssertKept(AppointmentPlan plan, FamilyState by, string where)
    {
        var entries = await study.Entries(plan);
        Assert.True(entries.All(e => e.Entry.Family == by.Id), $"{where}: {string.Join("; ", entries.Select(e => $"{e.Diary} {e.Entry.Family} {e.Entry.State}"))}");
        Assert.Equal(DiaryClaims.Of(plan, Some.Design.TimeZone).Length, entries.Count);
    }

    /// <summary>Of one interviewer nobody else books, or of two.</summary>
    private async Task<AppointmentPlan> Plan(bool two) => study.Plan(await study.Interviewer()) with { Second = two ? await study.Interviewer() : null };

    private int Diaries(int hour, bool two) => DiaryClaims.Of(study.Plan("alice@example.org", hour) with { Second = two ? "ben@example.org" : null }, Some.Design.TimeZone).Length;

    private async Task<FamilyState> Read(FamilyState family) => (await study.Grains.Family(family.Id).Read())!;

    private async Task<bool> Has(FamilyState family) => (await Read(family)).Appointments.Any(a => a.HoldsTime);

    private static bool IsConflict(Decision<FamilyState> decision) => decision is Decision<FamilyState>.Refused { Why.Kind: RefusalKind.Conflict };
}
