using System.Collections.Immutable;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Imports.Redcap;

/// <summary>What became of a REDCap project. Every record, form and cell of the files is in one of the counts.</summary>
/// <param name="Events">Which wave each event became.</param>
/// <param name="Notes">What of the dictionary is not taken, or is taken otherwise.</param>
public sealed record RedcapReport(
    ImportOutcome Outcome, RecordCount Records, FormCount Forms, CellCount Cells, ImmutableSortedDictionary<string, WaveCode> Events, ImmutableArray<InstrumentId> Instruments, ImmutableArray<RowFault> Faults, ImmutableArray<string> Notes)
{
    /// <summary>What quality rules find in the forms that can be taken, are saved or were there; none of it keeps a form out.</summary>
    public ImportWarnings Warnings { get; init; } = ImportWarnings.None;
}

/// <summary><c>InFile = FamiliesMade + FamiliesThere + NotTaken</c>; in a check, families that would be made count as made.</summary>
public sealed record RecordCount(int InFile, int FamiliesMade, int FamiliesThere, int NotTaken);

/// <summary><c>InFile = Taken + Already + Faulty</c>.</summary>
public sealed record FormCount(int InFile, int Taken, int Already, int Faulty);

/// <summary><c>InFile = Taken + Empty + AtFault + all of NotTaken</c>, the last by reason. Cells of forms that are there already count as taken.</summary>
public sealed record CellCount(int InFile, int Taken, int Empty, int AtFault, ImmutableSortedDictionary<string, int> NotTaken);
