using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting;

namespace SosLongitudinal.Web.Pages.Instruments.EditBands;

/// <summary>One way to band scores, or a new one: its words and where each band begins, scale by scale.</summary>
public sealed class IndexModel : DraftTask
{
    public const string New = "new";

    [FromRoute(Name = "scheme")] public string Which { get; set; } = "";

    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string Title { get; set; } = "";

    [BindProperty] public string Words { get; set; } = "";

    [BindProperty] public string Edges { get; set; } = "";

    [BindProperty] public bool Provisional { get; set; }

    [BindProperty] public string Note { get; set; } = "";

    public bool IsNew => Which == New;

    private bool IsThere => IsNew || Draft.BandsOf(Which) is not null;

    public IActionResult OnGet()
    {
        if (!IsThere) return NotFound();
        if (Draft.BandsOf(Which) is { } scheme) (Name, Title, Words, Edges, Provisional, Note) = BandWords.Of(scheme);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!IsThere) return NotFound();
        return await Keep(BandEdits.Put(Draft, IsNew ? null : Which, new(Name, Title, Words, Edges, Provisional, Note)), $"{Title.Trim()} is {(IsNew ? "added" : "changed")}.", InstrumentsLinks.Scores(Id));
    }

    public async Task<IActionResult> OnPostDrop() => IsThere ? await Keep(BandEdits.Drop(Draft, Which), $"{Which} is dropped.", InstrumentsLinks.Scores(Id)) : NotFound();
}
