using System.Collections.Immutable;
using CsCheck;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Fieldwork.Safety;

using FactsDecided = Decision<ImmutableArray<FamilyFact>>;

public sealed class VisitSafetyTests
{
    private const string London = "Europe/London";
    private const int Margin = 30;
    private static readonly DateTimeOffset Ten = LocalTimes.At(London, new(2026, 2, 5), new(10, 0)).Accepted();
    private static readonly AppointmentPlan Plan = new(StudyBuilder.T1, VisitMode.FaceToFace, "alice@example.org", Ten, 60, 30);

    /// <summary>A family with one visit from ten to eleven.</summary>
    private static FamilyBuilder Booked(AppointmentPlan? plan = null)
    {
        var family = FamilyBuilder.TakingPart().On("2026-02-02");
        return family.Does((f, s) => AppointmentRules.Book(f, family.Frame, plan ?? Plan, s));
    }

    /// <summary>What a rule says at an instant.</summary>
    private static FactsDecided At(FamilyBuilder family, DateTimeOffset now, Func<FamilyState, Stamp, FactsDecided> rule) => family.Asks((f, s) => rule(f, s with { At = now }));

    private static FamilyBuilder Does(FamilyBuilder family, DateTimeOffset now, Func<FamilyState, Stamp, FactsDecided> rule) => family.Does((f, s) => rule(f, s with { At = now }));

    private static FamilyBuilder Arrived(FamilyBuilder family, DateTimeOffset at) => Does(family, at, (f, s) => VisitSafetyRules.CheckIn(f, 1, at, s));

    private static VisitState State(FamilyBuilder family, DateTimeOffset now) => VisitWatch.Of(family.State, family.State.Appointment(1)!, Margin, London, now);

    [Fact]
    public void Who_arrived_is_out_until_the_margin_after_the_planned_end_and_then_not_back_until_somebody_says_so()
    {
        var family = Arrived(Booked(), Ten.AddMinutes(5));
        Assert.Equal((VisitState.Out, VisitState.NotBack, VisitState.NotBack), (State(family, Ten.AddMinutes(90)), State(family, Ten.AddMinutes(91)), State(family, Ten.AddDays(60))));

        Does(family, Ten.AddMinutes(120), (f, s) => VisitSafetyRules.Return(f, 1, SafeReport.Interviewer, Ten.AddMinutes(70), s));
        Assert.Equal(VisitState.Back, State(family, Ten.AddMinutes(121)));
        Assert.Equal("visit.back", At(family, Ten.AddMinutes(122), (f, s) => VisitSafetyRules.Return(f, 1, SafeReport.Interviewer, s.At, s)).Refused().Code);
        Assert.Equal("visit.back", At(family, Ten.AddMinutes(122), (f, s) => VisitSafetyRules.Raise(f, 1, AlarmTold.Police, s.At, s)).Refused().Code);
    }

    [Fact]
    public void Where_nobody_arrived_and_nothing_was_recorded_nothing_was_heard_for_a_week()
    {
        var family = Booked();
        Assert.Equal((VisitState.None, VisitState.NothingHeard, VisitState.None), (State(family, Ten.AddMinutes(90)), State(family, Ten.AddMinutes(91)), State(family, Ten.AddDays(8))));

        Assert.Equal(VisitState.NotBack, State(Arrived(Booked(), Ten.AddDays(3)), Ten.AddDays(4)));
        Assert.Equal(VisitState.Back, State(Does(Booked(), Ten.AddHours(2), (f, s) => VisitSafetyRules.Return(f, 1, SafeReport.SomebodyElse, s.At, s)), Ten.AddHours(3)));
    }

    [Fact]
    public void What_was_recorded_of_the_appointment_ends_that_nothing_was_heard_and_no_show_or_cancelling_or_moving_ends_all_of_it()
    {
        var later = Ten.AddHours(3);
        FamilyBuilder Then(FamilyBuilder family, Func<FamilyState, Stamp, FactsDecided> rule) => family.Does((f, s) => rule(f, s with { At = later, Why = "why" }));
        Assert.Equal(VisitState.None, State(Then(Booked(), (f, s) => AppointmentRules.Complete(f, 1, s)), later));
        Assert.Equal(VisitState.NotBack, State(Then(Arrived(Booked(), Ten), (f, s) => AppointmentRules.Complete(f, 1, s)), later)); // that it took place does not say that they are back
        Assert.Equal(VisitState.None, State(Then(Arrived(Booked(), Ten), (f, s) => AppointmentRules.NoShow(f, 1, s)), later));
        Assert.Equal(VisitState.None, State(Then(Arrived(Booked(), Ten), (f, s) => AppointmentRules.Cancel(f, 1, AskedBy.Family, s)), later));
        Assert.Equal(VisitState.None, State(Then(Arrived(Booked(), Ten), (f, s) => AppointmentRules.Move(f, StudyBuilder.Small, 1, Plan with { Start = Ten.AddDays(1) }, AskedBy.Family, s)), later));
        Assert.Equal(VisitState.NotBack, State(Then(Arrived(Booked(Plan with { Start = Ten.AddDays(1) }), Ten.AddDays(1)), (f, s) => AppointmentRules.Confirm(f, 1)), Ten.AddDays(2)));
    }

    [Fact]
    public void Of_a_family_that_withdrew_nobody_is_waited_for_but_whoever_had_arrived()
    {
        FamilyBuilder Withdrawn(FamilyBuilder family) => family.On("2026-02-05").Does((f, _) => EnrolmentRules.Withdraw(f, new([ConsentScope.Interview], WithdrawalExtent.NoFurtherContact, new(2026, 2, 5))), "enough");

        Assert.Equal(VisitState.None, State(Withdrawn(Booked()), Ten.AddHours(3)));
        Assert.Equal(VisitState.NotBack, State(Withdrawn(Arrived(Booked(), Ten)), Ten.AddHours(3)));
    }

    [Fact]
    public void Raising_the_alarm_ends_the_alert_and_not_the_watch()
    {
        var family = Arrived(Booked(), Ten);
        Does(family, Ten.AddHours(3), (f, s) => VisitSafetyRules.Raise(f, 1, AlarmTold.Manager, Ten.AddHours(2), s));
        Does(family, Ten.AddHours(4), (f, s) => VisitSafetyRules.Raise(f, 1, AlarmTold.Police, s.At, s));

        Assert.Equal((VisitState.Raised, false), (State(family, Ten.AddHours(5)), State(family, Ten.AddHours(5)).IsOverdue()));
        Assert.Equal([AlarmTold.Manager, AlarmTold.Police], family.State.Appointment(1)!.Safety!.Alarms.Select(a => a.Told));
        Does(family, Ten.AddHours(6), (f, s) => VisitSafetyRules.Return(f, 1, SafeReport.SomebodyElse, s.At, s));
        Assert.Equal(VisitState.Back, State(family, Ten.AddHours(6)));
    }

    [Fact]
    public void What_cannot_be_is_refused_with_its_reason()
    {
        string Arrive(FamilyBuilder family, DateTimeOffset at, DateTimeOffset? now = null) => At(family, now ?? at, (f, s) => VisitSafetyRules.CheckIn(f, 1, at, s)).Refused().Code;
        string Return(FamilyBuilder family, DateTimeOffset at, SafeReport said = SafeReport.Interviewer) => At(family, at, (f, s) => VisitSafetyRules.Return(f, 1, said, at, s)).Refused().Code;

        Assert.Equal("visit.not-in-person", Arrive(Booked(Plan with { Mode = VisitMode.Video }), Ten));
        Assert.Equal("visit.arrived", Arrive(Arrived(Booked(), Ten), Ten.AddMinutes(1)));
        Assert.Equal("visit.too-early", Arrive(Booked(), Ten.AddHours(-5)));
        Assert.Equal("visit.future", Arrive(Booked(), Ten.AddHours(1), Ten));
        Assert.Equal("visit.not-begun", Return(Booked(), Ten.AddMinutes(-1)));
        Assert.Equal("visit.no-second", Return(Booked(), Ten.AddHours(1), SafeReport.SecondPerson));
        Assert.Equal("visit.before-arriving", At(Arrived(Booked(), Ten), Ten.AddHours(1), (f, s) => VisitSafetyRules.Return(f, 1, SafeReport.Interviewer, Ten.AddMinutes(-10), s)).Refused().Code);
        Assert.Equal("appointment.unknown", At(FamilyBuilder.TakingPart(), Ten, (f, s) => VisitSafetyRules.CheckIn(f, 1, s.At, s)).Refused().Code);
    }

    [Fact]
    public void An_alert_is_noted_once_and_again_only_where_it_was_refused_three_times_at_most()
    {
        var (family, late) = (Arrived(Booked(), Ten), Ten.AddHours(2));
        FactsDecided Note(FamilyState f, Stamp s) => VisitSafetyRules.NoteAlert(f, 1, Margin, London, s);
        Assert.Equal("message.not-due", At(family, Ten.AddMinutes(80), Note).Refused().Code);

        for (var tried = 0; tried < 3; tried++)
        {
            Does(family, late, Note);
            Assert.Equal("message.noted", At(family, late, Note).Refused().Code);
            family.Does((f, _) => VisitSafetyRules.SettleAlert(f, 1, MessageOutcome.Refused));
        }
        Assert.Equal("message.noted", At(family, late, Note).Refused().Code);
    }

    [Fact]
    public void Expected_back_is_the_planned_end_and_the_margin_over_every_change_of_the_clocks() =>
        Gen.Select(Some.Day, Gen.Int[0, 23 * 60], Gen.Int[5, 240], Gen.Int[5, 120]).Sample((day, minute, minutes, margin) =>
        {
            var plan = Plan with { Start = LocalTimes.Start(London, day).AddMinutes(minute), Minutes = minutes };
            var out_ = new Appointment(1, plan, OperationId.Parse("op"), AppointmentState.Booked) { Safety = new() { Arrived = plan.Start } };
            var due = plan.Start.AddMinutes(minutes + margin);
            return VisitWatch.Of(out_, margin, false, due) == VisitState.Out && VisitWatch.Of(out_, margin, false, due.AddSeconds(1)) == VisitState.NotBack;
        });

    [Fact]
    public void Who_arrived_after_the_planned_end_is_given_the_planned_length_from_then()
    {
        var family = Arrived(Booked(), Ten.AddHours(4));
        Assert.Equal((VisitState.Out, VisitState.NotBack), (State(family, Ten.AddHours(5)), State(family, Ten.AddHours(5).AddMinutes(31))));
    }
}
