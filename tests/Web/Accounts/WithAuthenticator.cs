using AngleSharp.Dom;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Accounts;

/// <summary>Somebody with an authenticator app, as a person sets one up: by the page.</summary>
internal sealed record WithAuthenticator(Visitor Visitor, string Email, string Key, IReadOnlyList<string> RecoveryCodes)
{
    public static async Task<WithAuthenticator> Make(RunningStudy study, string name, Roles roles = Roles.Analyst)
    {
        var email = $"{name}@study.example";
        await study.AddAccount(email, roles, SiteScope.All);
        var visitor = study.SignedOut();
        await visitor.SignIn(email, RunningStudy.Password);
        return await SetUp(visitor, email);
    }

    public static async Task<WithAuthenticator> SetUp(Visitor visitor, string email)
    {
        var shown = await visitor.Get("/account/authenticator");
        var key = KeyOn(shown);
        var given = await visitor.Send(shown, "/account/authenticator", new { Code = Totp.Code(key) });
        Assert.Equal("Your recovery codes", given.Heading);
        return new(visitor, email, key, [.. given.Document.QuerySelectorAll(".recovery-codes li").Select(l => l.TextContent)]);
    }

    public static string KeyOn(Page page) => string.Concat(page.Document.QuerySelectorAll(".qr__key span").Select(s => s.TextContent));

    /// <summary>The password, in a browser of their own; the page that asks for the code.</summary>
    public async Task<(Visitor Visitor, Page Asks)> FirstStep(RunningStudy study)
    {
        var visitor = study.SignedOut();
        var answer = await visitor.Post("/sign-in?to=/account", new { Email, RunningStudy.Password });
        Assert.StartsWith("/sign-in/code", answer.Location, StringComparison.Ordinal);
        return (visitor, await visitor.Get(answer.Location!));
    }
}
