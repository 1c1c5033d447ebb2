using System.Security.Claims;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Shell.Access;

/// <summary>Who is asking. API endpoints take it as a parameter; pages have it as a property.</summary>
public sealed record Person(AccountKey Account, string Name, Roles Roles, SiteScope Sites)
{
    private const string RolesClaim = "sos.roles";
    private const string SiteClaim = "sos.site";
    private const string EverySite = "*";

    /// <summary>Whether families of this site exist for this person.</summary>
    public bool MaySee(SiteCode site) => Sites.Covers(site);

    public bool May(string task) => AccessTable.Of(task).Allows(Roles);

    public bool Is(Roles role) => (Roles & role) != Roles.None;

    /// <summary>What of this person decides what they may do with a family.</summary>
    public FamilyViewer AsViewer() => new(Is(Roles.Coordinator | Roles.Administrator), Is(Roles.Interviewer), this.Scope());

    /// <summary>A stamp for one command of this person.</summary>
    public Stamp Stamp(OperationId operation, TimeProvider clock, string? why = null) => new(operation, Account.ToString(), clock.GetUtcNow(), why);

    public IEnumerable<Claim> ToClaims() =>
    [
        new(ClaimTypes.NameIdentifier, Account.ToString()),
        new(ClaimTypes.Name, Name),
        new(RolesClaim, ((int)Roles).ToString(System.Globalization.CultureInfo.InvariantCulture)),
        .. Sites.Match(_ => [EverySite], only => only.Sites.Select(s => s.ToString())).Select(site => new Claim(SiteClaim, site)),
    ];

    public static Person? Of(ClaimsPrincipal principal)
    {
        if (!AccountKey.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), null, out var account)) return null;
        if (!int.TryParse(principal.FindFirstValue(RolesClaim), out var roles)) return null;
        var sites = principal.FindAll(SiteClaim).Select(c => c.Value).ToList();
        var scope = sites.Contains(EverySite) ? SiteScope.All : SiteScope.Of(sites.Select(s => SiteCode.Parse(s)));
        return new(account, principal.FindFirstValue(ClaimTypes.Name) ?? "", (Roles)roles, scope);
    }

    /// <summary>Lets a minimal API endpoint ask for the person; only public endpoints run without one, and those do not ask.</summary>
    public static ValueTask<Person> BindAsync(HttpContext http) =>
        ValueTask.FromResult(Of(http.User) ?? throw new InvalidOperationException($"{http.Request.Path} asks for a person but is open to all."));
}
