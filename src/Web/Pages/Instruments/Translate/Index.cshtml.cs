using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Instruments.Translate;

/// <summary>The draft's wording in a further language, every text beside its own.</summary>
[RequestFormLimits(ValueCountLimit = 50_000)]
public sealed class IndexModel : DraftTask
{
    public const string Prefix = "said.";

    [BindProperty(SupportsGet = true)] public string Language { get; set; } = "";

    /// <summary>The language's name as the form has it; <c>null</c> while none is chosen.</summary>
    public string? Chosen { get; private set; }

    public ImmutableArray<FormText> Texts => LanguageEdits.Texts(Draft, Chosen ?? "");

    public IEnumerable<(string Name, int Said)> Languages => Draft.Languages().Skip(1).Select(l => (l, LanguageEdits.Texts(Draft, l).Count(t => t.Said.Length > 0)));

    public async Task<IActionResult> OnGet()
    {
        if (Language.Length == 0) return Page();
        var named = LanguageEdits.Named(Draft, Language);
        if (named is Decision<string>.Refused { Why: var why }) return await ReturnPageWithTyped(why);
        Chosen = ((Decision<string>.Accepted)named).Value;
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (LanguageEdits.Named(Draft, Language) is Decision<string>.Accepted { Value: var named }) Chosen = named;
        var said = Request.Form.Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(f => f.Key[Prefix.Length..], f => f.Value.ToString(), StringComparer.Ordinal);
        return await Keep(LanguageEdits.Say(Draft, Language, said), $"The words in {Chosen} are saved.", InstrumentsLinks.Languages(Id));
    }
}
