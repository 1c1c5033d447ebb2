using System.Collections.Frozen;
using System.Collections.Immutable;
using static SosLongitudinal.Study.Accounts.Roles;
using static SosLongitudinal.Web.Shell.Access.AccessRow;

namespace SosLongitudinal.Web.Shell.Access;

/// <summary>Who may do what: the one table. What is not listed cannot be reached, and the program does not start with a page or endpoint that is not.</summary>
public static class AccessTable
{
    public static readonly ImmutableArray<AccessRow> Rows =
    [
        // shell
        new("Home", All),
        Public("Health"),
        Public("Api/Document"),

        // accounts
        Public("Accounts/SignIn"),
        Public("Accounts/SignInAgain"),
        Public("Accounts/SetUp"),
        Public("Api/Tokens/Issue"),
        new("Accounts/SignOut", All),
        new("Accounts/Password", All),
        new("Accounts/List", Administrator),
        new("Accounts/Add", Administrator),
        new("Accounts/Change", Administrator),
    ];

    private static readonly FrozenDictionary<string, AccessRow> ByTask = Rows.ToFrozenDictionary(r => r.Task, StringComparer.OrdinalIgnoreCase);

    public static AccessRow? Find(string task) => ByTask.GetValueOrDefault(task);

    public static AccessRow Of(string task) => Find(task) ?? throw new InvalidOperationException($"The task '{task}' has no row in the access table.");
}
