using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Forms.Edits;

/// <summary>An item that two people changed: what it was when the second looked, what the first made of it, what the second wants.</summary>
public sealed record EditConflict(string Item, Answer Before, Answer Theirs, Answer Mine);

/// <summary>What became of a form since somebody looked at it.</summary>
public static class EditConflicts
{
    /// <summary>Items that were changed since the edit's version and that the edit changes to something else. Where both say the same there is no conflict.</summary>
    public static ImmutableArray<EditConflict> Of(Form form, FormEdit edit) =>
    [
        .. edit.Changes.All()
            .Select(mine => new EditConflict(mine.Name, At(form, mine.Name, edit.Seen), form.Answers[mine.Name], mine.Answer))
            .Where(c => c.Before != c.Theirs && c.Theirs != c.Mine && c.Mine != c.Before),
    ];

    /// <summary>The answer to an item as it stood at an earlier version of the form.</summary>
    public static Answer At(Form form, string item, int version)
    {
        foreach (var change in form.Trail?.Changes ?? [])
            if (change.Version > version && change.Old.Shape.IndexOf(item) is >= 0 and var at) return change.Old.At(at);
        return form.Answers[item];
    }

    /// <summary>The date, mode and language as they stood at an earlier version of the form.</summary>
    public static FormHead HeadAt(Form form, int version)
    {
        foreach (var change in form.Trail?.Changes ?? [])
            if (change.Version > version && change.OldHead is { } was) return was;
        return FormHead.Of(form);
    }
}
