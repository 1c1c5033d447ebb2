using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>What one shard answers about queries and papers. Most forms have neither: one reference is looked at for each.</summary>
internal static class ShardWork
{
    private const int MostRows = 500;

    public static QueryPage Queries(Shard shard, QueryQuestion q)
    {
        var fitting = Rows(shard, q).ToList();
        var (rows, next) = Page(fitting, r => r.Cursor, q.After, q.Take);
        return new(rows, fitting.Count, next);
    }

    public static ImmutableArray<QueryCount> Counts(Shard shard, QueryQuestion q) =>
        [.. Rows(shard, q).CountBy(r => (r.Site, r.Query.State)).Select(c => new QueryCount(c.Key.Site, c.Key.State, c.Value))];

    public static ReceiptPage Receipts(Shard shard, StudyDesign design, ReceiptQuestion q)
    {
        var fitting = shard.Families.Where(f => Sees(q.Scope, q.Site, f)).SelectMany(f => Rows(f, design, q)).ToList();
        var (rows, next) = Page(fitting, r => r.Cursor, q.After, q.Take);
        return new(rows, fitting.Count, next);
    }

    public static (ImmutableArray<T> Rows, WorkCursor? Next) Page<T>(IReadOnlyCollection<T> fitting, Func<T, WorkCursor> cursor, WorkCursor? after, int take)
    {
        var most = Math.Clamp(take, 1, MostRows);
        var shown = fitting.Select(r => (Row: r, At: cursor(r))).Where(r => after is not { } last || r.At.CompareTo(last) > 0).OrderBy(r => r.At).Take(most + 1).ToList();
        return ([.. shown.Take(most).Select(r => r.Row)], shown.Count > most ? shown[most - 1].At : null);
    }

    private static IEnumerable<QueryRow> Rows(Shard shard, QueryQuestion q)
    {
        foreach (var family in shard.Families)
        {
            if (!Sees(q.Scope, q.Site, family)) continue;
            foreach (var form in family.Forms)
            {
                if (form.Trail is not { Queries: { Length: > 0 } queries } || (q.Instrument is { } instrument && form.Place.Instrument != instrument)) continue;
                foreach (var query in queries)
                    if ((q.States.IsEmpty || q.States.Contains(query.State)) && (q.Person is not { } person || form.EnteredBy == person || query.Involves(person)))
                        yield return new(family.Id, family.Site, form.Place, query, form.EnteredBy, About(family, form.Place), form.Trail.Second is not null) { AlsoKnownTo = form.AlsoKnownTo };
            }
        }
    }

    private static IEnumerable<ReceiptRow> Rows(FamilyState family, StudyDesign design, ReceiptQuestion q)
    {
        foreach (var place in Places(family, q))
        {
            if ((q.Wave is { } wave && place.Wave != wave) || (q.Instrument is { } instrument && place.Instrument != instrument)) continue;
            var log = ReceiptLog.Of(family, design, place);
            if (q.SentUntil is { } until && !(log.IsOut && log.Sent <= until)) continue;
            if (q.Last is { } last && log.Last != last || q.Box is { } box && log.Box != box) continue;
            yield return new(family.Id, family.Site, log, About(family, place), log.Keyed is not null);
        }
    }

    /// <summary>What was sent or boxed is among the notes; only a question about what was keyed looks at every form.</summary>
    private static IEnumerable<FormPlace> Places(FamilyState family, ReceiptQuestion q) =>
        q.SentUntil is not null || q.Box is not null || q.Last is ReceiptStep.Sent or ReceiptStep.Received or ReceiptStep.Boxed
            ? family.Receipts.Select(r => r.Place)
            : family.Receipts.Select(r => r.Place).Union(family.Forms.Where(f => f.Mode is FormMode.Paper).Select(f => f.Place));

    private static Member? About(FamilyState family, FormPlace place) => place.Subject.Member is { } id ? family.Member(id) : null;

    private static bool Sees(ImmutableArray<SiteCode>? scope, SiteCode? site, FamilyState family) =>
        (scope is not { } sites || sites.Contains(family.Site)) && (site is not { } one || family.Site == one);
}
