using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SosLongitudinal.Web.Shell.Access;

/// <summary>Who may do what: the one table. What is not listed cannot be reached, and the program does not start with a page or endpoint that is not.</summary>
public static class AccessTable
{
    public static readonly ImmutableArray<AccessRow> Rows = [.. PageAccess.Rows, .. ApiAccess.Rows];

    private static readonly FrozenDictionary<string, AccessRow> ByTask = Rows.ToFrozenDictionary(r => r.Task, StringComparer.OrdinalIgnoreCase);

    public static AccessRow? Find(string task) => ByTask.GetValueOrDefault(task);

    public static AccessRow Of(string task) => Find(task) ?? throw new InvalidOperationException($"The task '{task}' has no row in the access table.");
}
