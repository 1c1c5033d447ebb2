using Microsoft.AspNetCore.WebUtilities;
using SosLongitudinal.Study.Quality;

namespace SosLongitudinal.Web.Pages.Quality;

/// <summary>Where the pages about quality rules are.</summary>
public static class QualityLinks
{
    public const string List = "/quality";
    public const string Rules = "/quality/rules";

    public static string ListFor(string? site = null, string? rule = null, string? person = null, string? asOf = null, bool dismissed = false, string? after = null) =>
        QueryHelpers.AddQueryString(List, new Dictionary<string, string?> { ["site"] = site, ["rule"] = rule, ["by"] = person, ["asOf"] = asOf, ["dismissed"] = dismissed ? "true" : null, ["after"] = after }
            .Where(part => !string.IsNullOrEmpty(part.Value)));

    public static string Dismiss(QualityHit hit) => QueryHelpers.AddQueryString($"/families/{hit.Family}/quality/{hit.Rule}/dismiss", "about", hit.About);
}
