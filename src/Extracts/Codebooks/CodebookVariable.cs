using System.Collections.Immutable;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Codebooks;

/// <summary>One variable of a file.</summary>
/// <param name="Name">As the file has it.</param>
/// <param name="Label">As the file has it.</param>
/// <param name="Column">As the study has it: full name, full label, feeds.</param>
/// <param name="Values">Labelled values, then missing ones.</param>
public sealed record CodebookVariable(string Name, string Label, Column Column, CellKind Kind, ImmutableArray<CodebookValue> Values)
{
    public IEnumerable<CodebookValue> Missing => Values.Where(v => v.IsMissing);

    /// <summary>Rows with a real value; <c>null</c> where nobody counted.</summary>
    public long? Valid { get; init; }

    public long? Invalid { get; init; }

    /// <summary>The least and the greatest real value, as a reader writes them; <c>null</c> of texts and where there is none.</summary>
    public (string Least, string Most)? Range { get; init; }
}
