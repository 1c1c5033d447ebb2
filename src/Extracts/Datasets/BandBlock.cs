using System.Collections.Immutable;
using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Instruments;
using Column = SosLongitudinal.Extracts.Columns.Column;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>
/// The band of each scale in each scheme: <c>ebdtot_band3</c>. Where a form has no such scheme the cell says "not defined" and never borrows another form's.
/// </summary>
internal sealed class BandBlock
{
    private readonly ImmutableArray<string> words;
    private readonly StringArray dictionary;
    private readonly ImmutableArray<Column> columns;
    private readonly List<(string Scheme, string Scale)> pairs;

    private readonly MergedForms forms;

    public BandBlock(MergedForms forms)
    {
        this.forms = forms;
        var instruments = forms.Versions;
        var schemes = instruments.SelectMany(i => i.Bands).DistinctBy(b => b.Name).ToList();
        var scales = instruments.SelectMany(i => i.Scales).DistinctBy(s => s.Name).ToList();
        words = [BandScheme.NotDefined, .. instruments.SelectMany(i => i.Bands).SelectMany(b => b.Words.Concat(b.Scales.SelectMany(s => s.Words))).Distinct()];
        dictionary = Arrays.Strings([.. MissingReasons.All.Select(r => r.Name()), .. words]);
        pairs = [.. from scheme in schemes from scale in scales select (scheme.Name, scale.Name)];
        columns = [.. from scheme in schemes from scale in scales select new Column($"{scale.Name}_{scheme.Name}", $"{scale.Label ?? scale.Name}: {scheme.Title}", ColumnType.Text) { Values = [.. words.Select(w => new ValueLabel(w, w))], Level = MeasureLevel.Ordinal }];
    }

    public bool IsEmpty => columns.IsEmpty;

    public ColumnGroup<FamilyReading> Over(Func<FamilyReading, FormReading> part, string prefix, string labelPrefix) =>
        new([.. columns.Select(c => c.As(prefix, labelPrefix))], capacity => new Filler(this, part, capacity));

    /// <summary>The dictionary entries of one scale's scores in one scheme of one instrument.</summary>
    private readonly struct Band
    {
        private static readonly short NotDefined = (short)Cells.Word(0);
        private static readonly short NotInVersion = (short)Cells.Word(MissingReason.NotInVersion);
        private readonly int place;
        private readonly int least;
        private readonly int unit;
        private readonly short[] entries;

        public Band(InstrumentDefinition instrument, string scheme, string scale, ImmutableArray<string> words)
        {
            var declared = instrument.BandsOf(scheme)?.Of(scale) is null ? null : instrument.BandsOf(scheme);
            place = ScorePlan.Of(instrument).IndexOf(scale);
            var of = place < 0 ? null : ScorePlan.Of(instrument).Scales[place];
            (least, unit) = (of?.Min ?? 0, of?.Unit ?? 1);
            entries = of is null || declared is null ? [] : [.. Enumerable.Range(least, of.Max - least + 1).Select(score => (short)Cells.Word(words.IndexOf(declared.Word(scale, score))))];
        }

        public short Entry(ReadOnlySpan<short> scores)
        {
            if (place < 0) return NotInVersion;
            var score = scores[place];
            if (!DenseCode.IsCode(score)) return (short)Cells.Word(DenseCode.ReasonOf(score));
            var at = (unit == 1 ? score : (int)Math.Floor((double)score / unit)) - least;
            return (uint)at < (uint)entries.Length ? entries[at] : NotDefined;
        }
    }

    private sealed class Filler(BandBlock block, Func<FamilyReading, FormReading> part, int capacity) : Filler<FamilyReading>
    {
        private readonly short[][] cells = [.. block.columns.Select(_ => new short[capacity])];
        private readonly MergedScores merged = new(block.forms);
        private readonly PerInstrument<Band[]> bandsOf = new(i => [.. block.pairs.Select(p => new Band(i, p.Scheme, p.Scale, block.words))]);

        public override void Add(FamilyReading row, int at)
        {
            var form = part(row);
            if (form.Instrument is null)
            {
                foreach (var column in cells) column[at] = (short)Cells.Word(form.Missing);
                return;
            }
            var scores = merged.Of(form, out var scoredAs);
            var bands = bandsOf.Of(scoredAs);
            for (var i = 0; i < cells.Length; i++) cells[i][at] = bands[i].Entry(scores);
        }

        public override void Take(int rows, List<IArrowArray> arrays)
        {
            foreach (var column in cells) arrays.Add(Arrays.Dictionary(column.AsSpan(0, rows), block.dictionary));
        }
    }
}
