using System.Collections.Immutable;
using System.Globalization;
using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using Column = SosLongitudinal.Extracts.Columns.Column;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>
/// What became of a measure's scores since the wave before, as one block of columns: the change of each whole score, whether a total difficulties score changed
/// reliably, and whether each band is lower or higher. Only the same respondent on the same form is compared: else the pairing's column says why not, and these say "not
/// applicable".
/// </summary>
internal sealed class ChangeBlock
{
    private const string Total = "ebdtot";
    private static readonly string[] Bands = ["lower", "same", "higher"];
    private static readonly string[] Reliable = ["fell", "no-reliable-change", "rose"];
    private static readonly StringArray BandWords = Arrays.Strings([.. MissingReasons.All.Select(r => r.Name()), .. Bands]);
    private static readonly StringArray ReliableWords = Arrays.Strings([.. MissingReasons.All.Select(r => r.Name()), .. Reliable]);

    private readonly MergedForms forms;
    private readonly Measure measure;
    private readonly double threshold;
    private readonly ImmutableArray<ScoreColumn> scores;
    private readonly ImmutableArray<(string Scheme, string Scale)> bands;

    public ChangeBlock(MergedForms forms, Measure measure, StudyDesign design)
    {
        (this.forms, this.measure, threshold) = (forms, measure, design.ReliableChange.Threshold);
        scores = [.. ScoreColumns.Of(forms).Where(s => s.Scale.Unit == 1)];
        bands = [.. from scheme in forms.Versions.SelectMany(v => v.Bands).DistinctBy(b => b.Name)
                    from scale in forms.Versions.SelectMany(v => v.Scales).DistinctBy(s => s.Name)
                    where forms.Versions.Any(v => v.BandsOf(scheme.Name)?.Of(scale.Name) is not null)
                    select (scheme.Name, scale.Name)];
        HasReliable = measure.Prefix == "p" && scores.Any(s => s.Name == Total); // the spread that the design states is of parents' scores
        Columns =
        [
            .. scores.Select(s => new Column($"{s.Name}_change", $"{s.Scale.Label ?? s.Name}: this wave less the wave before", ColumnType.Count) { Feeds = s.Feeds }),
            .. HasReliable ? [ReliableColumn(design)] : (Column[])[],
            .. bands.Select(b => new Column($"{b.Scale}_{b.Scheme}_change", $"{b.Scale}: band {b.Scheme} against the wave before", ColumnType.Text) { Values = [.. Bands.Select(w => new ValueLabel(w, w))], Level = MeasureLevel.Ordinal }),
        ];
    }

    public bool IsEmpty => Columns.IsEmpty;

    private ImmutableArray<Column> Columns { get; }

    private bool HasReliable { get; }

    public ColumnGroup<FamilyReading> Over(int wave, string prefix, string labelPrefix) =>
        new([.. Columns.Select(c => c.As(prefix, labelPrefix))], capacity => new Filler(this, wave, capacity));

    private static Column ReliableColumn(StudyDesign design) => new($"{Total}_reliable", string.Create(CultureInfo.InvariantCulture,
        $"Reliable at r {design.ReliableChange.Reliability:0.##} (SD {design.ReliableChange.Sd:0.##}, more than {design.ReliableChange.Threshold:0.0} points): change of total difficulties"), ColumnType.Text)
    {
        Values = [new("fell", "Fell reliably: fewer difficulties"), new("no-reliable-change", "No reliable change"), new("rose", "Rose reliably: more difficulties")],
        Level = MeasureLevel.Ordinal,
    };

    private sealed class Filler(ChangeBlock block, int wave, int capacity) : Filler<FamilyReading>
    {
        private static readonly short NotApplicable = DenseCode.Of(MissingReason.NotApplicable);
        private readonly short[][] changes = [.. block.scores.Select(_ => new short[capacity])];
        private readonly short[] reliable = new short[capacity];
        private readonly short[][] bands = [.. block.bands.Select(_ => new short[capacity])];
        private readonly MergedScores merged = new(block.forms);
        private short[] earlier = new short[16];

        public override void Add(FamilyReading row, int at)
        {
            var now = row.Waves[wave];
            var why = now.Before is not { } before ? MissingReason.NotApplicable : Why(row.MainForm(block.measure, before.Index), row.MainForm(block.measure, wave));
            if (why is { } reason)
            {
                foreach (var column in changes) column[at] = DenseCode.Of(reason);
                reliable[at] = (short)Cells.Word(reason);
                foreach (var column in bands) column[at] = (short)Cells.Word(reason);
                return;
            }
            var first = merged.Of(row.MainForm(block.measure, now.Before!.Index), out var was);
            if (earlier.Length < first.Length) earlier = new short[first.Length];
            first.CopyTo(earlier);
            var second = merged.Of(row.MainForm(block.measure, wave), out var @is);
            for (var i = 0; i < changes.Length; i++) changes[i][at] = Change(block.scores[i].Name, was, @is, second);
            if (block.HasReliable) reliable[at] = ReliableWord(Change(Total, was, @is, second));
            for (var i = 0; i < bands.Length; i++) bands[i][at] = Band(block.bands[i].Scheme, block.bands[i].Scale, was, @is, second);
        }

        /// <summary>Why the two forms are not held against each other; <c>null</c> where they are.</summary>
        private static MissingReason? Why(FormReading one, FormReading two) =>
            two.Form is null ? two.Missing : one.Form is null ? one.Missing : PairColumns.IsPaired(one, two) ? null : MissingReason.NotApplicable;

        private short Change(string scale, InstrumentDefinition was, InstrumentDefinition @is, ReadOnlySpan<short> second)
        {
            if (Place(was, scale) is not (>= 0 and var from) || Place(@is, scale) is not (>= 0 and var to)) return DenseCode.Of(MissingReason.NotInVersion);
            if (!DenseCode.IsCode(second[to])) return second[to];
            return DenseCode.IsCode(earlier[from]) ? (short)(second[to] - earlier[from]) : earlier[from];
        }

        private short ReliableWord(short change) => !DenseCode.IsCode(change) ? (short)Cells.Word(DenseCode.ReasonOf(change)) : (short)Cells.Word(change < -block.threshold ? 0 : change > block.threshold ? 2 : 1);

        private short Band(string scheme, string scale, InstrumentDefinition was, InstrumentDefinition @is, ReadOnlySpan<short> second)
        {
            if (Change(scale, was, @is, second) is var change && !DenseCode.IsCode(change)) return (short)Cells.Word(DenseCode.ReasonOf(change));
            if (was.BandsOf(scheme)?.Of(scale) is not { } before || @is.BandsOf(scheme)?.Of(scale) is not { } after || !before.Edges.SequenceEqual(after.Edges)) return (short)Cells.Word(MissingReason.NotInVersion);
            var (one, two) = (Step(before, Floor(was, scale, earlier)), Step(after, Floor(@is, scale, second)));
            return (short)Cells.Word(two < one ? 0 : two == one ? 1 : 2);
        }

        private static int Step(ScaleBands bands, int score) => bands.Edges.Count(edge => edge <= score);

        private static int Floor(InstrumentDefinition of, string scale, ReadOnlySpan<short> scores) => Place(of, scale) is var at && ScorePlan.Of(of).Scales[at].Unit is var unit && unit == 1 ? scores[at] : (int)Math.Floor((double)scores[at] / unit);

        private static int Place(InstrumentDefinition of, string scale) => ScorePlan.Of(of).IndexOf(scale);

        public override void Take(int rows, List<IArrowArray> arrays)
        {
            foreach (var column in changes) arrays.Add(Arrays.Int16(column.AsSpan(0, rows)));
            if (block.HasReliable) arrays.Add(Arrays.Dictionary(reliable.AsSpan(0, rows), ReliableWords));
            foreach (var column in bands) arrays.Add(Arrays.Dictionary(column.AsSpan(0, rows), BandWords));
        }
    }
}
