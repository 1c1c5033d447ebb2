using System.Net;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.FocusGroups;

/// <summary>Safe contact when groups are drawn; on a study of its own, since in a large one a draw is full before it comes to whom it passes over.</summary>
public sealed class GroupSafetyTests(GroupSafetyTests.OneFamilyStudy study) : IClassFixture<GroupSafetyTests.OneFamilyStudy>
{
    public sealed class OneFamilyStudy : RunningStudy;

    [Fact]
    public async Task Whom_safe_contact_forbids_to_ask_in_this_way_is_passed_over_and_not_invited_by_hand()
    {
        var (family, group) = (await study.Family(RunningStudy.OwnSite), await study.Group(RunningStudy.OwnSite, GroupKind.Parents));
        await study.Family(RunningStudy.OwnSite); // somebody who is drawn
        var viewer = new ContactViewer(true, false, null);
        OpenedStudy.Accepted(await study.Grains.Contact(family.Id).SetFlags(family.Parent().Id, new() { NoLetters = true }, viewer, OpenedStudy.Stamp("asked for it")));
        var refused = await study.Invite(group, family.Parent().Id);
        Assert.Equal(("group.barred", "way"), (refused.Code, refused.Body.GetProperty("faults")[0].GetProperty("field").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await study.Invite(group, family.Parent().Id, "telephone")).Status);

        var other = await study.Group(RunningStudy.OwnSite, GroupKind.Parents, seats: 30);
        OpenedStudy.Accepted(await study.Grains.GroupInvitations(group.Id).TakeOff([Invitee.Of(family.Parent().Id)], OffReason.InError, OpenedStudy.Stamp()));
        var drawn = await study.Draw(other, 100);
        Assert.DoesNotContain($"{family.Parent().Id}", drawn.Seated.Concat(drawn.Waiting));
        Assert.True(drawn.Body.GetProperty("draws")[0].GetProperty("passedOver").GetInt32() > 0);
        OpenedStudy.Accepted(await study.Grains.FocusGroup(other.Id).Cancel(OpenedStudy.Stamp("a test")));
    }
}
