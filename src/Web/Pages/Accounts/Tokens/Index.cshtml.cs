using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Accounts.Tokens;

public sealed class IndexModel(TokenDoor tokens, StudyFrames frames) : StudyPage
{
    [BindProperty]
    public string Token { get; set; } = "";

    public TokenList Tokens { get; private set; } = new([], "", "", "");

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost() =>
        await Answer(await tokens.Revoke(Person.Account, Token, Stamp().For(Token)), _ => Done("The token is revoked.", AccountsLinks.Tokens));

    protected override async Task Load()
    {
        var lines = (await tokens.List(Person.Account)).Match(all => all, _ => ImmutableArray<TokenLine>.Empty);
        Tokens = new(lines, (await frames.Current()).Design.TimeZone, Operation, "You have no tokens.");
    }
}
