using System.Collections.Immutable;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>What came of reading a dictionary: a definition for each form, unless a note is an error; and everything that a person should know of them.</summary>
public sealed record DictionaryReading(ImmutableArray<InstrumentDefinition> Definitions, ImmutableArray<ImportNote> Notes)
{
    /// <summary>The field that numbers records; it is no item of any form.</summary>
    public string RecordId { get; init; } = "";
}
