using SosLongitudinal.Exchange.Lists;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Imports;

public sealed class ListPageTests(RunningStudy study)
{
    private static readonly string Day = $"{OpenedStudy.Sampled:yyyy-MM-dd}";

    [Fact]
    public async Task A_list_is_checked_on_the_page_and_then_taken_in()
    {
        var serial = $"P-{Guid.NewGuid():N}"[..12];
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Coordinator);
        var check = await visitor.Upload("/imports/lists", new { Kind = "families" }, "Csv", "spring.csv", $"site,serial,cohort,sampled_on,role,birth\n{RunningStudy.OwnSite},{serial},c1,{Day},child,2018-03\n{RunningStudy.OwnSite},{serial}x,c1,{Day},nobody,\n");
        Assert.Equal("spring.csv: families and their members", check.Document.QuerySelector("#report")!.TextContent);
        Assert.Equal(["3", "role", "nobody"], check.Document.QuerySelectorAll("main tbody td").Take(3).Select(c => c.TextContent));
        var saved = await visitor.Send(check, "/imports/lists?handler=Take", new { });
        Assert.Equal("/imports/lists", saved.Location);
        Assert.Contains("spring.csv: 1 rows saved", (await visitor.Get("/imports/lists")).Text, StringComparison.Ordinal);
        Assert.Contains(serial, (await visitor.Get($"/families?text={serial}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_gives_an_empty_file_for_each_list()
    {
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Coordinator);
        var links = (await visitor.Get("/imports/lists")).Document.QuerySelectorAll("main details a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(4, links.Count);
        foreach (var (link, kind) in links.Zip(Enum.GetValues<ListKind>())) Assert.Equal(ListColumns.Template(kind), (await visitor.Get(link)).Text);
    }

    [Fact]
    public async Task What_is_missing_is_asked_for()
    {
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Coordinator);
        (await visitor.Post("/imports/lists", new { Kind = "families" })).ShouldAskFor("Csv", "Choose a CSV file or a workbook.");
        (await visitor.Upload("/imports/lists", new { Kind = "nothing" }, "Csv", "a.csv", "x")).ShouldAskFor("Kind", "Choose what is on the list.");
    }
}
