using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Accounts;

public sealed class AuthenticatorTests(RunningStudy study)
{
    [Fact]
    public async Task Once_set_up_the_password_leads_to_a_second_step_and_the_code_signs_in()
    {
        var person = await WithAuthenticator.Make(study, "two-steps");
        Assert.Equal(SecondFactorRules.RecoveryCodes, person.RecoveryCodes.Distinct().Count());
        var (visitor, asks) = await person.FirstStep(study);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Get("/account")).Status); // not yet
        var answer = await visitor.Send(asks, "/sign-in/code", new { Code = Totp.Code(person.Key, 1) });
        Assert.Equal("/account", answer.Location);
        Assert.Equal("Your account", (await visitor.Get("/account")).Heading);
    }

    [Fact]
    public async Task The_set_up_page_shows_a_picture_and_the_key_and_asks_again_after_a_wrong_code()
    {
        await study.AddAccount("scans@study.example", Roles.Analyst, SiteScope.All);
        var visitor = study.SignedOut();
        await visitor.SignIn("scans@study.example", RunningStudy.Password);
        var shown = await visitor.Get("/account/authenticator");
        Assert.NotNull(shown.Document.QuerySelector("svg[role=img] path[d^='M']"));
        Assert.All(shown.Document.QuerySelectorAll(".qr__key span"), group => Assert.InRange(group.TextContent.Length, 1, 4));
        var again = await visitor.Send(shown, "/account/authenticator", new { Code = "000000" });
        again.ShouldAskFor("Code", "The code is not right, or it was used before. Enter the code that shows now.");
        Assert.Equal(WithAuthenticator.KeyOn(shown), WithAuthenticator.KeyOn(again));
    }

    [Fact]
    public async Task Sent_twice_the_set_up_shows_the_same_recovery_codes()
    {
        await study.AddAccount("presses-twice@study.example", Roles.Analyst, SiteScope.All);
        var visitor = study.SignedOut();
        await visitor.SignIn("presses-twice@study.example", RunningStudy.Password);
        var shown = await visitor.Get("/account/authenticator");
        var code = Totp.Code(WithAuthenticator.KeyOn(shown));
        var first = await visitor.Send(shown, "/account/authenticator", new { Code = code });
        var second = await visitor.Send(shown, "/account/authenticator", new { Code = code });
        Assert.Equal(first.Words, second.Words);
    }

    [Fact]
    public async Task A_code_opens_once()
    {
        var person = await WithAuthenticator.Make(study, "once");
        var code = Totp.Code(person.Key, 1);
        var (first, asked) = await person.FirstStep(study);
        Assert.Equal("/account", (await first.Send(asked, "/sign-in/code", new { Code = code })).Location);
        var (second, asks) = await person.FirstStep(study);
        (await second.Send(asks, "/sign-in/code", new { Code = code })).ShouldAskFor("Code", SecondFactorRefusals.Code.Sentence);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_once_however_it_is_typed()
    {
        var person = await WithAuthenticator.Make(study, "lost-it");
        var typed = person.RecoveryCodes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal);
        var (first, asked) = await person.FirstStep(study);
        Assert.Equal("/account", (await first.Send(asked, "/sign-in/code", new { Code = typed })).Location);
        Assert.Contains("9 are left", (await first.Get("/account")).Words, StringComparison.Ordinal);
        var (second, asks) = await person.FirstStep(study);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await second.Send(asks, "/sign-in/code", new { Code = typed })).Status);
    }

    [Fact]
    public async Task Eight_wrong_codes_lock_the_account_and_the_right_one_is_refused_too()
    {
        var person = await WithAuthenticator.Make(study, "guessed");
        var (visitor, asks) = await person.FirstStep(study);
        for (var i = 0; i < 8; i++) await visitor.Send(asks, "/sign-in/code", new { Code = i % 2 == 0 ? $"00000{i}" : "AAAA-BBBB-CCCC-DDDD" });
        var answer = await visitor.Send(asks, "/sign-in/code", new { Code = Totp.Code(person.Key, 1) });
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("Wait 15 minutes", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_and_the_recovery_codes_are_nowhere_in_plain()
    {
        var person = await WithAuthenticator.Make(study, "sealed");
        var record = await study.Services.GetRequiredService<IRecordStore>().Read(new("account", person.Email), TestContext.Current.CancellationToken);
        var stored = Encoding.UTF8.GetString(record!.Content.Span);
        Assert.Contains("account.authenticator-set", stored, StringComparison.Ordinal);
        Assert.All([person.Key, .. person.RecoveryCodes], secret => Assert.DoesNotContain(secret, stored, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task It_is_turned_off_with_a_password_and_its_key_leaves_the_ledger()
    {
        var person = await WithAuthenticator.Make(study, "turns-off");
        var sealedKey = (await study.Grains.Account(AccountKey.Parse(person.Email)).Read()).Authenticator!;
        (await person.Visitor.Post("/account/authenticator/off", new { Proof = "not my password" })).ShouldAskFor("Proof", SecondFactorRefusals.Proof.Sentence);
        Assert.Equal("/account", (await person.Visitor.Post("/account/authenticator/off", new { Proof = RunningStudy.Password })).Location);
        var record = await study.Services.GetRequiredService<IRecordStore>().Read(new("account", person.Email), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(sealedKey, Encoding.UTF8.GetString(record!.Content.Span), StringComparison.Ordinal);
        using var visitor = study.SignedOut();
        await visitor.SignIn(person.Email, RunningStudy.Password);
        Assert.Equal("Your account", (await visitor.Get("/account")).Heading);
    }

    [Fact]
    public async Task New_recovery_codes_replace_the_old_ones()
    {
        var person = await WithAuthenticator.Make(study, "renews");
        var given = await person.Visitor.Post("/account/authenticator/recovery-codes", new { Proof = Totp.Code(person.Key, 1) });
        var codes = given.Document.QuerySelectorAll(".recovery-codes li").Select(l => l.TextContent).ToList();
        Assert.Equal(SecondFactorRules.RecoveryCodes, codes.Except(person.RecoveryCodes).Count());
        var (visitor, asks) = await person.FirstStep(study);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Send(asks, "/sign-in/code", new { Code = person.RecoveryCodes[0] })).Status);
        Assert.Equal("/account", (await visitor.Send(asks, "/sign-in/code", new { Code = codes[0] })).Location);
    }

    [Fact]
    public async Task What_was_typed_is_kept_through_both_steps()
    {
        var person = await WithAuthenticator.Make(study, "types-on", Roles.Administrator);
        await study.AddAccount("typed-about@study.example", Roles.Analyst, SiteScope.All);
        var form = await person.Visitor.Get("/accounts/typed-about@study.example");
        person.Visitor.LoseSignIn();
        var expired = await person.Visitor.Send(form, "/accounts/typed-about@study.example", new { Roles = "Researcher", Reach = "every" });
        var half = await person.Visitor.Send(expired, "/sign-in-again", new Dictionary<string, string> { ["kept-password-of"] = person.Email, ["kept-password"] = RunningStudy.Password });
        var through = await person.Visitor.Send(half, "/sign-in-again", new Dictionary<string, string> { ["kept-password-code"] = Totp.Code(person.Key, 1) });
        Assert.Equal("You are signed in", through.Heading);
        Assert.Equal("/accounts", (await person.Visitor.Send(through, "/accounts/typed-about@study.example", new { })).Location);
        Assert.Equal(Roles.Researcher, (await study.Grains.Account(AccountKey.Parse("typed-about@study.example")).Read()).Roles);
    }
}
