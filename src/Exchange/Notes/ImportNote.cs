namespace SosLongitudinal.Exchange.Notes;

/// <summary>What became of something in a file.</summary>
public enum NoteKind
{
    /// <summary>The file cannot be taken until this is put right.</summary>
    Error = 0,
    /// <summary>Left out: the study has no place for it.</summary>
    NotTaken = 1,
    /// <summary>Taken in another form than the file has it.</summary>
    Changed = 2,
}

/// <summary>One thing that a person should know of an import, and where it stands.</summary>
public sealed record ImportNote(NoteKind Kind, CellPlace Place, string Sentence)
{
    public override string ToString() => $"{Place}: {Sentence}";
}
