using Microsoft.Playwright;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Demo;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Kit.Processes;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Forms;

/// <summary>Nothing typed is lost: whatever happens between the first key and the saved form, it is offered again on the same machine to the same account.</summary>
public sealed class DraftTests(RunningStudy study, Chromium chromium)
{
    private static readonly DateOnly Day = OpenedStudy.Today.AddDays(-2);

    [Fact]
    public async Task A_closed_tab_is_offered_again_and_its_form_saved_once()
    {
        var (machine, _) = await SignedIn("closer");
        var family = await study.Family();
        var page = await machine.NewPageAsync();
        await page.GotoAsync(KeyedSdq.Address);
        await page.Keyboard.TypeAsync($"{family.Id}{KeyedSdq.Short(Day)}0120120");
        await Expect(page, "[name='answer.obeys'][value='0']").ToBeCheckedAsync();
        await page.CloseAsync(new() { RunBeforeUnload = false });

        var next = await Offered(machine, KeyedSdq.Address);
        await Expect(next, "[name='answer.obeys'][value='0']").ToBeCheckedAsync();
        Assert.Equal(KeyedSdq.Short(Day), await next.InputValueAsync("#Paper-On"));
        await Expect(next, "[data-name=worries] input:focus").ToHaveCountAsync(1);
        await next.Keyboard.TypeAsync(KeyedSdq.Digits[7..] + "0");
        await next.Keyboard.PressAsync("Enter");
        await Expect(next, "[data-status]").ToContainTextAsync($"Saved: {family.Child().Id}");
        Assert.Equal("closer@study.example", Assert.Single((await study.Grains.Family(family.Id).Read())!.Forms).EnteredBy);

        await next.GotoAsync(KeyedSdq.Address);
        await Expect(next, "[data-offers]").ToHaveCountAsync(0);
        await machine.CloseAsync();
    }

    [Fact]
    public async Task What_is_typed_without_a_network_is_kept_sealed_and_offered_when_it_is_back()
    {
        var (machine, _) = await SignedIn("offline");
        var family = await study.Family();
        var page = await machine.NewPageAsync();
        await page.GotoAsync(SdqAnswers.Address(family));
        await page.EvaluateAsync("document.querySelector('form[data-entry]').draftsReady");
        await machine.SetOfflineAsync(true);
        await page.Keyboard.TypeAsync(Day.ToString("ddMMyyyy", System.Globalization.CultureInfo.InvariantCulture) + "012r");
        await Expect(page, ".draft-kept").ToContainTextAsync("kept on this machine");
        var held = await page.EvaluateAsync<string>("JSON.stringify(Object.entries(localStorage))");
        Assert.Contains("sos-entry.", held, StringComparison.Ordinal);
        Assert.DoesNotContain("answer.", held, StringComparison.Ordinal);
        Assert.DoesNotContain(family.Id.ToString(), held, StringComparison.Ordinal);
        await page.CloseAsync();
        await machine.SetOfflineAsync(false);

        var next = await Offered(machine, SdqAnswers.Address(family));
        await Expect(next, "[name='answer.shares'][value='refused']").ToBeCheckedAsync();
        Assert.Equal($"{Day.Year}", await next.InputValueAsync("[name='CompletedOn.Year']"));
        await machine.CloseAsync();
    }

    [Fact]
    public async Task After_an_expired_sign_in_it_is_offered_to_the_same_account_and_never_to_another()
    {
        var (machine, email) = await SignedIn("expired");
        var family = await study.Family();
        var page = await machine.NewPageAsync();
        await page.GotoAsync(KeyedSdq.Address);
        await page.EvaluateAsync("document.querySelector('form[data-batch]').draftsReady");
        await page.Keyboard.TypeAsync($"{family.Id}{KeyedSdq.Short(Day)}");
        await Expect(page, "[data-notices]").ToContainTextAsync("Age 8 on that day");
        await machine.ClearCookiesAsync(new() { Name = "sos" });
        await page.Keyboard.TypeAsync("0121");
        await Expect(page, ".draft-kept").ToContainTextAsync("You are signed out. What you type is kept on this machine");
        await page.CloseAsync();

        await study.AddAccount("another@study.example", Roles.Researcher, SiteScope.All);
        var other = await SignIn(machine, "another@study.example");
        await other.GotoAsync(KeyedSdq.Address);
        await other.EvaluateAsync("document.querySelector('form[data-batch]').draftsReady");
        await Expect(other, "[data-offers]").ToHaveCountAsync(0);
        await other.GotoAsync("/entry/drafts");
        await Expect(other, "main").ToContainTextAsync("There is none.");
        await other.CloseAsync();

        await machine.ClearCookiesAsync(new() { Name = "sos" });
        await (await SignIn(machine, email)).CloseAsync();
        var next = await Offered(machine, KeyedSdq.Address);
        await Expect(next, "[name='answer.shares'][value='1']").ToBeCheckedAsync();
        await machine.CloseAsync();
    }

    [Fact]
    public async Task After_the_server_was_killed_and_started_again_it_is_offered_again()
    {
        using var folder = new TempFolder();
        await using var first = await SosProcess.Serve("--demo", "--families", "20", "--data", folder.Path);
        var machine = await chromium.Machine(first.Address);
        var page = await SignIn(machine, DemoAccounts.Coordinator, DemoAccounts.Password);
        await page.GotoAsync("/families");
        await page.GotoAsync((await page.Locator("main table a[href^='/families/']").First.GetAttributeAsync("href"))!);
        var enter = (await page.Locator("a[href*='/enter']").First.GetAttributeAsync("href"))!;
        await page.GotoAsync(enter);
        await page.EvaluateAsync("document.querySelector('form[data-entry]').draftsReady");
        await page.FillAsync("[name='CompletedOn.Day']", "4");
        await page.FillAsync("[name='CompletedOn.Month']", "3");
        first.Kill();
        await page.FillAsync("[name=Language]", "cy");
        await Expect(page, ".draft-kept").ToContainTextAsync("The server does not answer. What you type is kept on this machine.");
        await page.CloseAsync();

        await using var second = await SosProcess.ServeAt(first.Address, "--demo", "--families", "20", "--data", folder.Path);
        var next = await Offered(machine, enter);
        Assert.Equal("4", await next.InputValueAsync("[name='CompletedOn.Day']"));
        Assert.Equal("cy", await next.InputValueAsync("[name=Language]"));
        await machine.CloseAsync();
    }

    /// <summary>Opens a page again and goes on with what is offered there.</summary>
    private static async Task<IPage> Offered(IBrowserContext machine, string address)
    {
        var page = await machine.NewPageAsync();
        await page.GotoAsync(address);
        await page.Locator("[data-offers] a").First.ClickAsync();
        await Expect(page, ".draft-kept").ToContainTextAsync("What you typed is here again.");
        return page;
    }

    private async Task<(IBrowserContext Machine, string Email)> SignedIn(string name)
    {
        var email = $"{name}@study.example";
        await study.AddAccount(email, Roles.Researcher, SiteScope.All);
        var machine = await chromium.Machine(study.Address);
        await (await SignIn(machine, email)).CloseAsync();
        return (machine, email);
    }

    private static async Task<IPage> SignIn(IBrowserContext machine, string email, string password = RunningStudy.Password)
    {
        var page = await machine.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name=Email]", email);
        await page.FillAsync("[name=Password]", password);
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }

    private static ILocatorAssertions Expect(IPage page, string selector) => Assertions.Expect(page.Locator(selector));
}
