using System.Net;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace SosLongitudinal.Tests.Web.FocusGroups;

/// <summary>Whoever withdraws, dies, leaves or is erased is off every group at once, and their seat passes on.</summary>
public sealed class GroupWithdrawalTests(RunningStudy study)
{
    [Fact]
    public async Task A_withdrawal_over_the_API_takes_the_parent_off_before_it_answers()
    {
        var (family, next, group) = await Seated();
        await study.Ask(HttpMethod.Post, $"/families/{family.Id}/withdrawals", new { scopes = new[] { "interview" }, from = OpenedStudy.Today });
        var now = (await study.Grains.FocusGroup(group.Id).Read())!; // the group's own record, without asking for anything to be put right
        Assert.Equal((OffReason.NotCovered, GroupCalls.Parent(next)), (now.Invitations[0].Off, $"{Assert.Single(now.Seated).Invitee}"));
        Assert.Equal("group.barred", (await study.Invite(group, family.Parent().Id)).Code);
    }

    [Fact]
    public async Task One_member_s_own_withdrawal_leaves_the_child_invited()
    {
        var family = await study.Family(age: 13);
        var (parents, young) = (await study.Group(RunningStudy.OwnSite, GroupKind.Parents), await study.Group(RunningStudy.OwnSite, GroupKind.YoungPeople));
        await study.Invite(parents, family.Parent().Id);
        await study.Invite(young, family.Child().Id);
        OpenedStudy.Accepted(await study.Grains.Enrolment(family.Id).WithdrawAbout(family.Parent().Id, [ConsentScope.Interview], WithdrawalExtent.NoFurtherContact, OpenedStudy.Today, OpenedStudy.Stamp()));
        Assert.Equal(OffReason.NotCovered, (await study.Grains.FocusGroup(parents.Id).Read())!.Invitations[0].Off);
        Assert.Null((await study.Grains.FocusGroup(young.Id).Read())!.Invitations[0].Off);
    }

    [Fact]
    public async Task A_death_takes_the_whole_family_off()
    {
        var (family, _, group) = await Seated();
        OpenedStudy.Accepted(await study.Grains.Case(family.Id).RecordEvent(CaseEventKind.Death, OpenedStudy.Today, null, "authority", OpenedStudy.Stamp()));
        Assert.Equal(OffReason.Died, (await study.Grains.FocusGroup(group.Id).Read())!.Invitations[0].Off);
    }

    [Fact]
    public async Task Of_an_erased_member_no_group_keeps_anything_and_its_chain_still_holds()
    {
        var (family, next, group) = await Seated();
        await study.Post(group, "invitations/1/reply", new { reply = "yes" });
        OpenedStudy.Accepted(await study.Services.GetRequiredService<Erasures>().Erase(family.Id, family.Parent().Id, OpenedStudy.Today, new ContactViewer(true, false, null), OpenedStudy.Stamp("asked for it")));

        var stored = (await study.Services.GetRequiredService<IRecordStore>().Read(new("focus-group", $"{group.Id}"), TestContext.Current.CancellationToken))!;
        Assert.DoesNotContain($"{family.Parent().Id}", System.Text.Encoding.UTF8.GetString(stored.Content.Span), StringComparison.Ordinal);
        Assert.Null(LedgerCheck.Of("sos.focus-group", $"{group.Id}", stored.Content).Fault);
        var shown = await study.Get(group);
        Assert.Equal([GroupCalls.Parent(next)], shown.Seated);
        Assert.DoesNotContain(GroupCalls.Parent(family), shown.With(_ => true));
    }

    [Fact]
    public async Task A_worker_who_leaves_before_the_session_is_taken_off_and_one_who_leaves_later_stays()
    {
        var (soon, later) = (await study.Worker("Leaves soon"), await study.Worker("Leaves later"));
        var group = OpenedStudy.Accepted(await study.Grains.PlanGroup(new(RunningStudy.OwnSite, OpenedStudy.T1, GroupKind.SocialWorkers, 1, OpenedStudy.Today.AddDays(20)), OpenedStudy.Stamp()));
        Assert.Equal(HttpStatusCode.OK, (await study.Invite(group, soon.Id, "email")).Status);
        Assert.Equal(HttpStatusCode.OK, (await study.Invite(group, later.Id, "email")).Status);
        OpenedStudy.Accepted(await study.Grains.Worker(later.Id).Leave(OpenedStudy.Today.AddDays(30), OpenedStudy.Stamp()));
        OpenedStudy.Accepted(await study.Grains.Worker(soon.Id).Leave(OpenedStudy.Today.AddDays(10), OpenedStudy.Stamp()));
        var now = (await study.Grains.FocusGroup(group.Id).Read())!;
        Assert.Equal((OffReason.LeftEmployment, $"{later.Id}"), (now.Invitations[0].Off, $"{Assert.Single(now.Seated).Invitee}"));
        Assert.Equal("group.barred", (await study.Invite(group, soon.Id, "email")).Code);
    }

    [Fact]
    public async Task Somebody_at_another_site_is_not_there_to_be_invited()
    {
        var (family, worker) = (await study.Family(RunningStudy.OtherSite), await study.Worker("Elsewhere", RunningStudy.OtherSite));
        Assert.Equal("group.invitee-site", (await study.Invite(await study.Group(RunningStudy.OwnSite, GroupKind.Parents), family.Parent().Id)).Code);
        Assert.Equal("group.invitee-site", (await study.Invite(await study.Group(RunningStudy.OwnSite, GroupKind.SocialWorkers), worker.Id)).Code);
        Assert.Equal("group.unknown", (await study.Invite(await study.Group(RunningStudy.OtherSite, GroupKind.Parents), family.Parent().Id)).Code); // nor is the group of a site that is not theirs
    }

    /// <summary>A group of one seat, the first parent in it and the second waiting.</summary>
    private async Task<(FamilyState First, FamilyState Next, FocusGroup Group)> Seated()
    {
        var (first, next, group) = (await study.Family(), await study.Family(), await study.Group(RunningStudy.OwnSite, GroupKind.Parents, seats: 1));
        Assert.Equal(HttpStatusCode.OK, (await study.Invite(group, first.Parent().Id)).Status);
        Assert.Equal([GroupCalls.Parent(next)], (await study.Invite(group, next.Parent().Id)).Waiting);
        return (first, next, group);
    }
}
