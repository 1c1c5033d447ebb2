using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Instruments;

/// <summary>What became of a file of questions.</summary>
/// <param name="Saved">Whether drafts were made; not where it was only a check, or where a note is an error.</param>
public sealed record InstrumentImport(bool Saved, ImmutableArray<ImportedInstrument> Instruments, ImmutableArray<ImportedNote> Notes)
{
    [JsonIgnore]
    public IEnumerable<ImportedNote> Errors => Notes.Where(n => n.Kind == NoteKind.Error);
}

/// <summary>An instrument that the file holds, as the draft of this version.</summary>
public sealed record ImportedInstrument(InstrumentId Id, int Version, string Title, int Items)
{
    public static ImportedInstrument Of(InstrumentDefinition definition, int version) => new(definition.Id, version, definition.Title, definition.Items.Length);
}

/// <summary>Something that a person should know of the import. Rows and columns count from 1; 0 is the whole sheet or row.</summary>
/// <param name="Place">As a person says it: <c>survey, row 7, column E (relevant)</c>.</param>
public sealed record ImportedNote(NoteKind Kind, string Sheet, int Row, string Column, string? Heading, string Place, string Sentence)
{
    public static ImportedNote Of(ImportNote note) => new(note.Kind, note.Place.Sheet, note.Place.Row, note.Place.Letters, note.Place.Heading, note.Place.ToString(), note.Sentence);
}
