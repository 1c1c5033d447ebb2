using System.Runtime.CompilerServices;
using Apache.Arrow;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Ipc;

namespace SosLongitudinal.Extracts.Recipes;

/// <summary>
/// From what the registers stream to the rows of the file: those that fit, with the columns that are kept. Where families have pseudonyms their order is that
/// of the pseudonyms, since the study's own order would tell who is who; then the rows are held until all are there.
/// </summary>
/// <param name="see">Is told of the family of each row, in the file's order.</param>
public sealed class RecipeRows(RecipePlan plan, RecipeSecrets secrets, Action<string>? see = null)
{
    private const int MostRows = 4_096;

    private readonly Schema schema = new(plan.Out.Select(c => Dataset.FieldOf(c.Column)), new Dictionary<string, string> { ["dataset"] = plan.Source.Name });
    private readonly CellChange change = new(plan, secrets);

    public async IAsyncEnumerable<byte[]> Of(IAsyncEnumerable<byte[]> messages, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var held = plan.HasPseudonyms ? new List<IReadOnlyList<IArrowArray>>() : null;
        var rows = new List<(string Family, RowPlace Place)>();
        await foreach (var message in messages.WithCancellation(cancellation))
        {
            using var batch = ArrowIpc.Read(message);
            var fitting = Fitting(batch);
            if (fitting.Count == 0) continue;
            var family = plan.HasKeys ? CellText.Of(batch.Column(0)) : null;
            var columns = change.Of(batch, fitting);
            if (held is null)
            {
                if (family is not null) foreach (var row in fitting) see?.Invoke(family(row)!);
                yield return Message(columns, fitting.Count);
                continue;
            }
            for (var i = 0; i < fitting.Count; i++) rows.Add((family is null ? "" : family(fitting[i])!, new(held.Count, i)));
            held.Add(columns);
        }
        if (held is null) yield break;
        foreach (var part in rows.OrderBy(r => secrets.Pseudonym(r.Family), StringComparer.Ordinal).Chunk(MostRows))
        {
            cancellation.ThrowIfCancellationRequested();
            if (plan.HasKeys) foreach (var (family, _) in part) see?.Invoke(family);
            RowPlace[] places = [.. part.Select(p => p.Place)];
            yield return Message([.. plan.Out.Select((_, c) => Gathering.Take([.. held.Select(h => h[c])], places))], part.Length);
        }
    }

    private List<int> Fitting(RecordBatch batch)
    {
        var tests = plan.Tests.Select(t => t.On(batch)).ToArray();
        var fitting = new List<int>(batch.Length);
        for (var row = 0; row < batch.Length; row++) if (tests.All(fits => fits(row))) fitting.Add(row);
        return fitting;
    }

    private byte[] Message(IReadOnlyList<IArrowArray> columns, int rows)
    {
        using var batch = new RecordBatch(schema, columns, rows);
        return ArrowIpc.Write(batch);
    }
}
