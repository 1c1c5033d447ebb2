using System.Collections.Immutable;
using CsCheck;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Diaries;

public sealed class SlotSearchTests
{
    private const string London = "Europe/London";
    private static readonly FamilyState Family = FamilyBuilder.TakingPart().State;
    private static readonly WaveDesign T1 = StudyBuilder.Small.Design.Wave(StudyBuilder.T1)!;

    private static SlotOffers Offers(SomeDiaries.Calendars calendars, MeetingWish? wish = null, MeetingTimes? times = null, FamilyState? family = null, WaveDesign? wave = null) =>
        SlotSearch.Of(new(family ?? Family, StudyBuilder.Small, wave ?? T1, wish ?? new(), calendars.People, [], times ?? MeetingTimes.Any, calendars.Stamp));

    [Fact]
    public void What_is_offered_can_be_booked() => Gen.Select(SomeDiaries.Of(3), SomeDiaries.Wish, SomeDiaries.SafeTimes).Sample((calendars, wish, times) =>
    {
        var offers = Offers(calendars, wish, times);
        Assert.True(offers.Slots.Length <= SlotSearch.Most && offers.Slots.IsEmpty == offers.None is not null);
        foreach (var slot in offers.Slots)
        {
            var plan = wish.At(T1.Code, slot.Choice.Interviewer, slot.Choice.Start);
            var day = LocalTimes.Day(London, plan.Start);
            Assert.Null(RosterRules.Fault(calendars.Roster, plan, Family.Site, London));
            Assert.InRange(day, offers.Window!.Value.Opens, offers.Window.Value.Closes);
            Assert.True(times.Cover(LocalTimes.Local(London, plan.Start), plan.Minutes));
            foreach (var claim in DiaryClaims.Of(plan, London)) DiaryRules.Hold(calendars.Diary(claim.Diary), claim.For(Family.Id, calendars.Roster, null), calendars.Stamp).Accepted();
            AppointmentRules.Book(Family, StudyBuilder.Small, plan, calendars.Stamp).Accepted();
        }
    }, iter: 300);

    private static readonly FamilyState Flagged = FamilyBuilder.TakingPart().Does((f, _) => TwoPersonRules.Set(f, TwoPersonReason.RiskToStaff, new(2026, 1, 10), new(2026, 1, 10))).State;

    [Fact]
    public void What_is_offered_to_a_family_that_two_go_to_names_two_and_can_be_booked() => Gen.Select(SomeDiaries.Of(4), SomeDiaries.Wish, SomeDiaries.SafeTimes).Sample((calendars, wish, times) =>
    {
        var offers = Offers(calendars, wish, times, Flagged);
        Assert.Equal(offers.Slots.IsEmpty, offers.None is not null);
        foreach (var slot in offers.Slots)
        {
            Assert.Equal(wish.Mode == VisitMode.FaceToFace, slot.Choice.Second is not null);
            Assert.NotEqual(slot.Choice.Interviewer, slot.Choice.Second);
            var plan = wish.At(T1.Code, slot.Choice.Interviewer, slot.Choice.Start, slot.Choice.Second);
            Assert.Null(RosterRules.Fault(calendars.Roster, plan, Flagged.Site, London));
            foreach (var claim in DiaryClaims.Of(plan, London)) DiaryRules.Hold(calendars.Diary(claim.Diary), claim.For(Flagged.Id, calendars.Roster, null), calendars.Stamp).Accepted();
            AppointmentRules.Book(Flagged, StudyBuilder.Small, plan, calendars.Stamp).Accepted();
        }
    }, iter: 300);

    [Fact]
    public void Where_no_pair_is_offered_no_two_are_free_at_any_start_of_either() => Gen.Select(SomeDiaries.Of(2), SomeDiaries.SafeTimes).Sample((calendars, times) =>
    {
        var offers = Offers(calendars, times: times, family: Flagged);
        if (calendars.People.Length < 2 || offers.Window is not { } window || !offers.Slots.IsEmpty) return;
        var last = LocalTimes.Day(London, calendars.Stamp.At).AddDays(SlotSearch.DaysAhead - 1);
        foreach (var (who, other) in new[] { (calendars.People[0], calendars.People[1]), (calendars.People[1], calendars.People[0]) })
            foreach (var start in OpenStarts.Of(who, LocalTimes.Day(London, calendars.Stamp.At), last < window.Closes ? last : window.Closes, 60, 30, London, calendars.Stamp.At).Where(s => times.Cover(s.Local, 60)))
            {
                var plan = new MeetingWish().At(T1.Code, who.Account, start.Start, other.Account);
                var free = RosterRules.Fault(calendars.Roster, plan, Flagged.Site, London) is null
                    && DiaryClaims.Of(plan, London).All(c => DiaryRules.Hold(calendars.Diary(c.Diary), c.For(Flagged.Id, calendars.Roster, null), calendars.Stamp) is Decision<ImmutableArray<DiaryFact>>.Accepted);
                Assert.False(free, $"{plan.Start} is free to both");
            }
    }, iter: 100);

    [Fact]
    public void A_pair_is_offered_once_for_a_time_and_where_there_is_no_second_person_none_is()
    {
        var two = Offers(SomeDiaries.Free("2026-02-02", "alice@example.org", "ben@example.org"), family: Flagged);
        Assert.Equal(two.Slots.Select(s => s.Choice.Start).Distinct().Count(), two.Slots.Length);
        Assert.All(two.Slots, s => Assert.Equal(("alice@example.org", "ben@example.org"), (s.Choice.Interviewer, s.Choice.Second)));

        Assert.Equal("slots.no-second", Offers(SomeDiaries.Free("2026-02-02", "alice@example.org"), family: Flagged).None!.Code);
        Assert.NotEmpty(Offers(SomeDiaries.Free("2026-02-02", "alice@example.org"), new(VisitMode.Telephone), family: Flagged).Slots);
    }

    [Fact]
    public void Where_nothing_is_offered_no_half_hour_could_be_booked() => Gen.Select(SomeDiaries.Of(1), SomeDiaries.SafeTimes).Sample((calendars, times) =>
    {
        var (offers, who) = (Offers(calendars, times: times), calendars.People[0]);
        if (offers.Window is not { } window || !offers.Slots.IsEmpty) return;
        var today = LocalTimes.Day(London, calendars.Stamp.At);
        for (var day = today; day <= window.Closes && day < today.AddDays(SlotSearch.DaysAhead); day = day.AddDays(1))
        {
            if (who.Terms.On(day.DayOfWeek) is not { } hours) continue;
            for (var at = hours.From.ToTimeSpan(); at < hours.To.ToTimeSpan(); at += TimeSpan.FromMinutes(30))
            {
                if (LocalTimes.At(London, day, TimeOnly.FromTimeSpan(at)) is not Decision<DateTimeOffset>.Accepted(var start) || start < calendars.Stamp.At + OpenStarts.Notice) continue;
                var plan = new MeetingWish().At(T1.Code, who.Account, start);
                var free = RosterRules.Fault(calendars.Roster, plan, Family.Site, London) is null && times.Cover(LocalTimes.Local(London, start), 60)
                    && DiaryClaims.Of(plan, London).All(c => DiaryRules.Hold(calendars.Diary(c.Diary), c.For(Family.Id, calendars.Roster, null), calendars.Stamp) is Decision<ImmutableArray<DiaryFact>>.Accepted);
                Assert.False(free, $"{plan.Start} is free");
            }
        }
    }, iter: 100);

    [Fact]
    public void Who_met_them_last_time_comes_first_then_who_is_assigned_and_within_each_the_soonest()
    {
        var calendars = SomeDiaries.Free("2026-07-20", "alice@example.org", "interviewer@example.org", "zoe@example.org");
        var builder = FamilyBuilder.TakingPart().Interviewed(StudyBuilder.T1, "2026-01-20");
        builder.Does((f, _) => FieldworkRules.Assign(f, StudyBuilder.Small, new(StudyBuilder.T2, "zoe@example.org", new(2026, 7, 1))));
        var wish = new MeetingWish(Part: PartOfDay.Evening);

        var offers = Offers(calendars, wish, family: builder.State, wave: StudyBuilder.Small.Design.Wave(StudyBuilder.T2));

        Assert.All(offers.Slots, s => Assert.Equal(("interviewer@example.org", SlotOrder.Before), (s.Choice.Interviewer, s.Order)));
        Assert.Equal(offers.Slots.Select(s => s.Choice.Start).Order(), offers.Slots.Select(s => s.Choice.Start));
        Assert.All(offers.Slots, s => Assert.Equal(17, s.Local.Hour));
        var others = Offers(calendars with { People = [.. calendars.People.Where(p => p.Account != "interviewer@example.org")] }, wish, family: builder.State, wave: StudyBuilder.Small.Design.Wave(StudyBuilder.T2));
        Assert.Equal((SlotOrder.Assigned, "zoe@example.org"), (others.Slots[0].Order, others.Slots[0].Choice.Interviewer));
    }

    [Fact]
    public void A_family_that_has_an_appointment_or_whose_window_is_over_is_offered_none_and_told_why()
    {
        var calendars = SomeDiaries.Free("2026-02-02", "alice@example.org");
        var plan = new MeetingWish().At(StudyBuilder.T1, "alice@example.org", LocalTimes.At(London, new(2026, 2, 5), new(10, 0)).Accepted());
        var booked = FamilyBuilder.TakingPart().On("2026-02-02").Does((f, s) => AppointmentRules.Book(f, StudyBuilder.Small, plan, s)).State;

        Assert.Equal("slots.booked", Offers(calendars, family: booked).None!.Code);
        Assert.Equal("slots.window-over", Offers(SomeDiaries.Free("2026-07-02", "alice@example.org")).None!.Code);
        Assert.Equal("slots.no-interviewer", Offers(calendars with { People = [] }).None!.Code);
    }

    [Fact]
    public void A_hold_that_ran_out_is_not_in_the_way_and_one_that_stands_is()
    {
        var (calendars, at) = (SomeDiaries.Free("2026-02-02", "alice@example.org"), LocalTimes.At(London, new(2026, 2, 2), new(9, 30)).Accepted());
        SomeDiaries.Calendars Holding(DateTimeOffset expires) => calendars with
        {
            People = [calendars.People[0] with { Entries = [new(OperationId.Parse("held"), Family.Id, at, at.AddHours(11), EntryState.Held, LocalTimes.Monday(new(2026, 2, 2)), expires)] }],
        };

        Assert.Equal(new DateOnly(2026, 2, 2), DateOnly.FromDateTime(Offers(Holding(calendars.Stamp.At.AddSeconds(-1))).Slots[0].Local));
        Assert.Equal(new DateOnly(2026, 2, 3), DateOnly.FromDateTime(Offers(Holding(calendars.Stamp.At.AddSeconds(60))).Slots[0].Local));
    }

    [Fact]
    public void Planning_and_the_check_before_a_booking_say_the_same_of_safe_contact() =>
        Gen.Select(SomeDiaries.SafeTimes, Gen.Bool, Gen.Int[0, 7 * 24 * 4 - 1], Gen.Int[5, 300]).Sample((times, doNotVisit, quarter, minutes) =>
        {
            var safety = new SafeContact { DoNotVisit = doNotVisit, Hours = [.. times.Hours.Select(h => new SafeHours([h.Day], h.From, h.To))] };
            var local = new DateTime(2026, 3, 2).AddMinutes(15 * quarter);
            foreach (var elsewhere in (bool[])[false, true])
            {
                var fault = ContactSafety.Fault(safety, new(AttemptMode.Visit, local) { Minutes = minutes, Elsewhere = elsewhere });
                Assert.Equal(fault is null, ContactSafety.Times(safety, AttemptMode.Visit, elsewhere).Cover(local, minutes));
            }
        });

    [Fact]
    public void A_slot_reads_as_it_is_written() => Gen.Select(Some.Day, Gen.Int[0, 24 * 60 - 1]).Sample((day, minute) =>
    {
        var choice = new SlotChoice(LocalTimes.Start(London, day).AddMinutes(minute), "a~b@example.org");
        var pair = choice with { Second = "c,d@example.org" };
        return SlotChoice.TryParse($"{choice}", null, out var read) && read == choice && SlotChoice.TryParse($"{pair}", null, out var two) && two == pair && !SlotChoice.TryParse($"{pair} e@example.org", null, out _);
    });
}
