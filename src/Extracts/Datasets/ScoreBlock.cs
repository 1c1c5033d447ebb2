using System.Collections.Immutable;
using System.Globalization;
using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Instruments;
using Column = SosLongitudinal.Extracts.Columns.Column;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>The whole scores of several instruments as one block of columns, each scale once; scores with decimals have columns of their own.</summary>
internal sealed class ScoreBlock
{
    private readonly MergedForms forms;
    private readonly ImmutableArray<ScoreColumn> scores;

    public ScoreBlock(MergedForms forms) => (this.forms, scores) = (forms, [.. ScoreColumns.Of(forms).Where(s => s.Scale.Unit == 1)]);

    public bool IsEmpty => scores.IsEmpty;

    /// <summary>A column for each score that is kept with decimals.</summary>
    public static IEnumerable<ColumnGroup<FamilyReading>> WithDecimals(MergedForms forms, Func<FamilyReading, FormReading> part, string prefix, string labelPrefix) => ScoreColumns.Of(forms).Where(s => s.Scale.Unit != 1)
        .Select(score => new ColumnGroup<FamilyReading>([new Column(score.Name, score.Scale.Label ?? score.Name, ColumnType.Decimal) { Feeds = score.Feeds }.As(prefix, labelPrefix)], capacity =>
        {
            var merged = new MergedScores(forms);
            return new TextFiller<FamilyReading>(row => Number(part(row), score, merged), capacity);
        }));

    private static TextCell Number(FormReading form, ScoreColumn column, MergedScores merged)
    {
        if (form.Instrument is null) return form.Missing;
        var scores = merged.Of(form, out var scoredAs);
        var plan = ScorePlan.Of(scoredAs);
        if (!column.Takes(scoredAs) || plan.IndexOf(column.Scale.Name) is not (>= 0 and var place)) return MissingReason.NotInVersion;
        return DenseCode.IsCode(scores[place]) ? plan.Scales[place].NumberOf(scores[place]).ToString(CultureInfo.InvariantCulture) : DenseCode.ReasonOf(scores[place]);
    }

    public ColumnGroup<FamilyReading> Over(Func<FamilyReading, FormReading> part, string prefix, string labelPrefix) =>
        new([.. scores.Select(s => new Column(s.Name, s.Scale.Label ?? s.Name, ColumnType.Count) { Least = s.Scale.Min, Most = s.Scale.Max, Feeds = s.Feeds }.As(prefix, labelPrefix))], capacity => new Filler(this, part, capacity));

    private sealed class Filler(ScoreBlock block, Func<FamilyReading, FormReading> part, int capacity) : Filler<FamilyReading>
    {
        private static readonly short NotInVersion = DenseCode.Of(MissingReason.NotInVersion);
        private readonly short[][] cells = [.. block.scores.Select(_ => new short[capacity])];
        private readonly PerInstrument<int[]> places = new(i => [.. block.scores.Select(s => s.Takes(i) ? ScorePlan.Of(i).IndexOf(s.Scale.Name) : -1)]);
        private readonly MergedScores merged = new(block.forms);

        public override void Add(FamilyReading row, int at)
        {
            var form = part(row);
            if (form.Instrument is null)
            {
                var missing = DenseCode.Of(form.Missing);
                foreach (var column in cells) column[at] = missing;
                return;
            }
            var scores = merged.Of(form, out var scoredAs);
            var place = places.Of(scoredAs);
            for (var i = 0; i < cells.Length; i++) cells[i][at] = place[i] < 0 ? NotInVersion : scores[place[i]];
        }

        public override void Take(int rows, List<IArrowArray> arrays)
        {
            foreach (var column in cells) arrays.Add(Arrays.Int16(column.AsSpan(0, rows)));
        }
    }
}
