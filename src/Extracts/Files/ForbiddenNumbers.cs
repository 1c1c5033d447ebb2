using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Files;

/// <summary>The numbers that stand for reasons: the codes alone, or, where a format declares them as one range, everything from the least to the most.</summary>
public sealed class ForbiddenNumbers(MissingCodes codes, bool wholeRange)
{
    public bool Has(double value) => value >= codes.Least && value <= codes.Most && (wholeRange || (value == Math.Floor(value) && codes.Has((int)value)));

    internal void Find(FileColumn cells, ColumnFacts facts)
    {
        if (facts.Collision is not null || facts.Valid == 0 || facts.Least > codes.Most || facts.Most < codes.Least) return;
        switch (cells)
        {
            case FileColumn.Dense dense:
                foreach (var cell in dense.Cells)
                    if (DenseCode.IsCode(cell) && Has(cell)) facts.Collision = cell;
                break;
            case FileColumn.Decimals decimals:
                foreach (var entry in decimals.Entries)
                    if (!Cells.IsMissingWord(entry) && Has(decimals.Values[entry])) facts.Collision = decimals.Values[entry];
                break;
        }
    }
}
