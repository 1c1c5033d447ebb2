using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SosLongitudinal.Exchange.Responses;

namespace SosLongitudinal.Web.Api.Imports;

/// <summary>How an import ended.</summary>
public enum ImportOutcome
{
    /// <summary>Every row was asked about and nothing written, as was wished.</summary>
    Checked = 0,
    /// <summary>Nothing was written, because rows are at fault.</summary>
    Refused = 1,
    /// <summary>What could be taken is saved.</summary>
    Saved = 2,
    /// <summary>The store failed midway. What was saved stays; the same file again completes it and doubles nothing.</summary>
    Incomplete = 3,
}

/// <summary>What became of a file. <c>rows = taken + already + faulty</c>; with a check, <c>taken</c> are those that could be.</summary>
/// <param name="Already">Rows that are in the study as they stand here, from an earlier import or from an equal row above.</param>
/// <param name="Faults">The first thousand.</param>
public sealed record ImportReport(ImportOutcome Outcome, int Rows, int Taken, int Already, int Faulty, ImmutableArray<RowFault> Faults)
{
    public const int MostFaults = 1_000;

    /// <summary>How many faults there are in all; one row may have several.</summary>
    public int FaultCount { get; init; }

    public ImmutableArray<string> ColumnsNotTaken { get; init; } = [];

    public ImmutableArray<string> ItemsNotInFile { get; init; } = [];

    /// <summary>What had to be decided to read the file, such as its encoding.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    public ImmutableArray<string> MissingMet { get; init; } = [];

    /// <summary>What quality rules find in the forms that can be taken, are saved or were there; none of it keeps a form out.</summary>
    public ImportWarnings Warnings { get; init; } = ImportWarnings.None;
}

/// <summary>One line of the answer while a file is worked on: how far it is, and at the end the report.</summary>
public sealed record ImportLine(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Doing, int Done, int Of, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImportReport? Report = null);
