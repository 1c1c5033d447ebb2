using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Fieldwork;

public sealed class AttemptRulesTests
{
    private static readonly ImmutableArray<DayOfWeek> Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private static readonly ContactProtocol Protocol = new(3, 2)
    {
        Times = [new("day", "Weekday", Weekdays, new(9, 0), new(17, 0)), new("evening", "Weekday evening", Weekdays, new(17, 0), new(20, 0)), new("weekend", "Weekend", [DayOfWeek.Saturday, DayOfWeek.Sunday], new(10, 0), new(18, 0))],
    };

    private static readonly StudyFrame Frame = With(d => d with { Protocol = Protocol });

    private static FamilyBuilder Family() => FamilyBuilder.TakingPart(Frame).On("2026-05-20");

    private static ContactAttempt Call(FamilyBuilder family, string at, string outcome = "no-answer") =>
        new(AttemptMode.Telephone, DateTimeOffset.Parse(at + "Z", null), FamilyBuilder.By, outcome, family.Parent, "", NextStep.None, null);

    private static string Refused(FamilyBuilder family, ContactAttempt attempt, string? why = null) => family.Asks((f, s) => AttemptRules.Record(f, Frame, T1, attempt, s), why).Refused().Code;

    private static FamilyBuilder Tried(FamilyBuilder family, params string[] at)
    {
        foreach (var one in at) family.Does((f, s) => AttemptRules.Record(f, Frame, T1, Call(family, one), s));
        return family;
    }

    private static ContactPlan Plan(FamilyBuilder family, string today)
    {
        var day = FamilyBuilder.Day(today);
        var due = DueList.Of(Frame, family.State, Frame.Design.Waves[0], Track.Interview, day);
        return ContactPlan.Of(Frame.Design, family.State, T1, due.State, due.Window, day);
    }

    [Fact]
    public void An_attempt_recorded_twice_is_one_and_another_at_its_minute_is_refused()
    {
        var family = Tried(Family(), "2026-03-02T10:00", "2026-03-02T10:00");
        Assert.Single(family.State.Attempts);
        Assert.Equal("attempt.there", Refused(family, Call(family, "2026-03-02T10:00", "busy")));
    }

    [Fact]
    public void Each_thing_that_cannot_be_is_refused_by_its_own_code()
    {
        var family = Family();
        var call = Call(family, "2026-03-02T10:00");
        Assert.Equal("attempt.outcome", Refused(family, call with { Outcome = "levitated" }));
        Assert.Equal("attempt.outcome-mode", Refused(family, call with { Outcome = "no-one-home" }));
        Assert.Equal("attempt.with", Refused(family, call with { With = null }));
        Assert.Equal("attempt.next-before", Refused(family, call with { Next = NextStep.Visit, NextOn = new(2026, 3, 1) }));
        Assert.Equal("attempt.next-without", Refused(family, call with { NextOn = new(2026, 3, 4) }));
        Assert.Equal("date.future", Refused(family, Call(family, "2026-05-21T10:00")));
        var sampled = new FamilyBuilder(Frame).Sampled().With(MemberRole.Parent).On("2026-05-20");
        Assert.Equal("family.not-agreed", Refused(sampled, Call(sampled, "2026-03-02T10:00")));
    }

    [Theory]
    [InlineData("Ring 01632 960 001 after six")]
    [InlineData("her sister is at +44 1632 960001")]
    [InlineData("write to jo@example.org")]
    [InlineData("moved to zz1 1zz")]
    public void A_note_that_tells_how_to_reach_somebody_is_refused(string note)
    {
        var family = Family();
        Assert.Equal("attempt.note-identifies", Refused(family, Call(family, "2026-03-02T10:00") with { Note = note }));
    }

    [Theory]
    [InlineData("Said she is back on 2026-03-04 at 10:30")]
    [InlineData("3 of 4 children at home, form B2 left")]
    public void An_ordinary_note_is_taken(string note)
    {
        var family = Family();
        family.Does((f, s) => AttemptRules.Record(f, Frame, T1, Call(family, "2026-03-02T10:00") with { Note = note }, s));
        Assert.Equal(note, Assert.Single(family.State.Attempts).Attempt.Note);
    }

    [Fact]
    public void At_the_ceiling_the_outcome_is_asked_for_and_one_more_attempt_needs_its_reason()
    {
        var family = Tried(Family(), "2026-03-02T10:00", "2026-03-04T10:00");
        Assert.Equal((TryState.Now, 2, 3), Plan(family, "2026-03-10") is var p ? (p.State, p.Made, p.Most!.Value) : default);
        Tried(family, "2026-03-06T10:00");
        Assert.Equal((TryState.Dispose, "2.20"), Plan(family, "2026-03-06") is var q ? (q.State, q.Final) : default);
        Assert.Equal("attempt.ceiling", Refused(family, Call(family, "2026-03-09T10:00")));
        family.Does((f, s) => AttemptRules.Record(f, Frame, T1, Call(family, "2026-03-09T10:00"), s), "the worker gave a new number");
        Assert.Equal(4, family.State.Attempts.Length);
    }

    [Fact]
    public void Letters_and_the_worker_do_not_count_towards_the_ceiling()
    {
        var family = Tried(Family(), "2026-03-02T10:00");
        foreach (var (mode, outcome, hour) in new[] { (AttemptMode.Letter, "sent", 11), (AttemptMode.Text, "sent", 12), (AttemptMode.Worker, "worker-no-reply", 13) })
            family.Does((f, s) => AttemptRules.Record(f, Frame, T1, Call(family, $"2026-03-02T{hour}:00", outcome) with { Mode = mode }, s));
        Assert.Equal(1, Plan(family, "2026-03-10").Made);
    }

    [Fact]
    public void The_plan_says_which_times_have_not_been_tried_by_local_time()
    {
        Assert.Equal(["day", "evening", "weekend"], Plan(Family(), "2026-03-10").Untried.Select(t => t.Code));
        Assert.Equal(["evening", "weekend"], Plan(Tried(Family(), "2026-03-27T16:30"), "2026-03-28").Untried.Select(t => t.Code)); // 16:30, before the clocks change
        Assert.Equal(["day", "weekend"], Plan(Tried(Family(), "2026-03-30T16:30"), "2026-03-31").Untried.Select(t => t.Code)); // 17:30, after it
    }

    [Fact]
    public void The_next_day_is_the_one_agreed_and_else_follows_from_the_protocol()
    {
        Assert.Equal((TryState.Now, new DateOnly(2026, 1, 1)), Plan(Family(), "2026-03-10") is var first ? (first.State, first.On!.Value) : default);
        var tried = Tried(Family(), "2026-03-02T10:00");
        Assert.Equal((TryState.Later, new DateOnly(2026, 3, 4)), Plan(tried, "2026-03-03") is var p ? (p.State, p.On!.Value) : default);
        tried.Does((f, s) => AttemptRules.Record(f, Frame, T1, Call(tried, "2026-03-03T10:00") with { Next = NextStep.Visit, NextOn = new(2026, 3, 20) }, s));
        Assert.Equal((TryState.Later, NextStep.Visit, new DateOnly(2026, 3, 20)), Plan(tried, "2026-03-19") is var q ? (q.State, q.Next, q.On!.Value) : default);
        Assert.Equal(TryState.Now, Plan(tried, "2026-03-20").State);
    }

    [Fact]
    public void Nobody_is_tried_once_the_interview_is_done_or_lost_and_an_overdue_one_is_to_be_given_up()
    {
        Assert.Equal(TryState.None, Plan(FamilyBuilder.TakingPart(Frame).Interviewed(T1, "2026-03-01"), "2026-03-02").State);
        Assert.Equal(TryState.None, Plan(FamilyBuilder.TakingPart(Frame).Lost(T1, Track.Interview, "2.20", "2026-03-01"), "2026-03-02").State);
        Assert.Equal(TryState.Dispose, Plan(Family(), "2026-07-01").State);
    }

    [Fact]
    public void Nobody_is_tried_after_a_withdrawal_or_after_the_wave_was_given_up()
    {
        var withdrawn = Family().Does((f, _) => EnrolmentRules.Withdraw(f, new([ConsentScope.Interview], WithdrawalExtent.NoFurtherContact, new(2026, 3, 1))));
        Assert.Equal("attempt.withdrawn", Refused(withdrawn, Call(withdrawn, "2026-03-02T10:00")));
        var lost = Family().Lost(T1, Track.Interview, "2.20", "2026-03-01");
        Assert.Equal("attempt.disposed", Refused(lost, Call(lost, "2026-03-02T10:00")));
        Assert.Single(Tried(lost, "2026-02-20T10:00").State.Attempts); // made before, recorded late
    }

    [Fact]
    public void What_was_struck_out_counts_no_more_and_its_number_is_not_used_again()
    {
        var family = Tried(Family(), "2026-03-02T10:00");
        Assert.Equal("reason.needed", family.Asks((f, s) => AttemptRules.Strike(f, T1, 1, s)).Refused().Code);
        family.Does((f, s) => AttemptRules.Strike(f, T1, 1, s), "another family's");
        Assert.Equal(0, Plan(family, "2026-03-10").Made);
        Assert.Equal([1, 2], Tried(family, "2026-03-02T10:00").State.Attempts.Select(a => a.Number).Order());
    }

    [Fact]
    public void Every_outcome_points_to_a_final_disposition_that_a_person_may_record() =>
        Assert.All(AttemptOutcomes.All, o => Assert.True(Dispositions.Find(o.Final) is { Class: not (OutcomeClass.Complete or OutcomeClass.Partial) }, o.Code));
}
