using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SosLongitudinal.Extracts.Ipc;

namespace SosLongitudinal.Extracts.Recipes;

/// <summary>Counts the categories of the columns whose rare ones are to be merged, over the rows that fit.</summary>
public static class RecipeCategories
{
    /// <summary>The plan with what is merged; the rows have to be read once for it.</summary>
    public static async Task<RecipePlan> Merged(RecipePlan plan, Func<IAsyncEnumerable<byte[]>> messages, CancellationToken cancellation = default)
    {
        if (plan.Recipe.Privacy.Merge.IsEmpty) return plan;
        var columns = plan.Out.Where(c => plan.Recipe.Privacy.Merge.Contains(c.Column.Name, StringComparer.OrdinalIgnoreCase)).ToList();
        var counts = columns.Select(_ => new Dictionary<string, long>(StringComparer.Ordinal)).ToList();
        await foreach (var message in messages().WithCancellation(cancellation))
        {
            using var batch = ArrowIpc.Read(message);
            var tests = plan.Tests.Select(t => t.On(batch)).ToArray();
            var cells = columns.Select(c => CellText.Of(batch.Column(c.Place))).ToArray();
            for (var row = 0; row < batch.Length; row++)
            {
                if (!tests.All(fits => fits(row))) continue;
                for (var i = 0; i < cells.Length; i++)
                    if (cells[i](row) is { } category) CollectionsMarshal.GetValueRefOrAddDefault(counts[i], category, out _)++;
            }
        }
        var merges = columns.Select((c, i) => (c.Place, Merge: RareMerge.Of(c.Column, counts[i], plan.Recipe.Privacy.MergeBelow))).Where(m => m.Merge is not null).ToImmutableDictionary(m => m.Place, m => m.Merge!);
        return plan.With(merges);
    }
}
