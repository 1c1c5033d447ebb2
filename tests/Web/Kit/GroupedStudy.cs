using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Web.Kit;

/// <summary>Focus groups and rooms, where a test does not care which.</summary>
public static class GroupedStudy
{
    /// <summary>A room that no other test books.</summary>
    public static async Task<RoomCode> Room(this RunningStudy study, SiteCode site)
    {
        var room = RoomCode.Parse($"g{Guid.NewGuid().ToString()[..8]}");
        OpenedStudy.Accepted(await study.Grains.Roster().SetRoom(new(room, site, $"Group room at {site}"), OpenedStudy.Stamp()));
        return room;
    }

    public static async Task<FocusGroup> Group(this RunningStudy study, SiteCode site, GroupKind kind, int seats = 4) =>
        OpenedStudy.Accepted(await study.Grains.PlanGroup(new(site, OpenedStudy.T1, kind, seats), OpenedStudy.Stamp()));

    /// <summary>A group whose session is booked.</summary>
    public static async Task<FocusGroup> Group(this RunningStudy study, SiteCode site, GroupKind kind, RoomCode room, string[] facilitators, DateOnly on, string at = "10:00")
    {
        var group = await study.Group(site, kind);
        var start = OpenedStudy.Accepted(LocalTimes.At("Europe/London", on, TimeOnly.Parse(at, null)));
        return OpenedStudy.Accepted(await study.Services.GetRequiredService<GroupBookings>().Schedule(group.Id, new([.. facilitators], start, 90, room), OpenedStudy.Stamp()));
    }
}
