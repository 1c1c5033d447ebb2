using System.Collections.Immutable;
using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Instruments;
using Column = SosLongitudinal.Extracts.Columns.Column;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>
/// The coded and whole-number items of several instruments as one block of columns: each name once, in the order of the forms. An item that a form lacks is
/// "not in this version".
/// </summary>
internal sealed class ItemBlock(ImmutableArray<Column> columns, AnswerShape names)
{
    public static ItemBlock Of(IEnumerable<InstrumentDefinition> instruments)
    {
        var columns = ImmutableArray.CreateBuilder<Column>();
        foreach (var instrument in instruments)
            foreach (var item in instrument.Items)
                if (ItemColumns.IsDense(instrument, item) && columns.All(c => c.Name != item.Name)) columns.Add(ItemColumns.Column(instrument, item));
        return new(columns.ToImmutable(), AnswerShape.Of(columns.Select(c => c.Name)));
    }

    public ColumnGroup<FamilyReading> Over(Func<FamilyReading, FormReading> part, string prefix, string labelPrefix) =>
        new([.. columns.Select(c => c.As(prefix, labelPrefix))], capacity => new Filler(part, names, capacity));

    private sealed class Filler(Func<FamilyReading, FormReading> part, AnswerShape names, int capacity) : Filler<FamilyReading>
    {
        private static readonly short NotInVersion = DenseCode.Of(MissingReason.NotInVersion);
        private readonly short[][] cells = [.. names.Names.Select(_ => new short[capacity])];

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
            var positions = filled.Answers.Shape.PositionsOf(names);
            for (var i = 0; i < cells.Length; i++)
            {
                var cell = positions[i] < 0 ? NotInVersion : dense[positions[i]];
                if (cell == DenseCode.Extra) throw new InvalidDataException($"An answer to {names.Names[i]} in family {row.Family.Id} does not fit its column.");
                cells[i][at] = cell;
            }
        }

        public override void Take(int rows, List<IArrowArray> arrays)
        {
            foreach (var column in cells) arrays.Add(Arrays.Int16(column.AsSpan(0, rows)));
        }
    }
}
