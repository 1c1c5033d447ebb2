using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.FocusGroups;

/// <summary>What every endpoint of one group shares: the group in scope, the stamp, and the group as the answer.</summary>
public readonly record struct GroupAt(string Group, IdempotencyKey Key, Person Person, GroupDesk Desk, IGrainFactory Grains, StudyFrames Frames, TimeProvider Clock)
{
    public Task<IResult> Run(string? why, Func<IFocusGroup, Stamp, Task<Decision<FocusGroup>>> command)
    {
        var grains = Grains;
        return Run(why, (group, stamp) => command(grains.FocusGroup(group.Id), stamp));
    }

    public Task<IResult> Invitations(Func<IGroupInvitations, FocusGroup, Stamp, Task<Decision<FocusGroup>>> command)
    {
        var grains = Grains;
        return Run(null, (group, stamp) => command(grains.GroupInvitations(group.Id), group, stamp));
    }

    public async Task<IResult> Run(string? why, Func<FocusGroup, Stamp, Task<Decision<FocusGroup>>> command)
    {
        var (person, stamp) = (Person, Person.Stamp(Key, Clock, why));
        var found = await Desk.Find(Group, Person);
        if (found is not Decision<FocusGroup>.Accepted(var group)) return ((Decision<FocusGroup>.Refused)found).Why.ToProblem();
        return (await command(group, stamp)).ToResult(now => Results.Ok(GroupDetail.Of(now, GroupDesk.MaySeePeople(person, now))));
    }

    /// <summary>A command that books: the session by the study's clocks.</summary>
    public async Task<IResult> Book(SessionBody body, Func<GroupId, SessionPlan, Stamp, Task<Decision<FocusGroup>>> book)
    {
        var read = body.Session((await Frames.Current()).Design.TimeZone);
        return read is Decision<SessionPlan>.Refused no ? no.Why.ToProblem() : await Run(body.Why, (group, stamp) => book(group.Id, ((Decision<SessionPlan>.Accepted)read).Value, stamp));
    }
}
