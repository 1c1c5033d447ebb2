using System.Collections.Immutable;
using System.Text.Json;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Drafting.Joining;

/// <summary>A list declared on an older one, joined with what is there now, row by row: different rows all stay; rows that both changed are clashes until somebody chooses.</summary>
public sealed record ListJoin<T>(ImmutableArray<T> Joined, ImmutableArray<DraftClash> Clashes)
    where T : class
{
    /// <param name="steps">From the list that this one was begun on to what is there now.</param>
    public static ListJoin<T> Of(RowKind<T> kind, ImmutableArray<ListStep<T>> steps, ImmutableArray<T> sent, DraftBasis basis)
    {
        var told = steps.ToDictionary(s => s, s => Rows(kind, s.Rows), (IEqualityComparer<ListStep<T>>)ReferenceEqualityComparer.Instance);
        var (was, theirs, mine) = (told[steps[0]], told[steps[^1]], Rows(kind, sent));
        var seen = steps.FirstOrDefault(s => s.Revision == basis.Seen) is { } looked ? told[looked] : null;
        var (joined, clashes) = (new Dictionary<string, T>(StringComparer.Ordinal), ImmutableArray.CreateBuilder<DraftClash>());
        foreach (var key in theirs.Keys.Concat(mine.Keys).Concat(was.Keys).Distinct(StringComparer.Ordinal))
        {
            var (old, own, others) = (was.GetValueOrDefault(key), mine.GetValueOrDefault(key), theirs.GetValueOrDefault(key));
            var taken = Same(own, old) || Same(own, others) ? others
                : Same(others, old) ? own
                : seen is null || !Same(seen.GetValueOrDefault(key), others) ? Asked()
                : basis.Mine.Contains(key) ? own
                : basis.Theirs.Contains(key) ? others
                : Asked();
            if (taken is not null) joined[key] = taken.Row;

            Told? Asked()
            {
                clashes.Add(Clash(kind, key, own?.Row, others?.Row, steps, told));
                return others;
            }
        }
        var order = PartOrder.Join([.. was.Keys], [.. mine.Keys], [.. theirs.Keys], joined.ContainsKey, _ => false);
        return new([.. order.Select(key => joined[key])], clashes.ToImmutable());
    }

    /// <summary>A row with its text, by which two are the same.</summary>
    private sealed record Told(T Row, string Text);

    private static bool Same(Told? one, Told? other) => one?.Text == other?.Text;

    private static Dictionary<string, Told> Rows(RowKind<T> kind, ImmutableArray<T> rows)
    {
        var told = new Dictionary<string, Told>(StringComparer.Ordinal);
        foreach (var row in rows) told[kind.Key(row)] = new(row, DraftParts.Text(JsonSerializer.SerializeToNode(row, FactJson.Options)));
        return told;
    }

    private static DraftClash Clash(RowKind<T> kind, string key, T? own, T? others, ImmutableArray<ListStep<T>> steps, Dictionary<ListStep<T>, Dictionary<string, Told>> told)
    {
        var last = steps[^1];
        for (var at = steps.Length - 1; at > 0; at--)
        {
            last = steps[at];
            if (!Same(told[steps[at]].GetValueOrDefault(key), told[steps[at - 1]].GetValueOrDefault(key))) break;
        }
        return new(key, Words(kind, own, others), Words(kind, others, own), last.By, last.At);
    }

    /// <summary>What a row says, as far as the other does not; empty where it is not there.</summary>
    private static ImmutableArray<(string Property, string Text)> Words(RowKind<T> kind, T? row, T? other)
    {
        if (row is null) return [];
        var (own, others) = (kind.Words(row).ToDictionary(w => w.Property, w => w.Text), other is null ? [] : kind.Words(other).ToDictionary(w => w.Property, w => w.Text));
        return [.. own.Keys.Union(others.Keys).Where(p => own.GetValueOrDefault(p) != others.GetValueOrDefault(p)).Select(p => (p, own.GetValueOrDefault(p, "-")))];
    }
}
