using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Grains.Releases;
using SosLongitudinal.Storage.Files;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Releases;

/// <summary>A release that is refused leaves nothing; one that stops is listed, and finished or given up.</summary>
public sealed class UnfinishedTests(RunningStudy study)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_second_format_cannot_hold_is_refused_before_anything_of_the_first_is_kept()
    {
        await study.EnterSdq(await study.Family());
        var (analyst, key) = (await study.As(Roles.Analyst), $"{Guid.NewGuid()}");
        using var answer = await study.Ask(analyst, HttpMethod.Post, "releases", new { title = "Clashing", recipe = new { dataset = "sdq", shape = "wide", formats = new[] { "csv", "sav" }, frame = "refused:1" } }, key);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var id = ReleaseId.From(OperationId.Parse(key));
        Assert.DoesNotContain(await study.Services.GetRequiredService<ReleaseShelf>().Unfinished(), r => r.Id == id);
        await foreach (var file in study.Services.GetRequiredService<IFileVault>().List($"releases/{id}/", Stop)) Assert.Fail(file.Name);
    }

    [Fact]
    public async Task One_that_stopped_is_listed_with_the_reason_and_finished_by_page()
    {
        var begun = await Begun("Half made");
        var analyst = await study.As(Roles.Analyst);
        Assert.Contains("Half made", (await analyst.Get("/releases")).Words, StringComparison.Ordinal);
        Assert.Contains("The disk was full.", (await analyst.Get($"/releases/{begun}/finish")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await study.At(RunningStudy.OwnSite, Roles.Analyst)).Get($"/releases/{begun}/finish")).Status); // it is of all sites
        var finished = await analyst.Post($"/releases/{begun}/finish", new { });
        Assert.Equal($"/releases/{begun}", finished.Location);
        Assert.Contains("Half made", (await analyst.Get($"/releases/{begun}")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(await Listed(analyst), id => id == $"{begun}");
    }

    [Fact]
    public async Task One_that_is_given_up_is_in_no_list_and_not_gone_on_with()
    {
        var begun = await Begun("Not wanted");
        var analyst = await study.As(Roles.Analyst);
        Assert.Contains($"{begun}", await Listed(analyst));
        using var left = await study.Ask(analyst, HttpMethod.Post, $"releases/{begun}/give-up", new { why = "Another one was made" });
        Assert.Equal(HttpStatusCode.OK, left.StatusCode);
        Assert.DoesNotContain($"{begun}", await Listed(analyst));
        using var resumed = await study.Ask(analyst, HttpMethod.Post, $"releases/{begun}/resume", null);
        Assert.Contains("release.given-up", await resumed.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    /// <summary>As a release is that met a full disk after it was noted.</summary>
    private async Task<ReleaseId> Begun(string title)
    {
        var recipe = new Recipe { Dataset = "families", Shape = "wide" };
        var (made, stamp) = (OpenedStudy.Accepted(await study.Services.GetRequiredService<ReleaseMaking>().Make(new(title, recipe), OpenedStudy.Stamp(), Stop)), OpenedStudy.Stamp());
        var release = study.Grains.Release(ReleaseId.From(stamp.Operation));
        OpenedStudy.Accepted(await release.Begin(new(title, recipe), made.AsOf, made.Product, stamp));
        return OpenedStudy.Accepted(await release.Stop("The disk was full.", OpenedStudy.Stamp())).Id;
    }

    private async Task<List<string?>> Listed(Visitor visitor)
    {
        using var answer = await study.Ask(visitor, HttpMethod.Get, "releases/unfinished", null);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("items").EnumerateArray().Select(r => r.GetProperty("id").GetString())];
    }
}
