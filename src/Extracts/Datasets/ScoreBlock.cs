using System.Collections.Immutable;
using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Instruments;
using Column = SosLongitudinal.Extracts.Columns.Column;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>The scale scores of several instruments as one block of columns, each scale once.</summary>
internal sealed class ScoreBlock
{
    private readonly ImmutableArray<Scale> scales;

    public ScoreBlock(IEnumerable<InstrumentDefinition> instruments) => scales = [.. instruments.SelectMany(i => i.Scales).DistinctBy(s => s.Name)];

    public bool IsEmpty => scales.IsEmpty;

    public ColumnGroup<FamilyReading> Over(Func<FamilyReading, FormReading> part, string prefix, string labelPrefix) =>
        new([.. scales.Select(s => new Column(s.Name, s.Label ?? s.Name, ColumnType.Count).As(prefix, labelPrefix))], capacity => new Filler(this, part, capacity));

    private sealed class Filler(ScoreBlock block, Func<FamilyReading, FormReading> part, int capacity) : Filler<FamilyReading>
    {
        private static readonly short NotInVersion = DenseCode.Of(MissingReason.NotInVersion);
        private readonly short[][] cells = [.. block.scales.Select(_ => new short[capacity])];
        private readonly PerInstrument<int[]> places = new(i => [.. block.scales.Select(s => ScorePlan.Of(i).IndexOf(s.Name))]);

        public override void Add(FamilyReading row, int at)
        {
            var form = part(row);
            if (form.Instrument is not { } instrument)
            {
                var missing = DenseCode.Of(form.Missing);
                foreach (var column in cells) column[at] = missing;
                return;
            }
            var scores = form.Scores;
            var place = places.Of(instrument);
            for (var i = 0; i < cells.Length; i++) cells[i][at] = place[i] < 0 ? NotInVersion : scores[place[i]];
        }

        public override void Take(int rows, List<IArrowArray> arrays)
        {
            foreach (var column in cells) arrays.Add(Arrays.Int16(column.AsSpan(0, rows)));
        }
    }
}
