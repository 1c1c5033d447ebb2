using System.Collections.Immutable;

namespace SosLongitudinal.Study.Instruments.Drafting.Joining;

/// <summary>A save that was begun on an older draft, joined with what is there now: changes to different parts all stay; parts that both changed are clashes until somebody chooses.</summary>
public sealed record DraftJoin(InstrumentDefinition Joined, ImmutableArray<DraftClash> Clashes)
{
    /// <param name="steps">From the revision that the save was begun on to what is there now.</param>
    public static DraftJoin Of(ImmutableArray<DraftStep> steps, InstrumentDefinition sent, DraftBasis basis)
    {
        var (began, now) = (steps[0].Definition, steps[^1].Definition);
        var keys = new SectionKeys(began, [sent, .. steps.Skip(1).Select(s => s.Definition)]);
        var (was, mine, theirs) = (DraftParts.Of(began, keys), DraftParts.Of(sent, keys), DraftParts.Of(now, keys));
        var seen = steps.FirstOrDefault(s => s.Revision == basis.Seen) is { } looked ? DraftParts.Of(looked.Definition, keys) : null;
        Choice Chosen(string part) => seen is null || At(seen, part, OfItem(part, was, mine, theirs)) != At(theirs, part, OfItem(part, was, mine, theirs)) ? Choice.None : basis.Mine.Contains(part) ? Choice.Mine : basis.Theirs.Contains(part) ? Choice.Theirs : Choice.None;

        var (joined, clashes) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<string>());
        foreach (var part in theirs.Parts.Keys.Concat(mine.Parts.Keys).Distinct(StringComparer.Ordinal))
        {
            var taken = OfItem(part, was, mine, theirs) ? null : Pick(At(was, part), At(mine, part), At(theirs, part), part);
            if (taken is not null) joined[part] = taken;
        }
        foreach (var name in theirs.Layout.Concat(mine.Layout).Distinct(StringComparer.Ordinal).Where(p => p.StartsWith("item:", StringComparison.Ordinal) && OfItem(p, was, mine, theirs)))
        {
            // an item that one of the two added or dropped is one part, its number and words included
            var (one, two, three) = (Item(was, name), Item(mine, name), Item(theirs, name));
            var from = Pick(one, two, three, name) is not { } picked ? null : picked == two ? mine : theirs;
            if (from is not null) foreach (var part in Whole(name)) joined[part] = from.Parts[part];
        }
        foreach (var moved in PartOrder.Clashes(was.Layout, mine.Layout, theirs.Layout).Where(joined.ContainsKey).Select(p => $"place:{p}"))
            if (Chosen(moved) == Choice.None) clashes.Add(moved);

        List<string> Order(Func<DraftParts, List<string>> of) => PartOrder.Join(of(was), of(mine), of(theirs), joined.ContainsKey, part => Chosen($"place:{part}") == Choice.Theirs);
        return new(
            DraftParts.Whole(joined, Order(p => p.Layout), Order(p => p.Scales), Order(p => p.Bands), now.Version),
            [.. clashes.Select(part => Clash(part, OfItem(part, was, mine, theirs), mine, theirs, steps, keys))]);

        string? Pick(string? old, string? own, string? others, string part)
        {
            if (own == old || own == others) return others;
            if (others == old) return own;
            var choice = Chosen(part);
            if (choice == Choice.None) clashes.Add(part);
            return choice == Choice.Mine ? own : others;
        }
    }

    private enum Choice { None = 0, Mine = 1, Theirs = 2 }

    private static string? At(DraftParts parts, string part, bool whole = false)
    {
        if (!part.StartsWith("place:", StringComparison.Ordinal)) return whole ? Item(parts, part) : parts.Parts.GetValueOrDefault(part);
        var at = parts.Layout.IndexOf(part["place:".Length..]);
        return at > 0 ? parts.Layout[at - 1] : null;
    }

    /// <summary>Whether a part belongs to an item that is not in all three texts, and is weighed as a whole.</summary>
    private static bool OfItem(string part, params ReadOnlySpan<DraftParts> texts)
    {
        var (kind, name) = (part[..part.IndexOf(':')], part[(part.IndexOf(':') + 1)..]);
        if (kind is not ("item" or "number" or "words")) return false;
        foreach (var text in texts) if (!text.Parts.ContainsKey($"item:{name}")) return true;
        return false;
    }

    private static ImmutableArray<string> Whole(string item) => [item, $"number:{item["item:".Length..]}", $"words:{item["item:".Length..]}"];

    private static string? Item(DraftParts text, string item) => text.Parts.ContainsKey(item) ? string.Join('\n', Whole(item).Select(p => text.Parts[p])) : null;

    private static DraftClash Clash(string part, bool whole, DraftParts mine, DraftParts theirs, ImmutableArray<DraftStep> steps, SectionKeys keys)
    {
        var (own, others) = (At(mine, part, whole), At(theirs, part, whole));
        var last = steps[^1];
        for (var at = steps.Length - 1; at > 0; at--)
        {
            last = steps[at];
            if (At(DraftParts.Of(steps[at].Definition, keys), part, whole) != At(DraftParts.Of(steps[at - 1].Definition, keys), part, whole)) break;
        }
        return new(part, PartText.Of(own, others, part), PartText.Of(others, own, part), last.By, last.At);
    }
}
