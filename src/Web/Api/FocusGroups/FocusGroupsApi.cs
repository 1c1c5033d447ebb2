using System.Collections.Immutable;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.FocusGroups;

/// <summary>/focus-groups: planned, filled, held and followed to the coded transcript. Key-informant interviews likewise.</summary>
internal static class FocusGroupsApi
{
    public static void MapFocusGroups(this RouteGroupBuilder api)
    {
        var groups = api.MapGroup("/focus-groups").WithTags("Focus groups");
        groups.MapGet("", List).Task("Api/FocusGroups/List").Produces<ImmutableArray<GroupView>>().WithSummary("Focus groups and key-informant interviews at this person's sites");
        groups.MapGet("/progress", Progress).Task("Api/FocusGroups/List").Produces<ImmutableArray<GroupProgress>>().WithSummary("How many groups of each kind a site wants, has booked and has held at each wave");
        groups.MapPost("", Plan).Task("Api/FocusGroups/Plan").Produces<GroupDetail>(201).WithSummary("Plan a group");
        api.MapPut("/study/group-targets", SetTarget).Task("Api/Study/GroupTargets").Produces<ImmutableArray<GroupTarget>>().WithTags("Study").WithSummary("Set how many groups of a kind are wanted at a wave, at one site or at each");

        var one = groups.MapGroup("/{group}");
        one.MapGet("", ([AsParameters] GroupAt at) => at.Run(null, (group, _) => Task.FromResult<Decision<FocusGroup>>(group)))
            .Task("Api/FocusGroups/List").Produces<GroupDetail>().WithSummary("A group, who is invited, and how far its transcript has come");
        one.MapPut("/plan", ([AsParameters] GroupAt at, GroupPlanBody body) => at.Run(null, (group, stamp) => at.Grains.FocusGroup(group.Id).ChangePlan(body.Over(group.Plan!), stamp)))
            .Task("Api/FocusGroups/Plan").Produces<GroupDetail>().WithSummary("Change seats, planned day, length or ages");
        one.MapPost("/session", ([AsParameters] GroupAt at, SessionBody body, GroupBookings bookings) => at.Book(body, bookings.Schedule))
            .Task("Api/FocusGroups/Plan").Produces<GroupDetail>().WithSummary("Book the session; holds the diaries of all facilitators and of the room");
        one.MapPost("/move", ([AsParameters] GroupAt at, SessionBody body, GroupBookings bookings) => at.Book(body, bookings.Move))
            .Task("Api/FocusGroups/Plan").Produces<GroupDetail>().WithSummary("Move the session to another time, room or facilitators, with a reason");
        one.MapPost("/cancel", ([AsParameters] GroupAt at, GroupReasonBody body, GroupBookings bookings) => at.Run(body.Why, (group, stamp) => bookings.Cancel(group.Id, stamp)))
            .Task("Api/FocusGroups/Plan").Produces<GroupDetail>().WithSummary("Cancel the group, with a reason; its diaries are free again");
        one.MapPost("/close", ([AsParameters] GroupAt at, GroupReasonBody body) => at.Run(body.Why, (door, stamp) => door.Close(stamp)))
            .Task("Api/FocusGroups/Plan").Produces<GroupDetail>().WithSummary("Close the group: the transcript is coded, or a reason says why it will not be");
        one.MapPost("/reopen", ([AsParameters] GroupAt at, GroupReasonBody body) => at.Run(body.Why, (door, stamp) => door.Reopen(stamp)))
            .Task("Api/FocusGroups/Plan").Produces<GroupDetail>().WithSummary("Open a closed group again, with a reason");
        one.MapGroupPeople();
    }

    private static async Task<IResult> List(Person person, StudyFrames frames, SiteCode? site, WaveCode? wave, CaseName<GroupKind>? kind, CaseName<GroupState>? state) =>
        Results.Ok(GroupLists.Of(await frames.Current(), person, site, wave, kind?.Case, state?.Case).Select(GroupView.Of).ToImmutableArray());

    private static async Task<IResult> Progress(Person person, StudyFrames frames) => Results.Ok(GroupTargets.Progress(await frames.Current(), person.MaySee).ToImmutableArray());

    private static async Task<IResult> Plan(GroupBody body, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        !person.MaySee(body.Site) ? (SiteRefusals.Unknown(body.Site) with { Kind = RefusalKind.Invalid }).At("site").ToProblem()
        : (await grains.PlanGroup(body.Plan, person.Stamp(key, clock))).ToResult(group => Results.Created($"/api/v1/focus-groups/{group.Id}", GroupDetail.Of(group, withPeople: true)));

    private static async Task<IResult> SetTarget(GroupTarget body, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        (await grains.GroupTargets().Set(body, person.Stamp(key, clock))).ToResult(design => Results.Ok(design.GroupTargets));
}

/// <summary>The groups that a person may see, narrowed: those to come, the soonest first and those without a day last; then what is over, the latest first.</summary>
public static class GroupLists
{
    public static IEnumerable<FocusGroup> Of(StudyFrame frame, Person person, SiteCode? site, WaveCode? wave, GroupKind? kind, GroupState? state) => frame.Groups.Values
        .Where(g => g.Plan is { } plan && person.MaySee(plan.Site) && (site ?? plan.Site) == plan.Site && (wave ?? plan.Wave) == plan.Wave && (kind ?? plan.Kind) == plan.Kind && (state ?? g.State) == g.State)
        .OrderBy(g => !g.IsToCome).ThenBy(g => g.IsToCome ? When(g).Ticks : -When(g).Ticks).ThenBy(g => g.Id);

    private static DateTime When(FocusGroup group) => group.Session?.Start.UtcDateTime ?? group.Plan!.PlannedOn?.ToDateTime(TimeOnly.MinValue) ?? DateTime.MaxValue;
}
