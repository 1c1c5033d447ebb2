using System.Collections.Immutable;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Datasets;

namespace SosLongitudinal.Extracts.Files;

/// <summary>What a file is written from, besides its rows.</summary>
/// <param name="Name">As in the address.</param>
/// <param name="Unit">One row per ...</param>
/// <param name="Columns">In the order of the batches' fields.</param>
public sealed record FileTable(string Name, string Title, string Unit, ImmutableArray<Column> Columns)
{
    /// <summary>The study's local date of what it holds. Files bear it in place of the hour at which they were written, so that the same rows give the same bytes.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>What a reader must know of the whole file, such as that it is synthetic.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    public static FileTable Of(Dataset dataset) => new(dataset.Name, dataset.Title, dataset.Unit.Name, dataset.Columns);
}
