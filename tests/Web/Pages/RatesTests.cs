using System.Net;
using System.Text.Json;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Pages;

public sealed class RatesTests(RunningDemo demo)
{
    private async Task<JsonElement> Ask(string query, Roles roles = Roles.Coordinator) =>
        JsonSerializer.Deserialize<JsonElement>((await Send($"/api/v1/rates{query}", roles)).Text);

    private async Task<(HttpStatusCode Status, string Text)> Send(string path, Roles roles)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var http = new HttpClient { BaseAddress = demo.Address };
        request.Headers.Authorization = new("Bearer", await (await demo.As(roles)).Token(demo));
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static int Families(JsonElement group) => new[] { "complete", "partial", "refusal", "nonContact", "other", "unknownHousehold", "unknownOther", "notEligible" }.Sum(c => group.GetProperty("counts").GetProperty(c).GetInt32());

    [Theory]
    [InlineData("?wave=t1")]
    [InlineData("?wave=t2&of=interviewed-before")]
    [InlineData("?wave=t2&of=sampled&field=true")]
    public async Task Each_way_of_grouping_holds_each_family_once(string query)
    {
        var groups = (await Ask(query)).GetProperty("groups").EnumerateArray().ToList();
        var all = Families(groups.Single(g => g.GetProperty("by").GetString() == "all"));
        Assert.True(all > 100);
        Assert.All(groups.GroupBy(g => g.GetProperty("by").GetString()), by => Assert.Equal(all, by.Sum(Families)));
        Assert.Equal(5, groups.Select(g => g.GetProperty("by").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task The_conditional_rate_is_that_of_attrition()
    {
        var interviewed = (await Ask("?wave=t2&of=interviewed-before")).GetProperty("groups")[0].GetProperty("counts");
        var page = await (await demo.As(Roles.Analyst)).Get("/analysis/attrition");
        Assert.Contains($"{interviewed.GetProperty("interviews").GetInt32()} of ", page.Document.QuerySelector(".govuk-body-l")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task E_can_be_stated_and_must_be_a_share()
    {
        var usual = (await Ask("?wave=t2")).GetProperty("groups")[0].GetProperty("rates");
        var half = await Ask("?wave=t2&e=0.5");
        Assert.Equal(0.5, half.GetProperty("e").GetDouble());
        Assert.True(half.GetProperty("groups")[0].GetProperty("rates").GetProperty("rr4").GetDouble() > usual.GetProperty("rr4").GetDouble());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send("/api/v1/rates?e=1.5", Roles.Coordinator)).Status);
        Assert.Contains("Give e as a share", (await (await demo.As(Roles.Coordinator)).Get("/analysis/rates?e=lots")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_analyst_sees_no_interviewer_s_name_and_one_site_only_where_that_is_theirs()
    {
        var names = (await Ask("?wave=t1", Roles.Analyst)).GetProperty("groups").EnumerateArray().Where(g => g.GetProperty("by").GetString() == "interviewer").Select(g => g.GetProperty("group").GetString()!).ToList();
        Assert.NotEmpty(names);
        Assert.DoesNotContain(names, n => n.Contains('@', StringComparison.Ordinal) || n.Contains(' ', StringComparison.Ordinal));
        var page = await (await demo.At(RunningDemo.Brackenshire, Roles.Analyst)).Get("/analysis/rates?wave=t1");
        Assert.Single(page.Document.QuerySelectorAll("#groups tbody")[1].QuerySelectorAll("tr").Skip(1));
    }

    [Fact]
    public async Task The_page_shows_the_rates_of_the_address_and_gives_them_as_a_file()
    {
        var coordinator = await demo.As(Roles.Coordinator);
        var page = await coordinator.Get("/analysis/rates?wave=t2");
        var rr2 = (await Ask("?wave=t2")).GetProperty("groups")[0].GetProperty("rates").GetProperty("rr2").GetDouble();
        Assert.Equal((rr2 * 100).ToString("F1", System.Globalization.CultureInfo.InvariantCulture) + "%", page.Document.QuerySelector("[data-rate=RR2] td.numeric")!.TextContent.Trim());
        var file = await Send(page.Document.QuerySelector("a[download]")!.GetAttribute("href")!, Roles.Coordinator);
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.StartsWith("wave,base,closed_only,e,by,group,I,P,R,NC,O,UH,UO,NE", file.Text, StringComparison.Ordinal);
    }
}
