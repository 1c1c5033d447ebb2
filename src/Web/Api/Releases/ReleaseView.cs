using System.Collections.Immutable;
using SosLongitudinal.Extracts.Recipes;
using SosLongitudinal.Grains.Releases;
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

/// <summary>A release that was begun and is not whole. It may be being made right now.</summary>
/// <param name="Why">Why it stopped; <c>null</c> where it is being made, or where the program ended without a word.</param>
public sealed record UnfinishedRelease(ReleaseId Id, string Title, Recipe Recipe, DateTimeOffset AsOf, string Product, string BegunBy, DateTimeOffset BegunAt, string? Why,
    bool WaitsForTexts, ImmutableArray<TextCount> Texts, ReleaseApproval? TextApproval, ReleaseApproval? TextRefusal)
{
    public static UnfinishedRelease Of(Release release) => new(
        release.Id, release.Request.Title, release.Request.Recipe, release.AsOf, release.Product, release.By, release.BegunAt, release.Stop?.Why,
        release.WaitsForTexts, release.Texts, release.TextApproval, release.TextRefusal);
}

/// <summary>Whether the free text of a release may leave, and why.</summary>
public sealed record TextDecisionBody(bool Approves, string Why);

public sealed record GiveUpBody(string Why = "");

/// <summary>Who may see a release besides administrators and who made it; nobody named: every analyst of its sites.</summary>
public sealed record ReadersBody(ImmutableArray<AccountKey> Readers);

public sealed record ApprovalBody(string Why);

/// <summary>One row that differs.</summary>
public sealed record ComparedRow(string Row, RowChange Change, ImmutableArray<CellDifference> Cells, ImmutableArray<FactBetween> Facts);

/// <summary>What the later of two releases has that the earlier has not. All rows are counted; the first 200 are listed.</summary>
public sealed record ComparisonView(
    ReleaseId Earlier, ReleaseId Later, long Added, long Changed, long Gone, ImmutableArray<string> ColumnsAdded, ImmutableArray<string> ColumnsGone, ImmutableArray<ComparedRow> Rows)
{
    public static ComparisonView Of(ReleaseComparison comparison) => new(
        comparison.Earlier.Id, comparison.Later.Id, comparison.Difference.Added, comparison.Difference.Changed, comparison.Difference.Gone, comparison.Difference.ColumnsAdded,
        comparison.Difference.ColumnsGone, [.. comparison.Rows.Select(r => new ComparedRow(r.Row.Row, r.Row.Change, r.Row.Cells, r.Facts))]);
}
