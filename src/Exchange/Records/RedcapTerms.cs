using System.Collections.Immutable;
using SosLongitudinal.Exchange.Definitions;

namespace SosLongitudinal.Exchange.Records;

/// <summary>What a project's files do not say, and the person who brings them does.</summary>
public sealed record RedcapTerms
{
    /// <summary>About whom the forms are, and who answered them.</summary>
    public ImportTerms Forms { get; init; } = new();

    /// <summary>Fields that hold the day on which a form was filled in; the first that has one in the row counts, then the first in the record's other rows.</summary>
    public ImmutableArray<string> DateFields { get; init; } = [];

    /// <summary>The day of forms for which no field has one.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The field that holds the birth date, of which year and month are kept.</summary>
    public string? BirthField { get; init; }

    /// <summary>Whether cells of fields that identify a person are taken; they stay out of every extract either way.</summary>
    public bool WithIdentifiers { get; init; }
}
