using System.Collections.Immutable;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Fieldwork.Safety;

public sealed class TwoPersonTests
{
    private static readonly DateOnly Day = new(2026, 2, 2);
    private static readonly AppointmentPlan Alone = new(StudyBuilder.T1, VisitMode.FaceToFace, "alice@example.org", LocalTimes.At("Europe/London", new(2026, 2, 5), new(10, 0)).Accepted(), 60, 30);
    private static readonly AppointmentPlan Together = Alone with { Second = "ben@example.org" };

    private static FamilyBuilder Flagged() => FamilyBuilder.TakingPart().On("2026-02-02").Does((f, _) => TwoPersonRules.Set(f, TwoPersonReason.AllegationMade, Day, Day));

    private static Decision<ImmutableArray<FamilyFact>> Book(FamilyBuilder family, AppointmentPlan plan) => family.Asks((f, s) => AppointmentRules.Book(f, family.Frame, plan, s));

    [Fact]
    public void It_stands_until_it_is_lifted_and_its_history_is_kept()
    {
        var family = Flagged().On("2026-02-10");
        Assert.Equal("two-person.set", family.Asks((f, _) => TwoPersonRules.Set(f, TwoPersonReason.RiskToStaff, Day, Day)).Refused().Code);
        Assert.Equal("two-person.before-setting", family.Asks((f, _) => TwoPersonRules.Lift(f, TwoPersonLift.RiskPassed, Day.AddDays(-1), Day)).Refused().Code);

        family.As("other@example.org").Does((f, _) => TwoPersonRules.Lift(f, TwoPersonLift.RiskPassed, Day.AddDays(8), Day.AddDays(8)));
        Assert.False(family.State.NeedsTwo);
        Assert.Equal("two-person.not-set", family.Asks((f, _) => TwoPersonRules.Lift(f, TwoPersonLift.SetInError, Day.AddDays(8), Day.AddDays(8))).Refused().Code);
        Assert.Equal("two-person.before-lifting", family.Asks((f, _) => TwoPersonRules.Set(f, TwoPersonReason.AfterIncident, Day, Day.AddDays(8))).Refused().Code);
        family.Does((f, _) => TwoPersonRules.Set(f, TwoPersonReason.AfterIncident, Day.AddDays(8), Day.AddDays(8)));

        Assert.True(family.State.NeedsTwo);
        Assert.Equal(
            [new(TwoPersonReason.AllegationMade, Day, FamilyBuilder.By) { LiftedOn = Day.AddDays(8), Lift = TwoPersonLift.RiskPassed, LiftedBy = "other@example.org" }, new(TwoPersonReason.AfterIncident, Day.AddDays(8), "other@example.org")],
            family.State.TwoPerson);
    }

    [Fact]
    public void It_is_not_set_in_the_future_nor_before_the_family_was_sampled()
    {
        var family = FamilyBuilder.TakingPart();
        Assert.Equal("date.future", family.Asks((f, _) => TwoPersonRules.Set(f, TwoPersonReason.RiskToStaff, Day.AddDays(1), Day)).Refused().Code);
        Assert.Equal("date.before-sampling", family.Asks((f, _) => TwoPersonRules.Set(f, TwoPersonReason.RiskToStaff, new(2025, 12, 31), Day)).Refused().Code);
    }

    [Fact]
    public void A_visit_needs_a_second_person_and_a_telephone_or_video_interview_does_not()
    {
        Assert.Equal(("appointment.needs-two", "second"), Book(Flagged(), Alone).Refused() is var no ? (no.Code, no.Faults[0].Field) : default);
        Book(Flagged(), Together).Accepted();
        Book(Flagged(), Alone with { Mode = VisitMode.Telephone }).Accepted();
        Book(Flagged(), Alone with { Mode = VisitMode.Video }).Accepted();
        Book(FamilyBuilder.TakingPart().On("2026-02-02"), Alone).Accepted();
    }

    [Fact]
    public void What_was_booked_for_one_before_stays_and_may_only_move_with_a_second_person()
    {
        var family = FamilyBuilder.TakingPart().On("2026-02-02");
        family.Does((f, s) => AppointmentRules.Book(f, family.Frame, Alone, s)).Does((f, _) => TwoPersonRules.Set(f, TwoPersonReason.RiskToStaff, Day, Day));
        Decision<ImmutableArray<FamilyFact>> Move(AppointmentPlan plan) => family.Asks((f, s) => AppointmentRules.Move(f, family.Frame, 1, plan, AskedBy.Family, s));

        Assert.Equal("appointment.needs-two", Move(Alone with { Start = Alone.Start.AddHours(1) }).Refused().Code);
        Move(Together with { Start = Alone.Start.AddHours(1) }).Accepted();
        Move(Alone with { Mode = VisitMode.Telephone }).Accepted();
    }

    [Fact]
    public void That_somebody_comes_along_is_no_move_to_the_family_and_keeps_what_it_confirmed()
    {
        var family = FamilyBuilder.TakingPart().On("2026-02-02");
        family.Does((f, s) => AppointmentRules.Book(f, family.Frame, Alone, s)).Does((f, _) => AppointmentRules.Confirm(f, 1));
        var told = family.State.Appointment(1)!.Booking;
        family.Does((f, s) => AppointmentRules.Move(f, family.Frame, 1, Together, AskedBy.Coordinator, s));

        var joined = family.State.Appointment(1)!;
        Assert.Equal((AppointmentState.Confirmed, 0, told), (joined.State, joined.ProperMoves.Count(), joined.Told));
        Assert.NotEqual(told, joined.Booking);
        Assert.True(family.State.Knows(told));

        family.Does((f, s) => AppointmentRules.Move(f, family.Frame, 1, Together with { Start = Alone.Start.AddHours(2) }, AskedBy.Family, s));
        var moved = family.State.Appointment(1)!;
        Assert.Equal((AppointmentState.Booked, AskedBy.Family, moved.Booking), (moved.State, Assert.Single(moved.ProperMoves).Asked, moved.Told));
    }

    [Fact]
    public void A_family_takes_the_flag_over_of_one_that_it_turns_out_to_be_unless_it_has_it()
    {
        var (flagged, other) = (Flagged().State, FamilyBuilder.TakingPart().State);
        Assert.Equal([new FamilyFact.TwoPersonSet(TwoPersonReason.AllegationMade, Day)], TwoPersonRules.Carried(other, flagged, Day));
        Assert.Empty(TwoPersonRules.Carried(flagged, flagged, Day));
        Assert.Empty(TwoPersonRules.Carried(flagged, other, Day));
    }
}
