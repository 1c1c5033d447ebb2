using System.Net;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Pages;

public sealed class DueTests(RunningDemo demo)
{
    [Fact]
    public async Task The_worklist_shows_the_soonest_closing_family_first_and_says_what_to_do_next()
    {
        var page = await (await demo.As(Roles.Coordinator)).Get("/fieldwork/due?wave=t2&track=Interview&state=Overdue");
        var closes = page.Document.QuerySelectorAll("[aria-label='Families due'] tbody td:first-child").Select(td => DateOnly.Parse(td.ChildNodes[0].TextContent.Trim(), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.NotEmpty(closes);
        Assert.Equal(closes.Order(), closes);
        Assert.Contains("closed", page.Words, StringComparison.Ordinal);
        Assert.Contains("Record what became of it", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_number_of_the_grid_is_the_length_of_the_list_it_leads_to()
    {
        var coordinator = await demo.As(Roles.Coordinator);
        var grid = await coordinator.Get("/fieldwork/due");
        var links = grid.Document.QuerySelectorAll(".due-grid tbody a").Select(a => (Count: a.ChildNodes[0].TextContent.Trim(), Href: a.GetAttribute("href")!)).ToList();
        Assert.NotEmpty(links);
        foreach (var (count, href) in links.Take(6))
            Assert.EndsWith($"({count})", (await coordinator.Get(href)).Document.QuerySelector("h2")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_goes_on_at_the_next_page_without_losing_or_doubling_a_family()
    {
        var coordinator = await demo.As(Roles.Coordinator);
        var (seen, next) = (new List<string>(), (string?)"/fieldwork/due?wave=t1&track=CaseRecord&state=Achieved");
        while (next is not null)
        {
            var page = await coordinator.Get(next);
            seen.AddRange(page.Document.QuerySelectorAll("[aria-label='Families due'] tbody .study-id").Select(a => a.TextContent));
            next = page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(262, seen.Distinct().Count());
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_coordinator_of_one_site_sees_its_families_and_no_other()
    {
        var page = await (await demo.At(RunningDemo.Brackenshire, Roles.Coordinator)).Get("/fieldwork/due?wave=t1&state=Achieved");
        var sites = page.Document.QuerySelectorAll("[aria-label='Families due'] tbody td:nth-child(3)").Select(td => td.TextContent).Distinct();
        Assert.Equal(["Brackenshire"], sites);
        Assert.DoesNotContain("Stowmarsh", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interviewer_sees_nobody_who_is_not_assigned_to_them()
    {
        var page = await (await demo.As(Roles.Interviewer)).Get("/fieldwork/due?state=Achieved&interviewer=interviewer@demo.example");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("No families here", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_in_the_address_does_not_narrow_the_list() =>
        Assert.Equal(HttpStatusCode.OK, (await (await demo.As(Roles.Coordinator)).Get("/fieldwork/due?site=%3C&wave=t9&track=x&state=y&after=z")).Status);
}
