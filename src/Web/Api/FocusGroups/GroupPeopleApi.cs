using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.FocusGroups;

/// <summary>Who is invited to a group, who came, and what became of the transcript.</summary>
internal static class GroupPeopleApi
{
    public static void MapGroupPeople(this RouteGroupBuilder one)
    {
        one.MapPost("/draws", ([AsParameters] GroupAt at, DrawBody body, GroupInvitations invitations) =>
                at.Run(null, (group, stamp) => invitations.Draw(group.Id, body.HowMany, body.Way, at.Desk.Safely(body.Way, at.Person), stamp)))
            .Task("Api/FocusGroups/Invite").Produces<GroupDetail>().WithSummary("Draw people by the rule of the group's kind, in an order that the study's secret decides");
        one.MapPost("/invitations", ([AsParameters] GroupAt at, InviteBody body, GroupInvitations invitations) =>
                at.Run(null, (group, stamp) => invitations.Invite(group.Id, body.Invitee, body.Way, at.Desk.Safely(body.Way, at.Person), stamp)))
            .Task("Api/FocusGroups/Invite").Produces<GroupDetail>().WithSummary("Invite one person by worker id, member id or post, at the end of the order");
        one.MapPost("/invitations/{number:int}/reply", (int number, [AsParameters] GroupAt at, ReplyBody body) => at.Invitations((door, _, stamp) => door.Reply(number, body.Reply, stamp)))
            .Task("Api/FocusGroups/Invite").Produces<GroupDetail>().WithSummary("Note what somebody said; a seat that is declined passes to the next on the list");
        one.MapPost("/invitations/{number:int}/take-off", (int number, [AsParameters] GroupAt at, TakeOffBody body) => at.Invitations((door, group, stamp) => group.Invitation(number) is { } there
                ? door.TakeOff([there.Invitee], body.Reason, stamp) : Task.FromResult<Decision<FocusGroup>>(GroupRefusals.UnknownInvitation)))
            .Task("Api/FocusGroups/Invite").Produces<GroupDetail>().WithSummary("Take somebody off the list, with a reason");
        one.MapPost("/attendance", ([AsParameters] GroupAt at, AttendanceBody body) => at.Run(null, (group, stamp) => GroupDesk.MaySayWhoCame(at.Person, group)
                ? at.Grains.FocusGroup(group.Id).Hold(body.Attendances.IsDefault ? [] : body.Attendances, stamp) : Task.FromResult<Decision<FocusGroup>>(GroupRefusals.Unknown)))
            .Task("Api/FocusGroups/Attendance").Produces<GroupDetail>().WithSummary("Say that it was held, who came and who agreed to be recorded; sent again it corrects that");
        one.MapPost("/transcript", ([AsParameters] GroupAt at, TranscriptBody body) => at.Run(null, (IFocusGroup door, Stamp stamp) => door.Forward(body.Step, body.On, body.Who, body.Source, stamp)))
            .Task("Api/FocusGroups/Transcript").Produces<GroupDetail>().WithSummary("Take the transcript one step on: received, checked, anonymised, coded");
        one.MapPost("/transcript/back", ([AsParameters] GroupAt at, TranscriptBackBody body) => at.Run(body.Why, (IFocusGroup door, Stamp stamp) => door.Back(body.Step, body.On, body.Who, stamp)))
            .Task("Api/FocusGroups/Transcript").Produces<GroupDetail>().WithSummary("Take the transcript back to an earlier step, with a reason");
    }
}
