using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using SosLongitudinal.Study.Demo;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Week;

/// <summary>A person at a browser: does things, tells what the pages then say, and keeps every text that was sent there.</summary>
internal sealed class Desk
{
    private readonly StringBuilder told = new();
    private readonly List<Task<string>> sent = [];
    private readonly Dictionary<string, string> masks = new(StringComparer.Ordinal);

    private Desk(IPage page)
    {
        Page = page;
        page.Response += (_, response) =>
        {
            if (response.Status == 200 && response.Headers.GetValueOrDefault("content-type", "") is var type && (type.StartsWith("text/html", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal)))
                sent.Add(response.TextAsync());
        };
    }

    public IPage Page { get; }

    public string Told => masks.Aggregate(told.ToString(), (text, mask) => text.Replace(mask.Key, mask.Value, StringComparison.Ordinal));

    /// <summary>What is another in every run is told by this word.</summary>
    public void Mask(string text, string word) => masks[text] = word;

    public static async Task<Desk> Open(RunningStudy study, Chromium chromium, string email)
    {
        var desk = new Desk(await chromium.Open(study));
        await desk.SignIn(email);
        return desk;
    }

    /// <summary>As on every morning: a sign-in does not last over night.</summary>
    public async Task SignIn(string email)
    {
        await Page.GotoAsync("/sign-in");
        await Type("Email", email);
        await Type("Password", DemoAccounts.Password);
        await Save();
    }

    /// <summary>All that the browser was sent so far.</summary>
    public async Task<string> Sent() => string.Concat(await Task.WhenAll(sent));

    public void Chapter(string heading) => told.Append('\n').Append(heading).Append('\n').Append('=', heading.Length).Append('\n');

    /// <summary>What follows a heading of the page, up to the end of its first table.</summary>
    public static string Under(string heading) => $"#{heading} ~ .table-scroll table >> nth=0";

    /// <summary>Tells what these parts of the page say: a table row by row, anything else in one line.</summary>
    public async Task Tell(string heading, params string[] parts)
    {
        told.Append('\n').Append(heading).Append('\n');
        foreach (var part in parts)
            foreach (var found in await Page.Locator(part).AllAsync())
                foreach (var row in await Rows(found)) told.Append("  ").Append(row).Append('\n');
    }

    public async Task Tell(string heading, string address, string[] parts)
    {
        await Page.GotoAsync(address);
        await Tell(heading, parts);
    }

    public Task Type(string name, string text) => Page.Locator($"main [name='{name}']").FillAsync(text);

    public Task Choose(string name, string value) => Page.Locator($"main [name='{name}'][value='{value}']").CheckAsync();

    public Task Select(string name, string value) => Page.Locator($"main select[name='{name}']").SelectOptionAsync(value);

    public async Task Date(string name, DateOnly day)
    {
        foreach (var (part, number) in new[] { ("Day", day.Day), ("Month", day.Month), ("Year", day.Year) }) await Type($"{name}.{part}", number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Sends the page's form; what it refuses fails the test with the page's own words.</summary>
    public async Task Save(string button = "main form .govuk-button:not(.govuk-button--secondary)")
    {
        await Page.EvaluateAsync("() => document.documentElement.setAttribute('data-sent', '')");
        await Page.Locator(button).Last.ClickAsync();
        await Assertions.Expect(Page.Locator("html:not([data-sent]) footer")).ToHaveCountAsync(1); // another page, to its end; waiting for its load event misses one that came early
        if (await Page.Locator(".govuk-error-summary").CountAsync() > 0) Assert.Fail($"{Page.Url}: {await Page.Locator(".govuk-error-summary").First.InnerTextAsync()}");
    }

    private static Task<string[]> Rows(ILocator part) => part.EvaluateAsync<string[]>("""
        shown => {
          const words = element => {
            const copy = element.cloneNode(true);
            copy.querySelectorAll('.govuk-visually-hidden').forEach(hidden => hidden.remove());
            copy.querySelectorAll('br, div, dd, dt').forEach(block => block.before(' '));
            return copy.textContent.replace(/\s+/g, ' ').trim();
          };
          const rows = [...shown.querySelectorAll('tr')];
          return rows.length === 0 ? [words(shown)] : rows.map(row => [...row.cells].map(words).join(' | ').replace(/[ |]+$/, ''));
        }
        """);
}
