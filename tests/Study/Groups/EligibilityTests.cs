using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Study.Groups;

public sealed class EligibilityTests
{
    private static readonly DateOnly Today = new(2016, 9, 1);
    private static readonly GroupPlan Parents = new(new("ashmere"), StudySketch.T2, GroupKind.Parents, 8);
    private static readonly GroupPlan Young = Parents with { Kind = GroupKind.YoungPeople, FromAge = 8, ToAge = 15 };

    private static FamilySketch Family(string seed = "eligible") => new FamilySketch(seed).Held(StudySketch.Permanent, "2015-06-01").Visited(StudySketch.T1, "2016-02-01");

    private static FamilySketch Child(string seed) => Family(seed).Say(new FamilyFact.ConsentGiven(ConsentScope.ChildInterview, null, "mother", new(2016, 1, 4)));

    private static string Drawn(FamilyState family, GroupPlan plan, DateOnly? today = null) => string.Join(' ', GroupEligibility.Candidates(StudySketch.Frame, family, plan, today ?? Today));

    private static FamilyFact.ConsentWithdrawn Withdrawn(ConsentScope scope, MemberId? about = null) => new([scope], WithdrawalExtent.NoFurtherContact, new(2016, 8, 1), about);

    [Fact]
    public void Parents_whose_consent_covers_the_interview_are_drawn_and_young_people_only_under_their_own()
    {
        var family = Family();
        Assert.Equal(($"{family.Mother}", ""), (Drawn(family, Parents), Drawn(family, Young)));
        var child = Child("young");
        Assert.Equal($"{child.Child}", Drawn(child, Young));
        Assert.Equal("", Drawn(child, Young with { FromAge = 12 }));
        Assert.Equal("", Drawn(new FamilySketch("not-consented", consented: false), Parents));
        Assert.Equal("", Drawn(family, Parents with { Site = new("brackwell") }));
        Assert.Equal("", Drawn(family, Parents, new(2016, 6, 1))); // the wave is not in the field for them yet
    }

    [Fact]
    public void Withdrawal_of_one_leaves_the_others_and_a_child_who_said_no_is_not_asked()
    {
        var family = Child("one");
        family.Say(Withdrawn(ConsentScope.Interview, family.Mother));
        Assert.Equal(("", $"{family.Child}"), (Drawn(family, Parents), Drawn(family, Young)));
        family.Say(new FamilyFact.AssentRecorded(family.Child, false, new(2016, 8, 2), null, "interviewer", ConsentMode.Spoken));
        Assert.Equal("", Drawn(family, Young));
    }

    [Fact]
    public void Who_does_not_want_to_be_contacted_again_is_not_invited()
    {
        var family = Family("recontact").Say(new FamilyFact.ConsentGiven(ConsentScope.Recontact, null, "mother", new(2016, 1, 4)));
        Assert.Equal($"{family.Mother}", Drawn(family, Parents));
        Assert.Equal("", Drawn(family.Say(Withdrawn(ConsentScope.Recontact)), Parents));
    }

    [Fact]
    public void Each_reason_not_to_invite_has_its_name()
    {
        static OffReason? Bar(FamilySketch family) => GroupEligibility.Bar(family, family.Mother, Parents, Today);
        Assert.Null(Bar(Family("none")));
        Assert.Equal(OffReason.NotCovered, Bar(Family("withdrawn").Say(Withdrawn(ConsentScope.Interview))));
        Assert.Equal(OffReason.Died, Bar(Family("death").Say(new FamilyFact.CaseEventRecorded(CaseEventKind.Death, PartialDate.Parse("2016-08"), null, "record"))));
        Assert.Equal(OffReason.Died, Bar(Family("ended-by-death").Say(new FamilyFact.Ended(EndReason.Died, new(2016, 8, 1)))));
        Assert.Equal(OffReason.Withdrew, Bar(Family("ended").Say(new FamilyFact.Ended(EndReason.Withdrew, new(2016, 8, 1)))));
        Assert.Equal(OffReason.Ended, Bar(Family("over").Say(new FamilyFact.Ended(EndReason.Completed, new(2016, 8, 1)))));
        var left = Family("left");
        Assert.Equal(OffReason.LeftFamily, Bar(left.Say(new FamilyFact.MemberLeft(left.Mother, new DateOnly(2016, 8, 1)))));
        var child = Child("child-died");
        child.Say(new FamilyFact.CaseEventRecorded(CaseEventKind.Death, PartialDate.Parse("2016-08-01"), child.Child, "record"));
        Assert.Equal(OffReason.Died, GroupEligibility.Bar(child, child.Child, Young, Today));
    }

    [Fact]
    public void Social_workers_are_those_who_held_a_case_at_the_wave()
    {
        var plan = Parents with { Kind = GroupKind.SocialWorkers, Wave = StudySketch.T1 };
        Assert.Equal($"{StudySketch.Permanent}", Drawn(Family().Held(StudySketch.Agency, "2016-03-01"), plan));
        Assert.Equal($"{StudySketch.Agency}", Drawn(Family().Held(StudySketch.Agency, "2016-03-01"), plan with { Wave = StudySketch.T2 }));
        Assert.Equal("", Drawn(Family().Held(new CaseHolder.Unallocated(), "2016-01-10"), plan));
    }

    [Fact]
    public void A_worker_who_leaves_before_the_session_is_not_invited()
    {
        var group = new FocusGroup(GroupId.From("leaving")) { Plan = Parents with { Kind = GroupKind.SocialWorkers, PlannedOn = new(2016, 10, 1) } };
        var frame = StudySketch.Frame with { Workers = StudySketch.Frame.Workers.SetItem(StudySketch.Agency, StudySketch.Frame.Workers[StudySketch.Agency] with { LeftOn = new(2016, 9, 20) }) };
        Assert.Equal(OffReason.LeftEmployment, GroupEligibility.Bar(frame, StudySketch.Agency, group, Today));
        Assert.Null(GroupEligibility.Bar(frame, StudySketch.Agency, group with { Plan = group.Plan! with { PlannedOn = new(2016, 9, 10) } }, Today));
        Assert.Null(GroupEligibility.Bar(frame, StudySketch.Permanent, group, Today));
    }

    [Fact]
    public void An_invitee_is_a_worker_a_member_or_a_post_and_never_a_name()
    {
        var member = new FamilySketch("named").Mother;
        Assert.Equal(member, Invitee.Parse($"{member}").Member);
        Assert.Equal(StudySketch.Agency, Invitee.Parse($"{StudySketch.Agency}").Worker);
        Assert.Equal("head-of-service", Invitee.Parse("post~head-of-service").Post);
        foreach (var wrong in ImmutableArray.Create("Mrs Smith", "post~Mrs Smith", "W00000Z", "")) Assert.False(Invitee.TryParse(wrong, null, out _));
    }
}
