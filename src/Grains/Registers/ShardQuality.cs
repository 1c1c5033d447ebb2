using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;

namespace SosLongitudinal.Grains.Registers;

/// <summary>What quality rules find in one shard's families, kept until a family, the design, an instrument or the day changes.</summary>
internal sealed class ShardQuality
{
    private readonly Dictionary<FamilyId, (FamilyState Family, ImmutableArray<QualityHit> Hits)> known = [];
    private (int, int) asked = (-1, -1);
    private DateOnly day;

    public QualityPage Check(Shard shard, StudyFrame frame, DateOnly today, QualityQuestion question)
    {
        var asOf = question.AsOf ?? today;
        if (asked != frame.DueVersion || day != asOf)
        {
            known.Clear();
            (asked, day) = (frame.DueVersion, asOf);
        }
        var counts = new Dictionary<(string Rule, SiteCode Site), (int Open, int Dismissed)>();
        var people = new HashSet<string>();
        var hits = ImmutableArray.CreateBuilder<QualityHit>();
        var (families, more) = (0, false);
        foreach (var family in shard.Snapshot(question.Scope))
        {
            families++;
            var before = hits.Count;
            foreach (var hit in HitsOf(family, frame, asOf))
            {
                var (open, dismissed) = counts.GetValueOrDefault((hit.Rule, hit.Site));
                counts[(hit.Rule, hit.Site)] = hit.Dismissal is null ? (open + 1, dismissed) : (open, dismissed + 1);
                if (hit.EnteredBy.Length > 0) people.Add(hit.EnteredBy);
                if (!IsAsked(hit, question) || (question.After is { } after && family.Id.CompareTo(after) <= 0)) continue;
                if (before >= question.Take) more = true;
                else hits.Add(hit);
            }
        }
        return new(hits.ToImmutable(), [.. counts.Select(c => new QualityCount(c.Key.Rule, c.Key.Site, c.Value.Open, c.Value.Dismissed))], [.. people], families, more);
    }

    /// <summary>One rule over all families, kept by nobody; hits of the first families only, and the count of all.</summary>
    public static QualityPage Try(Shard shard, StudyFrame frame, DateOnly today, DeclaredRule rule, QualityQuestion question)
    {
        var shown = ImmutableArray.CreateBuilder<QualityHit>();
        var (families, found) = (shard.Snapshot(question.Scope), new Dictionary<SiteCode, int>());
        foreach (var family in families)
        {
            var hits = QualityCheck.Of(family, frame, today, rule);
            if (hits.IsEmpty) continue;
            found[family.Site] = found.GetValueOrDefault(family.Site) + hits.Length;
            if (shown.Count < question.Take) shown.AddRange(hits);
        }
        return new(shown.ToImmutable(), [.. found.Select(f => new QualityCount(rule.Code, f.Key, f.Value, 0))], [], families.Count, found.Values.Sum() > shown.Count);
    }

    private ImmutableArray<QualityHit> HitsOf(FamilyState family, StudyFrame frame, DateOnly asOf)
    {
        if (known.TryGetValue(family.Id, out var held) && ReferenceEquals(held.Family, family)) return held.Hits;
        var hits = QualityCheck.Of(family, frame, asOf);
        known[family.Id] = (family, hits);
        return hits;
    }

    private static bool IsAsked(QualityHit hit, QualityQuestion question) =>
        (question.Site is not { } site || hit.Site == site) && (question.Rule is not { } rule || hit.Rule == rule)
        && (question.Person is not { } person || hit.EnteredBy == person) && question.Dismissed == hit.Dismissal is not null;
}
