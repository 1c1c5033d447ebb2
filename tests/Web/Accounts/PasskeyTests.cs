using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Accounts;

/// <summary>Passkeys in Chromium, with a device that the browser pretends to have.</summary>
public sealed class PasskeyTests(RunningStudy study, Chromium chromium)
{
    private static readonly Dictionary<string, object> Device = new()
    {
        ["options"] = new Dictionary<string, object>
        {
            ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
        },
    };

    [Fact]
    public async Task A_passkey_is_added_with_recovery_codes_and_signs_in_without_a_password()
    {
        await using var machine = await Machine();
        var page = await machine.NewPageAsync();
        await Add(page, "passkey-holder");
        await Assertions.Expect(page.Locator(".recovery-codes li")).ToHaveCountAsync(SecondFactorRules.RecoveryCodes);
        await Picture(page, "passkey-codes");
        await page.GotoAsync("/account/passkeys");
        await Assertions.Expect(page.Locator("tbody tr")).ToContainTextAsync("Office laptop");
        await Picture(page, "passkeys");

        await SignOut(page);
        await Picture(page, "sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Assertions.Expect(page.Locator(".study-header__account")).ToContainTextAsync("Analyst person");
        await page.GotoAsync("/account/passkeys");
        await Assertions.Expect(page.Locator("tbody tr")).Not.ToContainTextAsync("Never");
        var use = await study.Grains.AccountAttempts(AccountKey.Parse("passkey-holder@study.example")).ReadPasskeyUse();
        Assert.True(Assert.Single(use).Value.SignCount > 0);
    }

    [Fact]
    public async Task With_a_passkey_the_password_alone_no_longer_signs_in_until_it_is_removed()
    {
        await using var machine = await Machine();
        var page = await machine.NewPageAsync();
        await Add(page, "passkey-remover");
        var code = await page.Locator(".recovery-codes li").First.TextContentAsync();
        using var visitor = study.SignedOut();
        var step = await visitor.Post("/sign-in", new { Email = "passkey-remover@study.example", RunningStudy.Password });
        Assert.StartsWith("/sign-in/code", step.Location, StringComparison.Ordinal);
        Assert.Equal("/", (await visitor.Send(await visitor.Get(step.Location!), "/sign-in/code", new { Code = code })).Location);

        await page.GotoAsync("/account/passkeys");
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove" }).ClickAsync();
        await page.GetByLabel("Your password").FillAsync(RunningStudy.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Assertions.Expect(page.GetByText("You have no passkeys.")).ToBeVisibleAsync();
        using var again = study.SignedOut();
        Assert.Equal("/", (await again.Post("/sign-in", new { Email = "passkey-remover@study.example", RunningStudy.Password })).Location);
    }

    [Fact]
    public async Task Nobody_adds_a_passkey_to_a_browser_left_signed_in()
    {
        await using var machine = await Machine();
        var page = await machine.NewPageAsync();
        await Open(page, "left-alone");
        await page.GetByLabel("What do you call this device?").FillAsync("Mine");
        await page.GetByLabel("Your password").FillAsync("a guess at it");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the passkey" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-passkey-fault]")).ToContainTextAsync("what was entered is not right");
        Assert.Empty((await study.Grains.Account(AccountKey.Parse("left-alone@study.example")).Read()).Passkeys);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not even JSON")]
    public async Task An_answer_that_nobody_asked_for_signs_nobody_in(string credential)
    {
        using var visitor = study.SignedOut();
        var shown = await visitor.Get("/sign-in");
        var hidden = shown.Document.QuerySelectorAll("form[data-passkey] input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Where(f => f.Key != "Credential");
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Send("/sign-in?handler=Passkey", [.. hidden, KeyValuePair.Create("Credential", credential)])).Status);
    }

    /// <summary>By name: passkeys are for host names, not for addresses of numbers.</summary>
    private Task<IBrowserContext> Machine() => chromium.Machine(new($"http://localhost:{study.Address.Port}"));

    private async Task Open(IPage page, string name)
    {
        await study.AddAccount($"{name}@study.example", Roles.Analyst, SiteScope.All);
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", Device);
        await page.GotoAsync("/sign-in?to=/account/passkeys/add");
        await page.GetByLabel("E-mail address").FillAsync($"{name}@study.example");
        await page.GetByLabel("Password").FillAsync(RunningStudy.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Add a passkey" })).ToBeVisibleAsync();
    }

    private async Task Add(IPage page, string name)
    {
        await Open(page, name);
        await Picture(page, "passkey-add");
        await page.GetByLabel("What do you call this device?").FillAsync("Office laptop");
        await page.GetByLabel("Your password").FillAsync(RunningStudy.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your recovery codes" })).ToBeVisibleAsync();
    }

    private static async Task SignOut(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/sign-in"));
    }

    private static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SOS_PICTURES") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-wide.png"), FullPage = true });
        await page.SetViewportSizeAsync(400, 800);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-narrow.png"), FullPage = true });
        await page.SetViewportSizeAsync(1366, 768);
    }
}
