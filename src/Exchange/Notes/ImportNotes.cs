using System.Collections.Immutable;

namespace SosLongitudinal.Exchange.Notes;

/// <summary>Gathers the notes of one reading. Past <see cref="Most"/> of a kind they are counted, not listed.</summary>
public sealed class ImportNotes
{
    public const int Most = 500;

    private readonly List<ImportNote> notes = [];
    private readonly int[] counts = new int[3];

    public bool Refused => counts[(int)NoteKind.Error] > 0;

    public void Error(CellPlace place, string sentence) => Add(new(NoteKind.Error, place, sentence));

    public void NotTaken(CellPlace place, string sentence) => Add(new(NoteKind.NotTaken, place, sentence));

    public void Changed(CellPlace place, string sentence) => Add(new(NoteKind.Changed, place, sentence));

    public void Add(ImportNote note)
    {
        if (counts[(int)note.Kind]++ < Most) notes.Add(note);
    }

    /// <summary>Errors first; then by sheet, row and column.</summary>
    public ImmutableArray<ImportNote> All() =>
    [
        .. Ordered(),
        .. Enum.GetValues<NoteKind>().Where(kind => counts[(int)kind] > Most).Select(kind => new ImportNote(kind, CellPlace.WholeFile, $"{counts[(int)kind] - Most} more of the same kind are not listed.")),
    ];

    private IEnumerable<ImportNote> Ordered()
    {
        var sheets = notes.Select(n => n.Place.Sheet).Distinct().ToList();
        return notes.OrderBy(n => n.Kind != NoteKind.Error).ThenBy(n => sheets.IndexOf(n.Place.Sheet)).ThenBy(n => n.Place.Row).ThenBy(n => n.Place.Column);
    }
}
