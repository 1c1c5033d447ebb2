using Apache.Arrow;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Families;

namespace SosLongitudinal.Extracts;

/// <summary>Families to rows to Arrow batches, as they are asked for.</summary>
public static class Projection
{
    /// <summary>Dictionary entries are 16-bit, so that a batch cannot have more rows than this.</summary>
    public const int MostRows = 16_384;

    public static IEnumerable<RecordBatch> Batches(Dataset dataset, ProjectionContext context, IEnumerable<FamilyState> families, int maxRows = 4_096)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxRows, MostRows);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRows, 1);
        var reading = new FamilyReading(context);
        var fillers = dataset.Groups.Select(g => g.Open(maxRows)).ToArray();
        var rows = 0;
        foreach (var family in dataset.Unit.IsOfFamilies ? families : [null!])
        {
            if (dataset.Unit.IsOfFamilies) reading.Read(family);
            var places = dataset.Unit.Places(reading);
            for (var place = 0; place < places; place++)
            {
                if (!dataset.Unit.Turn(reading, place)) continue;
                foreach (var filler in fillers) filler.Add(reading, rows);
                if (++rows < maxRows) continue;
                yield return Take();
            }
        }
        if (rows > 0) yield return Take();

        RecordBatch Take()
        {
            var arrays = new List<IArrowArray>(dataset.Columns.Length);
            foreach (var filler in fillers) filler.Take(rows, arrays);
            var batch = new RecordBatch(dataset.Schema, arrays, rows);
            rows = 0;
            return batch;
        }
    }
}
