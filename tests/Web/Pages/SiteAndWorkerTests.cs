using System.Net;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Pages;

public sealed class SiteAndWorkerTests(RunningDemo demo)
{
    [Fact]
    public async Task The_sites_of_the_list_add_up_to_its_last_line()
    {
        var page = await (await demo.As(Roles.Coordinator)).Get("/sites");
        var lines = page.Document.QuerySelectorAll("tbody tr").Select(tr => tr.QuerySelectorAll("td.numeric").Select(td => Number(td.ChildNodes.First(n => n.TextContent.Trim().Length > 0).TextContent)).ToList()).ToList();
        var all = page.Document.QuerySelectorAll("tfoot td.numeric").Select(td => Number(td.TextContent)).ToList();
        Assert.Equal(10, lines.Count);
        Assert.Equal(all[0], lines.Sum(l => l[0]));
        Assert.Equal(all[1], lines.Sum(l => l[1]));
    }

    [Fact]
    public async Task Another_site_and_its_workers_are_not_found()
    {
        var coordinator = await demo.At(RunningDemo.Brackenshire, Roles.Coordinator);
        var worker = await Register("Elsewhere Person", RunningDemo.Stowmarsh);
        Assert.Equal(HttpStatusCode.OK, (await coordinator.Get("/sites/brackenshire")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get("/sites/stowmarsh")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get($"/workers/{worker}")).Status);
        Assert.DoesNotContain("Elsewhere Person", (await coordinator.Get("/workers")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_changes_band_from_a_day_on_and_keeps_the_earlier_one()
    {
        var administrator = await demo.As(Roles.Administrator);
        var saved = await administrator.Post("/sites/stowmarsh/band", new Dictionary<string, string> { ["Band"] = "2-years", ["From.Day"] = "1", ["From.Month"] = "6", ["From.Year"] = "2026" });
        Assert.Equal("/sites/stowmarsh", saved.Location);
        var site = await demo.Grains.Site(RunningDemo.Stowmarsh).Read();
        Assert.Equal("2-years", site.BandOn(new(2026, 6, 1)));
        Assert.Equal("new", site.BandOn(new(2026, 5, 31)));
    }

    [Fact]
    public async Task A_site_without_a_date_for_its_band_is_asked_for_the_date()
    {
        var page = await (await demo.As(Roles.Administrator)).Post("/sites/brackenshire/band", new { Band = "2-years" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Enter the first day in this band", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_is_registered_goes_to_agency_terms_and_leaves()
    {
        var coordinator = await demo.At(RunningDemo.Brackenshire, Roles.Coordinator);
        var registered = await coordinator.Post("/workers/register", new Dictionary<string, string>
        {
            ["Name"] = "Wren Example", ["Site"] = "brackenshire", ["Team"] = "North", ["Employment"] = "Permanent", ["From.Day"] = "1", ["From.Month"] = "2", ["From.Year"] = "2025",
        });
        Assert.Equal(HttpStatusCode.Redirect, registered.Status);
        var at = registered.Location!;
        await coordinator.Post($"{at}/employment", new Dictionary<string, string> { ["Employment"] = "Agency", ["From.Day"] = "1", ["From.Month"] = "9", ["From.Year"] = "2025" });
        await coordinator.Post($"{at}/leave", new Dictionary<string, string> { ["On.Day"] = "1", ["On.Month"] = "3", ["On.Year"] = "2026" });
        var shown = (await coordinator.Get(at)).Words;
        Assert.Contains("Permanent 1 February 2025 31 August 2025", shown, StringComparison.Ordinal);
        Assert.Contains("Agency 1 September 2025 28 February 2026", shown, StringComparison.Ordinal);
        Assert.Contains("Left on 1 March 2026", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_missing_of_a_new_worker_is_asked_for_at_once_and_no_site_but_ones_own_is_taken()
    {
        var coordinator = await demo.At(RunningDemo.Brackenshire, Roles.Coordinator);
        var page = await coordinator.Post("/workers/register", new { Name = "", Site = "stowmarsh" });
        page.ShouldAskFor("Name", "Enter the worker's name.");
        page.ShouldAskFor("Site", "Choose the site.");
        page.ShouldAskFor("Employment", "Choose the terms of employment.");
    }

    [Fact]
    public async Task A_worker_holds_as_many_families_on_their_own_page_as_in_the_list()
    {
        var coordinator = await demo.As(Roles.Coordinator);
        var line = (await coordinator.Get("/workers")).Document.QuerySelectorAll("tbody tr").First(tr => tr.Children[^1].TextContent is not "0");
        var page = await coordinator.Get(line.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains(page.Document.QuerySelectorAll("h2"), h => h.TextContent.Trim().EndsWith($"({line.Children[^1].TextContent})", StringComparison.Ordinal));
    }

    private async Task<WorkerId> Register(string name, SiteCode site)
    {
        var registered = await demo.Grains.RegisterWorker(new(name, site, "", Employment.Permanent, new(2025, 1, 1)), new(OperationId.New(), "test@study.example", DateTimeOffset.UtcNow));
        return Assert.IsType<Decision<SocialWorker>.Accepted>(registered).Value.Id;
    }

    private static int Number(string text) => int.Parse(text.Trim().Split(' ')[0], System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);
}
