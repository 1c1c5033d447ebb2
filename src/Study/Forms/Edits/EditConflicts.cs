using System.Collections.Immutable;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Forms.Edits;

/// <summary>An item, or the form's date, mode or language, that two people changed: what it was when the second looked, what the first made of it, what the second wants.</summary>
public sealed record EditConflict(string Item, Answer Before, Answer Theirs, Answer Mine);

/// <summary>What became of a form since somebody looked at it.</summary>
public static class EditConflicts
{
    /// <summary>What was changed since the edit's version and that the edit changes to something else. Where both say the same there is no conflict.</summary>
    public static ImmutableArray<EditConflict> Of(Form form, FormEdit edit) =>
    [
        .. edit.Changes.All()
            .Select(mine => new EditConflict(mine.Name, At(form, mine.Name, edit.Seen), form.Answers[mine.Name], mine.Answer))
            .Concat(HeadsOf(form, edit))
            .Where(c => c.Before != c.Theirs && c.Theirs != c.Mine && c.Mine != c.Before),
    ];

    /// <summary>The head that an edit leads to where somebody else changed the form meanwhile: each part as the edit changes it, or as it stands now.</summary>
    public static FormHead Merged(Form form, FormEdit edit)
    {
        var now = FormHead.Of(form);
        if (edit.Head is not { } mine) return now;
        var before = HeadAt(form, edit.Seen);
        return new(mine.CompletedOn == before.CompletedOn ? now.CompletedOn : mine.CompletedOn, mine.Mode == before.Mode ? now.Mode : mine.Mode, mine.Language == before.Language ? now.Language : mine.Language);
    }

    private static IEnumerable<EditConflict> HeadsOf(Form form, FormEdit edit)
    {
        if (edit.Head is not { } mine) yield break;
        var (before, theirs) = (HeadAt(form, edit.Seen), FormHead.Of(form));
        foreach (var name in KeyedDifferences.OfForm) yield return new(name, before.ValueOf(name), theirs.ValueOf(name), mine.ValueOf(name));
    }

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
