using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Shell;

/// <summary>
/// One real value for every route parameter of the application, of something that lies at a site. A room that adds a parameter adds its value here, and the
/// walks take in its endpoints.
/// </summary>
internal static class RouteValues
{
    private static readonly Dictionary<SiteCode, Task<IReadOnlyDictionary<string, string>>> Made = [];

    public static Task<IReadOnlyDictionary<string, string>> At(RunningStudy study, SiteCode site)
    {
        lock (Made)
        {
            if (!Made.TryGetValue(site, out var values)) Made[site] = values = Make(study, site);
            return values;
        }
    }

    private static async Task<IReadOnlyDictionary<string, string>> Make(RunningStudy study, SiteCode site)
    {
        var account = await study.AddAccount($"walked-{site}@study.example", Roles.Researcher, SiteScope.Of(site));
        return new Dictionary<string, string>
        {
            ["account"] = account.ToString(),
            ["site"] = site.ToString(),
            ["documentName"] = "v1",
        };
    }
}
