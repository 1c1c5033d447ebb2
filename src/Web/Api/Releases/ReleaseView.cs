using System.Collections.Immutable;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Web.Api.Releases;

/// <summary>What is to be frozen.</summary>
/// <param name="Sites">Only families of these sites; not named: of all sites that the person may see.</param>
public sealed record ReleaseOrder(string Title, Recipe Recipe, FiveSafes? Safes = null, ImmutableArray<SiteCode>? Sites = null);

/// <summary>A release as the API tells of it. Its files are below <c>/releases/{id}/files/</c>.</summary>
/// <param name="Sites">Whose families are in it; <c>null</c>: all sites.</param>
public sealed record ReleaseView(
    ReleaseId Id, string Title, Recipe Recipe, DateTimeOffset AsOf, string Product, string MadeBy, DateTimeOffset MadeAt, ImmutableArray<SiteCode>? Sites, long Rows, int Columns, int Families,
    ImmutableArray<ReleaseFile> Files, Anonymity? Anonymity, bool WaitsForApproval, ReleaseApproval? Approval, ImmutableArray<AccountKey> Readers, FiveSafes Safes)
{
    public static ReleaseView Of(Release release) => new(
        release.Id, release.Request.Title, release.Request.Recipe, release.AsOf, release.Product, release.By, release.BegunAt, release.Request.Sites, release.Contents!.Rows, release.Contents.Columns,
        release.Contents.Families, release.Contents.Files, release.Contents.Anonymity, release.WaitsForApproval, release.Approval, release.Readers, release.Request.Safes);
}

/// <summary>Who may see a release besides administrators and who made it; nobody named: every analyst of its sites.</summary>
public sealed record ReadersBody(ImmutableArray<AccountKey> Readers);

public sealed record ApprovalBody(string Why);
