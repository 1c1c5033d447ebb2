using System.Collections.Immutable;
using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Instruments;
using Column = SosLongitudinal.Extracts.Columns.Column;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>
/// The coded and whole-number items of several instruments as one block of columns: each name once, in the order of the forms. An item that a form lacks is
/// "not in this version".
/// </summary>
internal sealed class ItemBlock
{
    private readonly MergedForms forms;
    private readonly ImmutableArray<MergedItem> items;
    private readonly ImmutableArray<Column> columns;
    private readonly AnswerShape names;

    public ItemBlock(MergedForms forms)
    {
        this.forms = forms;
        items = [.. forms.Items.Where(ItemColumns.IsDense)];
        columns = [.. items.Select(i => ItemColumns.Column(i.Of, i.Item) with { Name = i.Name, Label = ItemColumns.Label(i), Feeds = forms.FeedsOf(i) })];
        names = AnswerShape.Of(items.Select(i => i.Name));
    }

    public ColumnGroup<FamilyReading> Over(Func<FamilyReading, FormReading> part, string prefix, string labelPrefix) =>
        new([.. columns.Select(c => c.As(prefix, labelPrefix))], capacity => new Filler(this, part, capacity));

    private sealed class Filler(ItemBlock block, Func<FamilyReading, FormReading> part, int capacity) : Filler<FamilyReading>
    {
        private static readonly short NotInVersion = DenseCode.Of(MissingReason.NotInVersion);
        private readonly short[][] cells = [.. block.columns.Select(_ => new short[capacity])];
        private readonly PerInstrument<bool> plain = new(block.forms.IsPlain);
        private readonly RowPlans plans = new(block.items);

        public override void Add(FamilyReading row, int at)
        {
            var form = part(row);
            if (form.Form is not { } filled)
            {
                var missing = DenseCode.Of(form.Missing);
                foreach (var column in cells) column[at] = missing;
                return;
            }
            var dense = filled.Answers.Dense;
            var plan = plain.Of(form.Instrument!) ? null : plans.Of(form.Instrument!, form.Wave);
            var positions = plan is null ? filled.Answers.Shape.PositionsOf(block.names) : plan.PositionsIn(filled.Answers.Shape);
            for (var i = 0; i < cells.Length; i++)
            {
                var cell = positions[i] < 0 ? NotInVersion : dense[positions[i]];
                if (cell == DenseCode.Extra) throw new InvalidDataException($"An answer to {block.names.Names[i]} in family {row.Family.Id} does not fit its column.");
                cells[i][at] = plan?[i] is { Recode: not null } source && DenseCode.IsCode(cell) ? (short)source.Recoded(cell) : cell;
            }
        }

        public override void Take(int rows, List<IArrowArray> arrays)
        {
            foreach (var column in cells) arrays.Add(Arrays.Int16(column.AsSpan(0, rows)));
        }
    }
}
