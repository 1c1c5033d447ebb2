using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Pages;

/// <summary>Progress says of the demo's families what the due list says, with those that are booked told apart.</summary>
public sealed class ProgressTests(RunningDemo demo, RunningStudy study)
{
    [Fact]
    public async Task Every_family_of_a_wave_stands_in_one_column_of_each_table()
    {
        var coordinator = await demo.As(Roles.Coordinator);
        var page = await coordinator.Get("/fieldwork/progress?wave=t2");
        var tables = page.Document.QuerySelectorAll(".progress-table").Select(table => table.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td.numeric").Select(Number).ToArray()).ToList()).ToList();
        var (sites, interviewers) = (tables[0], tables[1]);
        Assert.Equal(10, sites.Count);
        for (var column = 0; column < 7; column++) Assert.Equal(sites.Sum(r => r[column]), interviewers.Sum(r => r[column]));

        var due = await coordinator.Get("/fieldwork/due?wave=t2&track=Interview&state=Achieved");
        Assert.Contains($"({sites.Sum(r => r[0]).ToString("N0", CultureInfo.InvariantCulture)})", due.Document.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_counts_the_same_families_and_only_those_of_ones_sites()
    {
        var all = await Counts(await demo.As(Roles.Coordinator), "/api/v1/progress?wave=t2&site=brackenshire");
        Assert.NotEmpty(all);
        Assert.All(all, row => Assert.Equal("brackenshire", row.GetProperty("site").GetString()));
        Assert.Equal(all.Length, all.Select(row => (row.GetProperty("interviewer").GetString(), row.GetProperty("state").GetString())).Distinct().Count());
    }

    [Fact]
    public async Task Whoever_is_due_is_to_be_booked_until_a_visit_is_booked()
    {
        var (family, interviewer) = (await study.Family(), await study.Interviewer());
        OpenedStudy.Accepted(await study.Grains.Fieldwork(family.Id).Assign(OpenedStudy.T1, interviewer, OpenedStudy.Sampled, OpenedStudy.Stamp()));
        Assert.Equal("to-book", await StateOf(interviewer));
        await study.Appointment(family, interviewer, OpenedStudy.Today.AddDays(3));
        Assert.Equal("booked", await StateOf(interviewer));
    }

    private async Task<string?> StateOf(string interviewer)
    {
        using var http = new HttpClient { BaseAddress = study.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await (await study.At(RunningStudy.OwnSite, Roles.Coordinator)).Token(study));
        var rows = await http.GetFromJsonAsync<JsonElement>("/api/v1/progress?wave=t1", TestContext.Current.CancellationToken);
        return Assert.Single(rows.EnumerateArray(), row => row.GetProperty("interviewer").GetString() == interviewer).GetProperty("state").GetString();
    }

    private async Task<JsonElement[]> Counts(Visitor visitor, string path)
    {
        using var http = new HttpClient { BaseAddress = demo.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await visitor.Token(demo));
        return [.. (await http.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken)).EnumerateArray()];
    }

    private static int Number(AngleSharp.Dom.IElement cell) => int.Parse(cell.QuerySelector("a")?.FirstChild?.TextContent ?? cell.TextContent.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
