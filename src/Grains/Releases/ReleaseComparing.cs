using System.Collections.Immutable;
using SosLongitudinal.Extracts.Recipes;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Grains.Releases;

/// <summary>A fact that lies between two releases.</summary>
public sealed record FactBetween(string Kind, DateTimeOffset At, string By);

/// <summary>A row that differs, with what was recorded of its family between the two instants.</summary>
public sealed record ReleasedRow(RowDifference Row, ImmutableArray<FactBetween> Facts);

/// <summary>What one release has that another has not.</summary>
public sealed record ReleaseComparison(Release Earlier, Release Later, TableDifference Difference, ImmutableArray<ReleasedRow> Rows);

/// <summary>Holds two releases of one table against each other, as they were frozen.</summary>
public sealed class ReleaseComparing(ReleaseShelf shelf, IRecordStore store)
{
    /// <summary>How many rows are listed with their cells.</summary>
    private const int Most = 200;

    public async Task<Decision<ReleaseComparison>> Compare(Release one, Release other, CancellationToken cancellation = default)
    {
        var (earlier, later) = one.AsOf <= other.AsOf ? (one, other) : (other, one);
        var (before, after) = (earlier.Request.Recipe, later.Request.Recipe);
        if (before.Dataset != after.Dataset || before.Shape != after.Shape) return ReleaseRefusals.OtherTable;
        if ((before.Privacy.Ids, before.Privacy.Link) != (after.Privacy.Ids, after.Privacy.Link) || (after.Privacy is { Ids: "pseudonyms", Link: "" } && one.Id != other.Id)) return ReleaseRefusals.Unlinked;
        var difference = await new TableComparison(() => shelf.Rows(earlier.Id, cancellation), () => shelf.Rows(later.Id, cancellation), Most).Of(cancellation);
        var facts = new Dictionary<string, ImmutableArray<FactBetween>>(StringComparer.Ordinal);
        foreach (var family in difference.Rows.Select(r => r.Family).Distinct())
            facts.Add(family, FamilyId.TryParse(family, null, out var id) ? await Between(id, earlier.AsOf, later.AsOf, cancellation) : []); // a pseudonym leads to no family
        return new ReleaseComparison(earlier, later, difference, [.. difference.Rows.Select(r => new ReleasedRow(r, facts[r.Family]))]);
    }

    private async Task<ImmutableArray<FactBetween>> Between(FamilyId family, DateTimeOffset after, DateTimeOffset until, CancellationToken cancellation) =>
        await store.Read(new(FamilyRegisterGrain.State, family.ToString()), cancellation) is not { } record ? []
        : [.. Ledger<FamilyFact>.FromStored(record.Key.Key, record.Content).Stored.Select(f => f.Head).Where(h => h.At > after && h.At <= until).Select(h => new FactBetween(h.Kind, h.At, h.By))];
}
