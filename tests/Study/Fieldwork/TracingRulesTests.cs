using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Fieldwork.Tracing;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Fieldwork;

public sealed class TracingRulesTests
{
    private static FamilyBuilder Family() => FamilyBuilder.TakingPart(Small).On("2026-03-20");

    private static TracingAttempt Looked(string on, TracingSource source = TracingSource.School, TracingResult result = TracingResult.Nothing, string? next = null) =>
        new(source, FamilyBuilder.Day(on), FamilyBuilder.By, result, next is null ? null : FamilyBuilder.Day(next));

    private static FamilyBuilder Trace(FamilyBuilder family, TracingAttempt attempt) => family.Does((f, s) => TracingRules.Record(f, Small, T1, attempt, s));

    private static string Refused(FamilyBuilder family, TracingAttempt attempt) => family.Asks((f, s) => TracingRules.Record(f, Small, T1, attempt, s)).Refused().Code;

    private static ContactPlan Plan(FamilyBuilder family, string today)
    {
        var day = FamilyBuilder.Day(today);
        var due = DueList.Of(Small, family.State, Small.Design.Waves[0], Track.Interview, day);
        return ContactPlan.Of(Small.Design, family.State, T1, due.State, due.Window, day);
    }

    [Fact]
    public void Each_thing_that_cannot_be_is_refused_by_its_own_code()
    {
        var family = Family();
        Assert.Equal("date.future", Refused(family, Looked("2026-03-21")));
        Assert.Equal("date.before-sampling", Refused(family, Looked("2025-12-01")));
        Assert.Equal("tracing.next-before", Refused(family, Looked("2026-03-10", next: "2026-03-09")));
        Assert.Equal("tracing.no-next", Refused(family, Looked("2026-03-10", result: TracingResult.Died, next: "2026-03-12")));
        Assert.Equal("tracing.by", Refused(family, Looked("2026-03-10") with { By = "" }));
        var sampled = new FamilyBuilder(Small).Sampled().With(MemberRole.Parent).On("2026-03-20");
        Assert.Equal("family.not-agreed", Refused(sampled, Looked("2026-03-10")));
        var withdrawn = Family().Does((f, _) => EnrolmentRules.Withdraw(f, new([ConsentScope.Interview], WithdrawalExtent.NoFurtherContact, new(2026, 3, 1))));
        Assert.Equal("tracing.withdrawn", Refused(withdrawn, Looked("2026-03-10")));
    }

    [Fact]
    public void What_was_tried_and_what_was_not_follows_from_what_stands()
    {
        var family = Trace(Trace(Family(), Looked("2026-03-10")), Looked("2026-03-11", TracingSource.Authority));
        Assert.Equal([TracingSource.Authority, TracingSource.School], SourcesTried.Of(family.State, T1).Tried);
        Assert.Equal("reason.needed", family.Asks((f, s) => TracingRules.Strike(f, T1, 1, s)).Refused().Code);
        family.Does((f, s) => TracingRules.Strike(f, T1, 1, s), "another family");
        Assert.Equal([TracingSource.Authority], SourcesTried.Of(family.State, T1).Tried);
        Assert.Equal(Enum.GetValues<TracingSource>().Length - 1, SourcesTried.Of(family.State, T1).Untried.Length);
        Trace(family, Looked("2026-03-12"));
        Assert.Equal([1, 2, 3], family.State.Tracing.Select(t => t.Number)); // a number is not used again
        Assert.Equal("tracing.unknown", family.Asks((f, s) => TracingRules.Strike(f, T1, 4, s), "x").Refused().Code);
    }

    [Fact]
    public void The_day_on_which_to_go_on_looking_counts_like_that_of_an_attempt_until_a_later_attempt()
    {
        var family = Trace(Family(), Looked("2026-03-10", next: "2026-03-18"));
        Assert.Equal((TryState.Later, NextStep.Trace, new DateOnly(2026, 3, 18)), Plan(family, "2026-03-12") is var p ? (p.State, p.Next, p.On!.Value) : default);
        Assert.Equal(TryState.Now, Plan(family, "2026-03-18").State);
        var call = new ContactAttempt(AttemptMode.Telephone, new(2026, 3, 15, 10, 0, 0, TimeSpan.Zero), FamilyBuilder.By, "no-answer", family.Parent, "", NextStep.Visit, new(2026, 3, 19));
        family.Does((f, s) => AttemptRules.Record(f, Small, T1, call, s));
        Assert.Equal((NextStep.Visit, new DateOnly(2026, 3, 19)), Plan(family, "2026-03-16") is var q ? (q.Next, q.On!.Value) : default);
    }

    [Fact]
    public void A_death_that_comes_to_light_ends_all_contact_and_does_so_no_more_once_struck_out()
    {
        var family = Trace(Family(), Looked("2026-03-10", result: TracingResult.Died));
        Assert.True(Departures.HasDied(family.State));
        family.Does((f, s) => TracingRules.Strike(f, T1, 1, s), "mistaken for another family");
        Assert.False(Departures.HasDied(family.State));
    }
}
