using Deque.AxeCore.Playwright;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Pages;

/// <summary>Pages that show many families at once, over the demo study in a real browser: axe finds nothing and the policy is kept. SOS_PICTURES keeps pictures.</summary>
public sealed class PictureWalk(RunningDemo demo, Chromium chromium)
{
    public static TheoryData<string, Roles> EachPage => new()
    {
        { "/", Roles.Coordinator },
        { "/fieldwork/due", Roles.Coordinator },
        { "/sites", Roles.Coordinator },
        { "/sites/brackenshire", Roles.Administrator },
        { "/workers", Roles.Coordinator },
        { "/study", Roles.Administrator },
        { "/study/waves/add", Roles.Administrator },
        { "/fieldwork/progress", Roles.Coordinator },
        { "/fieldwork/plan?Site=ottersleigh&Weeks=4", Roles.Coordinator },
        { "/fieldwork/grid", Roles.Coordinator },
        { "/analysis/rates?wave=t2", Roles.Analyst },
        { "/analysis/attrition", Roles.Analyst },
        { "/analysis/worker-change", Roles.Analyst },
        { "/extracts", Roles.Analyst },
    };

    [Theory]
    [MemberData(nameof(EachPage))]
    public async Task Each_page_is_sound_with_a_whole_study_on_it(string address, Roles role)
    {
        var page = await chromium.Open(demo, await demo.As(role));
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("() => !document.querySelector('.plot[data-spec]:not([data-drawn])')");
        complaints.AddRange((await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}"));
        await Keep(page, address, "demo-wide");
        await page.SetViewportSizeAsync(400, 800);
        if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > 400) complaints.Add("scrolls sideways on a telephone");
        await Keep(page, address, "demo-narrow");
        await page.Context.CloseAsync();
        Assert.Empty(complaints);
    }

    private static async Task Keep(Microsoft.Playwright.IPage page, string address, string width)
    {
        if (Environment.GetEnvironmentVariable("SOS_PICTURES") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{address.Split('?')[0].Trim('/').Replace('/', '_')}-{width}.png"), FullPage = true });
    }
}
