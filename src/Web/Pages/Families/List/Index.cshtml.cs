using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.List;

/// <summary>Search for families. An exact id goes straight to its family.</summary>
public sealed class IndexModel(FamilyRegisters registers, StudyFrames frames) : StudyPage
{
    [FromQuery] public string Text { get; set; } = "";

    [FromQuery] public string Site { get; set; } = "";

    [FromQuery] public Stage? Stage { get; set; }

    [FromQuery] public string Wave { get; set; } = "";

    [FromQuery] public DueState? Due { get; set; }

    /// <summary>The text is a serial, however much it looks like an id.</summary>
    [FromQuery] public bool Serial { get; set; }

    [FromQuery] public string After { get; set; } = "";

    public StudyFrame Frame { get; private set; } = null!;

    public FamilyPage Found { get; private set; } = new([], 0, null);

    public IEnumerable<Choice> Sites => Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name).Select(s => new Choice(s.Code.ToString(), s.Name));

    public IEnumerable<Choice> Waves => Frame.Design.Waves.Select(w => new Choice(w.Code.ToString(), w.Name));

    public async Task<IActionResult> OnGet()
    {
        Frame = await frames.Current();
        Text = Text.Trim();
        if (FamilyId.TryParse(Text, null, out var exact)) return LocalRedirect(FamiliesLinks.Show(exact));
        if (!Serial && LooksLikeAnId(Text))
        {
            ModelState.AddModelError("Text", FamilyRefusals.NotAnId.Sentence);
            var page = Page();
            page.StatusCode = 404;
            return page;
        }
        Found = await registers.Find(new()
        {
            Scope = Person.Sites.Match(_ => (ImmutableArray<SiteCode>?)null, only => only.Sites),
            Site = SiteCode.TryParse(Site, null, out var site) ? site : null,
            Stage = Stage,
            Text = Text,
            Wave = WaveCode.TryParse(Wave, null, out var wave) ? wave : null,
            Due = Due is { } due ? [due] : [],
            After = FamilyCursor.TryParse(After, null, out var after) ? after : null,
        });
        return Page();
    }

    /// <summary>The same search from another place on.</summary>
    public string? From(FamilyCursor? cursor) => cursor is { } after
        ? FamiliesLinks.List + QueryString.Create(new KeyValuePair<string, string?>[]
        {
            new("Text", Text), new("Serial", Serial ? "true" : null), new("Site", Site), new("Stage", Stage?.ToString()), new("Wave", Wave), new("Due", Due?.ToString()), new("After", after.ToString()),
        })
        : null;

    /// <summary>The length of an id and its alphabet, with a digit: more likely a mistyped id than a serial.</summary>
    private static bool LooksLikeAnId(string text) => text.Length == 7 && text.All(char.IsAsciiLetterOrDigit) && text.Any(char.IsAsciiDigit) && text.Any(char.IsAsciiLetter);
}
