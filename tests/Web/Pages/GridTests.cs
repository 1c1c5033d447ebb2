using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Fieldwork.Grid;

namespace SosLongitudinal.Tests.Web.Pages;

public sealed class GridTests(RunningStudy study)
{
    [Fact]
    public async Task A_family_stands_in_the_grid_with_what_is_done_and_what_is_due_at_its_site_only()
    {
        var family = await study.Family();
        await study.EnterSdq(family);
        var page = await (await study.At(RunningStudy.OwnSite, Roles.Coordinator)).Get($"/fieldwork/grid?site={RunningStudy.OwnSite}&wave=t1");
        var head = page.Document.QuerySelectorAll(".form-grid thead tr:last-child th").Select(th => th.TextContent.Trim()).ToList();
        var row = page.Document.QuerySelectorAll(".form-grid tbody tr").FirstOrDefault(tr => tr.TextContent.Contains($"{family.Id}", StringComparison.Ordinal));
        for (var next = page; row is null && next.Document.QuerySelector("a[rel=next]") is { } link;)
        {
            next = await (await study.At(RunningStudy.OwnSite, Roles.Coordinator)).Get(link.GetAttribute("href")!);
            row = next.Document.QuerySelectorAll(".form-grid tbody tr").FirstOrDefault(tr => tr.TextContent.Contains($"{family.Id}", StringComparison.Ordinal));
        }
        Assert.NotNull(row);
        Assert.Equal("Done", row.Children[2 + head.IndexOf("sdq p")].TextContent.Trim());
        Assert.Equal("Due", row.Children[2 + head.IndexOf("lubben-6")].TextContent.Trim());

        var elsewhere = await (await study.At(RunningStudy.OtherSite, Roles.Coordinator)).Get($"/fieldwork/grid?site={RunningStudy.OwnSite}");
        Assert.DoesNotContain($"{family.Id}", elsewhere.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DueState.Open, "due")]
    [InlineData(DueState.Overdue, "overdue")]
    [InlineData(DueState.Lost, "Lost")]
    [InlineData(DueState.Achieved, "missing")]
    [InlineData(DueState.NotDue, "")]
    public void A_form_that_is_wanted_stands_as_its_part_of_the_wave_does(DueState state, string words) => Assert.Equal(words, GridCell.Of(state, [Form(done: false)]).Words);

    [Fact]
    public void Forms_under_one_heading_are_counted_together()
    {
        Assert.Equal("2 done", GridCell.Of(DueState.Open, [Form(done: true), Form(done: true)]).Words);
        Assert.Equal("1 of 2, due", GridCell.Of(DueState.Open, [Form(done: true), Form(done: false)]).Words);
        Assert.Equal("1 of 2, not got", GridCell.Of(DueState.Open, [Form(done: true), Form(done: false, NotAchievedReason.Refused)]).Words);
    }

    private static DueForm Form(bool done, NotAchievedReason? why = null) => new(OpenedStudy.Sdq, Party.Family, null, done, why);
}
