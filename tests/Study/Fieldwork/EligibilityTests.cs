using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Outcomes;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Fieldwork;

/// <summary>What makes a family ineligible is data, and one function reads it.</summary>
public sealed class EligibilityTests
{
    private static readonly EligibilityRule Died = new("died", "The child has died", CaseEventKind.Death);
    private static readonly EligibilityRule Adult = new("adult", "Every child is an adult", Age: 18);
    private static readonly EligibilityRule Closed = new("closed", "The case was closed", CaseEventKind.Closure) { Until = CaseEventKind.ReReferral, BeforeTheWave = true };

    private static FamilyBuilder TakingPart(string birth = "2018-03", params ImmutableArray<EligibilityRule> rules) =>
        FamilyBuilder.TakingPart(Small with { Design = Small.Design with { Eligibility = rules } }, birth);

    private static DueTrack Interview(FamilyBuilder family, WaveCode wave, string today) => DueList.Of(family.Frame, family.State, family.Frame.Design.Wave(wave)!, Track.Interview, FamilyBuilder.Day(today));

    private static FamilyBuilder Happened(FamilyBuilder family, CaseEventKind kind, string on, MemberId? child = null, string? today = null) =>
        family.On(today ?? "2026-03-01").Does((f, _) => CaseRules.Record(f, new(kind, PartialDate.Parse(on), child, "authority"), family.Today));

    [Fact]
    public void The_death_of_the_child_stops_every_track_at_once_and_names_the_rule()
    {
        var family = TakingPart(rules: Died);
        var before = DueList.Of(family.Frame, family.State, FamilyBuilder.Day("2026-03-15"));
        Assert.Contains(before, t => t.State is DueState.Open or DueState.ClosingSoon);
        Happened(family, CaseEventKind.Death, "2026-02-20", family.Child);
        Assert.All(DueList.Of(family.Frame, family.State, FamilyBuilder.Day("2026-03-15")), t => Assert.Equal(DueState.NotDue, t.State));
        Assert.Equal("died", Interview(family, T1, "2026-03-15").NotEligible?.Code);
        Assert.Equal(OutcomeClass.NotEligible, CaseOutcomes.Of(family.Frame, family.State, family.Frame.Design.Wave(T1)!, FamilyBuilder.Day("2026-03-15")).Class);
    }

    [Fact]
    public void An_event_struck_out_makes_the_family_due_again()
    {
        var family = TakingPart(rules: Died);
        var state = Interview(family, T1, "2026-03-15").State;
        Happened(family, CaseEventKind.Death, "2026-02-20", family.Child);
        Assert.Equal("reason.needed", family.Asks((f, s) => CaseRules.Strike(f, f.CaseEvents[0], s)).Refused().Code);
        family.Does((f, s) => CaseRules.Strike(f, f.CaseEvents[0], s), "another child of the same name");
        Assert.Empty(family.State.CaseEvents);
        Assert.Equal((state, null), (Interview(family, T1, "2026-03-15").State, Interview(family, T1, "2026-03-15").NotEligible));
        Assert.Equal("case.no-such-event", family.Asks((f, s) => CaseRules.Strike(f, new(CaseEventKind.Death, PartialDate.Parse("2026-02-20"), family.Child, "authority"), s), "again").Refused().Code);
    }

    [Fact]
    public void A_death_of_somebody_not_named_stops_nothing_and_an_event_still_to_come_neither()
    {
        var family = TakingPart(rules: Died);
        var state = Interview(family, T1, "2026-03-15").State;
        Happened(family, CaseEventKind.Death, "2026-02-20");
        Assert.Equal(state, Interview(family, T1, "2026-03-15").State);
        Happened(family, CaseEventKind.Death, "2026-03-20", family.Child, "2026-03-20");
        Assert.Equal(state, Interview(family, T1, "2026-03-15").State);
    }

    [Fact]
    public void Where_several_children_are_studied_the_family_stays_due_for_those_who_live()
    {
        var family = TakingPart(rules: Died).With(MemberRole.Child, "2019-05");
        Happened(family, CaseEventKind.Death, "2026-02-20", family.Child);
        var due = Interview(family, T1, "2026-03-15");
        Assert.Null(due.NotEligible);
        if (family.Frame.Design.Children == ChildSelection.AllEligible) Assert.DoesNotContain(due.Forms, f => f.Subject == family.Child);
        Happened(family, CaseEventKind.Death, "2026-02-20", family.MemberOf('C', 2));
        Assert.NotNull(Interview(family, T1, "2026-03-15").NotEligible);
    }

    [Theory]
    [InlineData("2008-02", true)]   // 18 in February: certain from the first of March on
    [InlineData("2008-03", false)]  // in the birth month itself not yet certain
    [InlineData("2010-01", false)]
    public void From_an_age_on_they_are_not_eligible(string born, bool barred) =>
        Assert.Equal(barred, Interview(TakingPart(born, Adult), T1, "2026-03-15").NotEligible is not null);

    [Fact]
    public void A_closure_counts_for_waves_that_open_afterwards_and_until_a_re_referral()
    {
        var family = TakingPart(rules: Closed);
        var second = family.Frame.Design.Waves.First(w => w.IsFollowUp);
        var window = WaveWindows.Of(family.Frame.Design, family.State, second)!.Value;
        var state = Interview(family, T1, "2026-03-15").State;
        Happened(family, CaseEventKind.Closure, "2026-03-10", today: "2026-03-15");
        Assert.Equal(state, Interview(family, T1, "2026-03-15").State); // it was in the field already
        var later = $"{window.Opens.AddDays(1):yyyy-MM-dd}";
        Assert.Equal("closed", Interview(family, second.Code, later).NotEligible?.Code);
        Happened(family, CaseEventKind.ReReferral, $"{window.Opens:yyyy-MM-dd}", today: later);
        Assert.Null(Interview(family, second.Code, later).NotEligible);
    }

    [Fact]
    public void What_was_done_before_stays_done()
    {
        var family = TakingPart(rules: Died).Interviewed(T1, "2026-02-10");
        Happened(family, CaseEventKind.Death, "2026-02-20", family.Child);
        Assert.Equal(DueState.Achieved, Interview(family, T1, "2026-03-15").State);
    }

    [Fact]
    public void Rules_are_held_against_what_a_rule_can_be()
    {
        Assert.Equal("eligibility.event-or-age", Refused(new EligibilityRule("x", "x")));
        Assert.Equal("eligibility.event-or-age", Refused(new EligibilityRule("x", "x", CaseEventKind.Death, 18)));
        Assert.Equal("eligibility.label", Refused(new EligibilityRule("Not A Code", "x", CaseEventKind.Death)));
        Assert.Equal("eligibility.until", Refused(new EligibilityRule("x", "x", CaseEventKind.Closure) { Until = CaseEventKind.Closure }));
        Assert.Equal("eligibility.code-twice", Refused(Died, Died));
        Assert.Empty(EligibilityRules.Declare(Small.Design with { Eligibility = [Died] }, [Died]).Accepted());
    }

    private static string Refused(params ImmutableArray<EligibilityRule> rules) => EligibilityRules.Declare(Small.Design, rules).Refused().Code;
}
