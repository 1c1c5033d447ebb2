using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Families;

/// <summary>Sampled, screened, approached or not, agreed to contact, consented, ended: each step only from the one before it.</summary>
public sealed class StageTests
{
    private static readonly DateOnly Day = new(2026, 1, 8);

    private static readonly Dictionary<string, Func<FamilyState, Decision<ImmutableArray<FamilyFact>>>> Steps = new()
    {
        ["screen"] = f => EnrolmentRules.Screen(f, eligible: true, Day),
        ["screen out"] = f => EnrolmentRules.Screen(f, eligible: false, Day),
        ["approach"] = f => EnrolmentRules.Approach(f, "team manager", Day),
        ["do not approach"] = f => EnrolmentRules.DoNotApproach(f, ApproachBar.WorkerDeclined, "worker", Day),
        ["agree"] = f => EnrolmentRules.AgreeToContact(f, Day),
        ["decline"] = f => EnrolmentRules.DeclineContact(f, Day),
        ["consent"] = f => EnrolmentRules.Consent(f, new(SosLongitudinal.Study.Consent.ConsentScope.Interview, null, "parent", Day), Day),
        ["end"] = f => EnrolmentRules.End(f, EndReason.FoundIneligible, Day, new(new("op"), "coordinator@example.org", default, "found ineligible")),
    };

    private static FamilyBuilder After(string path) => path.Split(", ", StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(new FamilyBuilder().Sampled().On("2026-01-08"), (family, step) => family.Does((f, _) => Steps[step](f)));

    [Theory]
    [InlineData("", Stage.Sampled, "screen, screen out, end")]
    [InlineData("screen", Stage.Screened, "approach, do not approach, end")]
    [InlineData("screen out", Stage.ScreenedOut, "end")]
    [InlineData("screen, approach", Stage.Approached, "agree, decline, end")]
    [InlineData("screen, do not approach", Stage.NotApproached, "approach, end")]             // the worker may change their mind
    [InlineData("screen, approach, decline", Stage.DeclinedContact, "agree, end")]            // and so may the family
    [InlineData("screen, approach, agree", Stage.AgreedToContact, "consent, end")]
    [InlineData("screen, approach, agree, consent", Stage.Consented, "end")]
    [InlineData("screen, approach, agree, consent, end", Stage.Ended, "")]
    public void From_each_stage_only_its_next_steps_leave_facts(string path, Stage stage, string next)
    {
        var family = After(path).State;

        var open = Steps.Where(s => s.Value(family) is Decision<ImmutableArray<FamilyFact>>.Accepted { Value.IsEmpty: false }).Select(s => s.Key);

        Assert.Equal(stage, family.Stage);
        Assert.Equal(next, string.Join(", ", open));
    }

    [Theory]
    [InlineData("screen"), InlineData("screen, approach"), InlineData("screen, do not approach"), InlineData("screen, approach, decline")]
    [InlineData("screen, approach, agree"), InlineData("screen, approach, agree, consent"), InlineData("screen, approach, agree, consent, end")]
    public void Taking_the_last_step_again_leaves_no_second_fact(string path) =>
        Assert.Empty(Steps[path.Split(", ")[^1]](After(path).State).Accepted());

    [Fact]
    public void A_step_out_of_order_is_refused_with_the_stage_in_words()
    {
        var refused = Steps["agree"](After("screen").State).Refused();

        Assert.Equal(("family.stage", RefusalKind.Conflict), (refused.Code, refused.Kind));
        Assert.Contains("'screened'", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_cannot_lie_in_the_future_or_before_the_family_was_sampled()
    {
        var family = After("").State;

        Assert.Equal("date.future", EnrolmentRules.Happened(family, new(2026, 1, 9), Day).Refused().Code);
        Assert.Equal("date.before-sampling", EnrolmentRules.Happened(family, new(2026, 1, 4), Day).Refused().Code);
        Assert.Empty(EnrolmentRules.Happened(family, Day, Day).Accepted());
    }

    [Fact]
    public void The_end_needs_its_reason_and_stays_as_it_was_recorded()
    {
        var end = EnrolmentRules.End(After("").State, EndReason.Died, Day, new(new("op"), "coordinator@example.org", default)).Refused();
        Assert.Equal("reason.needed", end.Code);

        var ended = After("screen, approach, agree, consent, end").State;
        Assert.Equal("family.ended", EnrolmentRules.End(ended, EndReason.Withdrew, Day, new(new("op"), "coordinator@example.org", default, "another reason")).Refused().Code);
    }

    [Fact]
    public void A_family_is_sampled_once_at_a_known_site_in_a_known_cohort_of_an_open_study()
    {
        var sampled = new FamilyFact.Sampled(StudyBuilder.Ashmere, StudyBuilder.Cohort, "A-001", Day);
        var none = new FamilyState(FamilyId.From("new"));

        Assert.Equal("study.not-open", EnrolmentRules.Sample(none, new(), sampled).Refused().Code);
        Assert.Equal("site.unknown", EnrolmentRules.Sample(none, StudyBuilder.Small, sampled with { Site = new("nowhere") }).Refused().Code);
        Assert.Equal("study.unknown-cohort", EnrolmentRules.Sample(none, StudyBuilder.Small, sampled with { Cohort = new("c9") }).Refused().Code);
        Assert.Equal("family.serial", EnrolmentRules.Sample(none, StudyBuilder.Small, sampled with { Serial = "" }).Refused().Code);
        Assert.Equal("family.exists", EnrolmentRules.Sample(After("").State, StudyBuilder.Small, sampled).Refused().Code);
        Assert.All(Steps.Values, step => Assert.Equal("family.unknown", step(none).Refused().Code));
    }
}
