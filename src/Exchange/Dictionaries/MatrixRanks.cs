using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>Matrices of which each column is chosen once: an answer is none that a field above has.</summary>
internal sealed class MatrixRanks(ImportNotes notes)
{
    private readonly Dictionary<string, List<string>> above = new(StringComparer.Ordinal);

    public Item Apply(Item item, DictionaryField field)
    {
        var matrix = field[DictionaryColumn.MatrixGroup];
        if (matrix.Length == 0 || item.Type != ItemType.Code)
        {
            notes.NotTaken(field.Place(DictionaryColumn.MatrixRanking), $"'{field.Original}' is in no matrix of single choices, so it is not ranked.");
            return item;
        }
        if (!above.TryGetValue(matrix, out var others)) above[matrix] = others = [];
        var ranked = others.Count == 0 ? item : item with
        {
            Constraint = string.Join(" and ", others.Select(o => $". != ${{{o}}}").Prepend(item.Constraint).OfType<string>()),
            ConstraintMessage = item.ConstraintMessage ?? "Each column of the matrix is chosen once.",
        };
        others.Add(item.Name);
        return ranked;
    }
}
