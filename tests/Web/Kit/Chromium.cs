using Microsoft.Playwright;
using SosLongitudinal.Tests.Web.Kit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace SosLongitudinal.Tests.Web.Kit;

/// <summary>The distribution's Chromium, driven by Playwright; one browser for the room, a fresh context for each visitor.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? playwright;
    private Task<IBrowser>? browser;

    /// <summary>A machine of its own: what it keeps is there for all its windows.</summary>
    public async Task<IBrowserContext> Machine(Uri address) => await (await Browser()).NewContextAsync(new() { BaseURL = address.ToString(), ViewportSize = new() { Width = 1366, Height = 768 } });

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A new browser window, signed in as the visitor is, where one is given.</summary>
    public async Task<IPage> Open(RunningStudy study, Visitor? visitor = null, bool script = true)
    {
        var context = await (await Browser()).NewContextAsync(new() { BaseURL = study.Address.ToString(), JavaScriptEnabled = script, ViewportSize = new() { Width = 1280, Height = 900 } });
        if (visitor is not null) await context.AddCookiesAsync(visitor.Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = study.Address.ToString() }));
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await (await browser).CloseAsync();
        playwright?.Dispose();
    }

    private Task<IBrowser> Browser()
    {
        lock (Places) return browser ??= Launch();
    }

    private async Task<IBrowser> Launch()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(30_000); // a machine that is busy with other tests is not a fault of the page
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Places.FirstOrDefault(File.Exists) ?? throw new FileNotFoundException("Chromium is not installed; tests/run.sh installs it."),
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });
    }
}
