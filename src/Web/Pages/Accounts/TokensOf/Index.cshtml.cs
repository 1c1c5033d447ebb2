using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Web.Shell.Accounts;

namespace SosLongitudinal.Web.Pages.Accounts.TokensOf;

/// <summary>Somebody else's tokens, for an administrator to see and revoke.</summary>
public sealed class IndexModel(IGrainFactory grains, TokenDoor tokens, StudyFrames frames) : AccountTask(grains)
{
    [BindProperty]
    public string Token { get; set; } = "";

    public TokenList Tokens { get; private set; } = new([], "", "", "");

    public async Task<IActionResult> OnGet()
    {
        if (!await Find()) return NotFound();
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Find()) return NotFound();
        return await Answer(await tokens.Revoke(Key, Token, Stamp().For(Token)), _ => Done("The token is revoked.", AccountsLinks.TokensOf(Key)));
    }

    protected override async Task Load()
    {
        var lines = (await tokens.List(Key)).Match(all => all, _ => ImmutableArray<TokenLine>.Empty);
        Tokens = new(lines, (await frames.Current()).Design.TimeZone, Operation, "They have no tokens.");
    }
}
