using System.Collections.Immutable;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Forms.Show;

/// <summary>One change of one answer as a person reads it.</summary>
public sealed record ItemChange(string From, string To, string By, DateTimeOffset At, string Why);

/// <summary>What became of each answer since it was entered: by edits, and by settling a second entry.</summary>
public static class ItemHistory
{
    /// <summary>The changes of an item, oldest first; empty for most.</summary>
    public static ImmutableArray<ItemChange> Of(Form form, InstrumentDefinition definition, Item item)
    {
        if (form.Trail is not { } trail) return [];
        var edits = trail.Changes.Where(c => c.New.Shape.IndexOf(item.Name) >= 0)
            .Select(c => new ItemChange(c.Old[item.Name].Words(definition, item), c.New[item.Name].Words(definition, item), c.By, c.At, Why(c.Reason.Words(), c.Why)));
        var settled = trail.Second is { SettledAt: not null } second && second.SettledOf(item.Name) is { } s && s.Value != second.First.Answers[item.Name]
            ? [new ItemChange(second.First.Answers[item.Name].Words(definition, item), s.Value.Words(definition, item), s.By, s.At, Why("Second entry settled", s.Why))]
            : Array.Empty<ItemChange>();
        return [.. edits.Concat(settled).OrderBy(c => c.At)];
    }

    private static string Why(string reason, string? words) => string.IsNullOrWhiteSpace(words) ? reason : $"{reason}: {words}";
}
