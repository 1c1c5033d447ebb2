using System.Collections.Immutable;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;

namespace SosLongitudinal.Web.Api.Quality;

/// <summary>Something to look at. <c>about</c> and <c>digest</c> are sent back to set it aside.</summary>
public sealed record QualityHitView(
    string Rule, FamilyId Family, SiteCode Site, string About, QualitySeverity Severity, string Sentence, string Digest, FormPlace? Place, string EnteredBy, QualityDismissal? Dismissal)
{
    public static QualityHitView Of(QualityHit hit) => new(hit.Rule, hit.Family, hit.Site, hit.About, hit.Severity, hit.Sentence, hit.Digest, hit.Place, hit.EnteredBy, hit.Dismissal);
}

/// <summary>Hits by family; <c>next</c> is sent back as <c>after</c>, and <c>null</c> on the last page. Counts are of all that the person may see.</summary>
public sealed record QualityHits(IReadOnlyList<QualityHitView> Items, FamilyId? Next, ImmutableArray<QualityCount> Counts, int Families);

/// <summary>What a run over the registers found.</summary>
public sealed record QualityRun(DateTimeOffset At, DateOnly AsOf, int Families, int Open, int Dismissed, double Seconds);

public sealed record DismissalBody(string About, string Digest, string Reason);

public sealed record TriedBody(string Expression);

public sealed record RuleBody(string Sentence, string Expression, QualitySeverity Severity = QualitySeverity.Warning);
