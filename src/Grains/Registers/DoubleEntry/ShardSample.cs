using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers.DoubleEntry;

/// <summary>
/// A shard's forms of the double-entry sample, kept until a family or the design changes; a family that is as it was is not looked at again, since drawing its
/// forms takes a keyed hash each.
/// </summary>
internal sealed class ShardSample(Shard shard)
{
    private readonly Dictionary<FamilyId, (FamilyState Family, ImmutableArray<TwiceRow> Rows)> known = [];
    private (int Revision, int Design, DateOnly Day) at = (-1, 0, default);
    private int design = -1;
    private ImmutableArray<TwiceRow> rows = [];

    public ImmutableArray<TwiceCount> Counts(StudyFrame frame, DateOnly today, DoubleEntrySample sample, ImmutableArray<SiteCode>? scope) =>
        [.. Rows(frame, today, sample).Where(r => Sees(scope, r)).CountBy(r => (r.Site, r.Place.Wave, r.Place.Instrument, r.Status)).Select(c => new TwiceCount(c.Key.Site, c.Key.Wave, c.Key.Instrument, c.Key.Status, c.Value))];

    public TwicePage List(StudyFrame frame, DateOnly today, DoubleEntrySample sample, TwiceQuestion q)
    {
        var fit = Rows(frame, today, sample).Where(r => Fits(q, r)).ToList();
        var after = fit.Where(r => q.After is not { } cursor || r.Cursor.CompareTo(cursor) > 0).OrderBy(r => r.Cursor).Take(q.Take + 1).ToList();
        return new([.. after.Take(q.Take)], fit.Count, after.Count > q.Take ? after[q.Take - 1].Cursor : null);
    }

    private ImmutableArray<TwiceRow> Rows(StudyFrame frame, DateOnly today, DoubleEntrySample sample)
    {
        var now = (shard.Revision, frame.Design.Version, today);
        if (at == now) return rows;
        if (design != frame.Design.Version) known.Clear();
        design = frame.Design.Version;
        foreach (var family in shard.Families)
            if (!known.TryGetValue(family.Id, out var held) || !ReferenceEquals(held.Family, family)) known[family.Id] = (family, [.. Of(frame, today, sample, family)]);
        (at, rows) = (now, [.. shard.Families.SelectMany(f => known[f.Id].Rows)]);
        return rows;
    }

    private static IEnumerable<TwiceRow> Of(StudyFrame frame, DateOnly today, DoubleEntrySample sample, FamilyState family)
    {
        foreach (var form in family.Forms)
        {
            var status = SecondStatuses.Of(form, place => sample.Draws(frame.Design, family.Id, place));
            if (status == SecondStatus.NotSampled || !FormUse.IsAllowed(frame, family, form, today)) continue; // what may no longer be used is not entered again either
            var second = form.Trail?.Second?.Second;
            yield return new(family.Id, form.Place, family.Site, status, form.EnteredBy, form.EnteredAt, second?.By, second?.At) { AlsoKnownTo = form.AlsoKnownTo };
        }
    }

    private static bool Fits(TwiceQuestion q, TwiceRow row) =>
        row.Status == q.Status && Sees(q.Scope, row)
        && (q.Site is not { } site || row.Site == site)
        && (q.Wave is not { } wave || row.Place.Wave == wave)
        && (q.Instrument is not { } instrument || row.Place.Instrument == instrument)
        && (q.NotBy is not { } person || (row.FirstBy != person && !row.AlsoKnownTo.Contains(person)));

    private static bool Sees(ImmutableArray<SiteCode>? scope, TwiceRow row) => scope is not { } sites || sites.Contains(row.Site);
}
