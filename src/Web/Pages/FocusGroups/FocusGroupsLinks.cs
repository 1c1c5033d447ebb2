using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.FocusGroups;

/// <summary>Where the pages about focus groups and key-informant interviews are.</summary>
public static class FocusGroupsLinks
{
    public const string List = "/focus-groups";
    public const string Plan = "/focus-groups/plan";
    public const string Targets = "/study/focus-groups";

    public static string PlanAt(SiteCode site, WaveCode wave, GroupKind kind) => $"{Plan}?Site={site}&Wave={wave}&Kind={kind}";
    public static string Show(GroupId group) => $"/focus-groups/{group}";
    public static string ChangePlan(GroupId group) => $"/focus-groups/{group}/plan";
    public static string Book(GroupId group) => $"/focus-groups/{group}/book";
    public static string Cancel(GroupId group) => $"/focus-groups/{group}/cancel";
    public static string Invite(GroupId group) => $"/focus-groups/{group}/invite";
    public static string Replies(GroupId group) => $"/focus-groups/{group}/replies";
    public static string Attendance(GroupId group) => $"/focus-groups/{group}/attendance";
    public static string Transcript(GroupId group) => $"/focus-groups/{group}/transcript";
    public static string Close(GroupId group) => $"/focus-groups/{group}/close";
}
