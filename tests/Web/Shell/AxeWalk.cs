using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Playwright;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Tests.Web.Shell;

/// <summary>
/// Every page in a real browser: axe finds no violation, and nothing on it breaks the page's own content policy. With SOS_PICTURES set to a folder, a picture of
/// each is left there to be looked at; with SOS_WALK set to the start of an address only pages under it are walked.
/// </summary>
public sealed class AxeWalk(RunningStudy study, Chromium chromium)
{
    [Fact]
    public async Task No_page_has_a_fault_that_axe_finds_and_each_fits_a_telephone()
    {
        var faults = new List<string>();
        foreach (var (address, row) in await Pages())
        {
            var visitor = row.IsPublic ? study.SignedOut() : await study.As(RolesFor(row));
            await using var window = await Window.Open(chromium, study, visitor);
            await window.Page.GotoAsync(address);
            await window.Page.WaitForFunctionAsync("() => !document.querySelector('.plot[data-spec]:not([data-drawn])')");
            var found = await window.Page.RunAxe();
            faults.AddRange(found.Violations.Select(v => $"{address}: {v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}"));
            await Keep(window.Page, address, "wide");
            await window.Page.SetViewportSizeAsync(360, 800);
            if (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") > 360) faults.Add($"{address}: scrolls sideways on a telephone");
            await Keep(window.Page, address, "narrow");
            faults.AddRange(window.Complaints.Select(complaint => $"{address}: {complaint}"));
        }
        Assert.Empty(faults);
    }

    private static async Task Keep(IPage page, string address, string width)
    {
        if (Environment.GetEnvironmentVariable("SOS_PICTURES") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{address.Trim('/').Replace('/', '_')}-{width}.png"), FullPage = true });
    }

    private async Task<List<(string Address, AccessRow Row)>> Pages()
    {
        var values = await RouteValues.At(study, RunningStudy.OwnSite);
        return [.. Endpoints.All(study)
            .Where(e => e.Method == "GET" && e.Endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => (Endpoints.Address(e.Endpoint, values), e.Row))
            .Distinct()
            .Where(p => Environment.GetEnvironmentVariable("SOS_WALK") is not { Length: > 0 } under || p.Item1.StartsWith(under, StringComparison.Ordinal))];
    }

    private static Roles RolesFor(AccessRow row) => row.Roles.HasFlag(Roles.Administrator) ? Roles.Administrator : row.Roles.Each().First();

    private sealed record Window(IPage Page, List<string> Complaints) : IAsyncDisposable
    {
        public static async Task<Window> Open(Chromium chromium, RunningStudy study, Visitor visitor)
        {
            var window = new Window(await chromium.Open(study, visitor), []);
            window.Page.Console += (_, message) =>
            {
                if (message.Type == "error") window.Complaints.Add(message.Text);
            };
            window.Page.PageError += (_, error) => window.Complaints.Add(error);
            return window;
        }

        public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
    }
}
