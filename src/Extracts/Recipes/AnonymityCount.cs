using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Apache.Arrow;
using SosLongitudinal.Study.Releases;
using Column = SosLongitudinal.Extracts.Columns.Column;

namespace SosLongitudinal.Extracts.Recipes;

/// <summary>Counts how many rows share each combination of the columns by which somebody could know a family. No value is a value too.</summary>
public sealed class AnonymityCount(ImmutableArray<Column> columns, RecipePrivacy privacy)
{
    private readonly int[] places = [.. privacy.QuasiIdentifiers.Select(name => columns.Select((c, i) => (c.Name, i)).First(c => c.Name == name).i)];
    private readonly Dictionary<string, long> seen = new(StringComparer.Ordinal);

    public void See(RecordBatch batch)
    {
        if (places.Length == 0) return;
        var cells = places.Select(p => CellText.Of(batch.Column(p))).ToArray();
        for (var row = 0; row < batch.Length; row++)
            CollectionsMarshal.GetValueRefOrAddDefault(seen, string.Join('\x1f', cells.Select(cell => cell(row) ?? "\x1e")), out _)++;
    }

    /// <summary><c>null</c> where no columns were chosen.</summary>
    public Anonymity? Found() => places.Length == 0 ? null
        : new(privacy.QuasiIdentifiers, privacy.K, seen.Count == 0 ? 0 : seen.Values.Min(), seen.Count, seen.Values.Where(n => n < privacy.K).Sum());
}
