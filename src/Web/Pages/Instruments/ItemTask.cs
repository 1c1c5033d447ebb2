using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting;
using SosLongitudinal.Study.Kernel;
using Choice = SosLongitudinal.Web.Shell.Components.Choice;

namespace SosLongitudinal.Web.Pages.Instruments;

/// <summary>A page with the fields of one item of the draft, new or known.</summary>
public abstract class ItemTask : DraftTask
{
    /// <summary>Where a rule's faults stand on the page.</summary>
    private static readonly string[] Rules = ["Choices", "Min", "Max", "Relevant", "RequiredWhen", "Constraint", "Calculation", "ChoiceFilter", "Default"];

    [BindProperty] public ItemFields Fields { get; set; } = new();

    /// <summary>The item that it comes after; empty at the start of the form.</summary>
    [BindProperty] public string After { get; set; } = "";

    /// <summary>In form order.</summary>
    public IReadOnlyList<Item> Items => [.. Draft.Sections.SelectMany(s => s.Items)];

    /// <summary>The kind of answer it takes; <c>null</c> while that is still to be chosen.</summary>
    public abstract ItemType? Kind { get; }

    /// <summary>The item's own name; empty while it has none.</summary>
    public abstract string Called { get; }

    /// <summary>The item that it hangs on by its simple gate.</summary>
    public virtual Relevance? Gate => null;

    public bool Takes(params ReadOnlySpan<ItemType> kinds) => Kind is not { } kind || kinds.Contains(kind);

    /// <summary>The rules are shown open where one is set or at fault.</summary>
    public bool RulesAreOpen => Fields.HasRules || Gate is not null || Rules.Any(r => ModelState.TryGetValue($"Fields.{r}", out var typed) && typed.Errors.Count > 0);

    public IEnumerable<Choice> Places => Items.Where(i => i.Name != Called).Select(i => new Choice(i.Name, $"{(i.Number > 0 ? $"{i.Number} " : "")}{i.Caption()}"));

    protected Task<IActionResult> ReturnAtFields(Refusal why) =>
        ReturnPageWithTyped(why with { Faults = [.. why.Faults.Select(f => Rules.Contains(f.Field) ? f with { Field = $"Fields.{f.Field}" } : f)] });
}
