using System.Collections.Immutable;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>What came of reading a form: a definition, unless a note is an error; and everything that a person should know of it.</summary>
public sealed record XlsFormReading(InstrumentDefinition? Definition, ImmutableArray<ImportNote> Notes);
