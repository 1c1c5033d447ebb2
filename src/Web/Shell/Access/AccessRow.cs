using SosLongitudinal.Study.Accounts;

namespace SosLongitudinal.Web.Shell.Access;

/// <summary>How far a task reaches.</summary>
public enum Reach
{
    /// <summary>Nothing of a family: the study, its design, its people.</summary>
    Study = 0,
    /// <summary>Families or sites, and only those of the person's own sites; others are not found.</summary>
    OwnSites = 1,
}

/// <summary>Who may do one task. The task is the folder of its pages, such as <c>Accounts/Add</c>, or the name its API endpoint gives.</summary>
public sealed record AccessRow(string Task, Roles Roles, Reach Reach = Reach.Study)
{
    /// <summary>Open to people who have not signed in.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Shows names, addresses or telephone numbers.</summary>
    public bool ShowsContactDetails { get; init; }

    public string Policy => $"task:{Task}";

    public bool Allows(Roles roles) => IsPublic || (Roles & roles) != Roles.None;

    public static AccessRow Public(string task) => new(task, Roles.All) { IsPublic = true };
}
