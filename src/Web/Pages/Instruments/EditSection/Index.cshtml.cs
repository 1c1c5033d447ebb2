using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using Choice = SosLongitudinal.Web.Shell.Components.Choice;

namespace SosLongitudinal.Web.Pages.Instruments.EditSection;

/// <summary>One section of the draft, by its number from 1, or a new one: its heading, when it is asked, how often.</summary>
public sealed class IndexModel : DraftTask
{
    [FromRoute(Name = "section")] public string Which { get; set; } = "";

    [BindProperty] public string Title { get; set; } = "";

    [BindProperty] public string Relevant { get; set; } = "";

    [BindProperty] public string Repeat { get; set; } = "";

    [BindProperty] public string RepeatCount { get; set; } = "";

    [BindProperty] public string After { get; set; } = "";

    /// <summary>Its place, from 0; <c>null</c> for a new one.</summary>
    public int? At => int.TryParse(Which, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : null;

    public IEnumerable<Choice> Places => Draft.Sections.Select((s, i) => new Choice(i.ToString(CultureInfo.InvariantCulture), s.Title.Length > 0 ? s.Title : $"Section {i + 1}"));

    private bool IsThere => At is { } at ? at >= 0 && at < Draft.Sections.Length : Which == "new";

    public IActionResult OnGet()
    {
        if (!IsThere) return NotFound();
        After = (Draft.Sections.Length - 1).ToString(CultureInfo.InvariantCulture);
        if (At is not { } at) return Page();
        var section = Draft.Sections[at];
        (Title, Relevant, Repeat, RepeatCount) = (section.Title, section.Relevant ?? "", section.Repeat?.ToString(CultureInfo.InvariantCulture) ?? "", section.RepeatCount ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!IsThere) return NotFound();
        int? times = null;
        if (Repeat.Trim().Length > 0)
        {
            if (!int.TryParse(Repeat.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var typed)) return await ReturnPageWithTyped(DraftRefusals.RepeatIsNoNumber);
            times = typed;
        }
        var words = new SectionWords(Title, Given(Relevant), times, Given(RepeatCount));
        return await Keep(At is { } at ? SectionEdits.Change(Draft, at, words) : SectionEdits.Add(Draft, words, int.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : -1), $"{Title.Trim()} is {(At is null ? "added" : "changed")}.", InstrumentsLinks.Draft(Id));
    }

    public async Task<IActionResult> OnPostDrop() => IsThere && At is { } at ? await Keep(SectionEdits.Drop(Draft, at), "The heading is removed; its items stay.", InstrumentsLinks.Draft(Id)) : NotFound();

    private static string? Given(string text) => text.Trim() is { Length: > 0 } given ? given : null;
}
