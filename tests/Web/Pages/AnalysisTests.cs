using System.Net;
using AngleSharp.Dom;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Pages;

public sealed class AnalysisTests(RunningDemo demo, Chromium chromium)
{
    [Theory]
    [InlineData("/analysis/attrition")]
    [InlineData("/analysis/worker-change")]
    public async Task A_plot_is_drawn_within_the_pages_policy(string address)
    {
        var page = await chromium.Open(demo, await demo.As(Roles.Analyst));
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(address);
        await page.WaitForSelectorAsync(".plot[data-drawn] svg");
        Assert.True(await page.Locator(".plot svg path").CountAsync() > 10);
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/analysis/attrition")]
    [InlineData("/analysis/worker-change")]
    public async Task A_result_says_that_it_is_not_for_release_and_synthetic_and_as_of_when(string address)
    {
        var page = await (await demo.As(Roles.Analyst)).Get(address);
        Assert.Contains("Not for release", page.Words, StringComparison.Ordinal);
        Assert.Contains("synthetic", page.Words, StringComparison.Ordinal);
        Assert.Contains("As of", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demos_coders_agree_well_and_not_wholly_and_its_items_stand_in_the_order_of_the_form()
    {
        var page = await (await demo.As(Roles.Coordinator)).Get("/analysis/agreement");
        var rows = page.Document.QuerySelectorAll("tr[data-item]");
        var numbers = rows.Select(r => int.Parse(r.QuerySelector("th")!.TextContent.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.True(numbers.Count > 8);
        Assert.Equal(numbers.Order(), numbers);
        var plan = rows.Single(r => r.GetAttribute("data-item") == "plan").QuerySelectorAll("td").Select(d => d.TextContent.Trim()).ToList();
        Assert.InRange(double.Parse(plan[3].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), 0.6, 0.95);
        Assert.NotEqual(plan[3], plan[5]); // codes in order: a near disagreement counts for less
    }

    [Fact]
    public async Task Every_line_of_attrition_adds_up_and_the_sites_add_up_to_all()
    {
        var page = await (await demo.As(Roles.Analyst)).Get("/analysis/attrition");
        var bodies = page.Document.QuerySelectorAll("[aria-label='Kept and lost by group'] tbody").Select(b => b.QuerySelectorAll("tr").Where(tr => tr.QuerySelector("td") is not null).Select(Numbers).ToList()).ToList();
        Assert.All(bodies.SelectMany(b => b), line => Assert.Equal(line[0], line[1..8].Sum()));
        Assert.All(bodies[1..], by => Assert.Equal(bodies[0][0][..9], Enumerable.Range(0, 9).Select(i => by.Sum(line => line[i]))));
        var kept = 100.0 * bodies[0][0][1] / bodies[0][0][8];
        Assert.InRange(kept, 40, 65);
    }

    [Fact]
    public async Task The_groups_of_worker_change_hold_each_family_once()
    {
        var page = await (await demo.As(Roles.Analyst)).Get("/analysis/worker-change");
        var totals = page.Document.QuerySelectorAll(".sum-row").Select(tr => tr.Children[1].TextContent.Trim()).Distinct();
        Assert.Single(totals);
    }

    [Theory]
    [InlineData("/analysis/attrition?handler=Csv&part=groups", "attrition-groups-t1-t2")]
    [InlineData("/analysis/attrition?handler=Csv&part=whole", "attrition-whole-t1-t2")]
    [InlineData("/analysis/worker-change?handler=Csv", "worker-change-t1-t2")]
    public async Task A_result_downloads_with_its_status_in_each_row_and_in_its_name(string address, string name)
    {
        var analyst = await demo.As(Roles.Analyst);
        using var answer = await analyst.Http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var file = answer.Content.Headers.ContentDisposition!.FileName!;
        Assert.StartsWith(name, file, StringComparison.Ordinal);
        Assert.Contains("synthetic", file, StringComparison.Ordinal);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 5);
        Assert.All(lines[1..], line => Assert.EndsWith("Not for release: no disclosure profile has been run on it.,synthetic", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_analyst_of_one_site_sees_its_families_and_no_other()
    {
        var page = await (await demo.At(RunningDemo.Brackenshire, Roles.Analyst)).Get("/analysis/attrition");
        Assert.Contains("Brackenshire", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Stowmarsh", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_analyse_is_not_let_in() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await demo.As(Roles.Coordinator)).Get("/analysis/attrition")).Status);

    private static List<int> Numbers(IElement line) =>
        [.. line.QuerySelectorAll("td").Select(td => td.TextContent.Trim()).Where(t => !t.EndsWith('%') && t != "-").Select(t => int.Parse(t, System.Globalization.CultureInfo.InvariantCulture))];
}
