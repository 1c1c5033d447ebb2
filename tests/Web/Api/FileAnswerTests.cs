using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using SosLongitudinal.Extracts;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Ipc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Demo;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Web.Api.Extracts;

namespace SosLongitudinal.Tests.Web.Api;

/// <summary>A file over a real connection whose source fails.</summary>
public sealed class FileAnswerTests
{
    private static readonly StudyDesign Design = new DemoStudyData(3, new(2026, 11, 2)).Design;
    private static readonly Dataset Table = DatasetCatalog.Of(new StudyFrame { Design = Design }).Find("families")!;

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    [InlineData("parquet")]
    [InlineData("arrow")]
    public async Task A_source_that_fails_midway_breaks_the_connection_off_and_never_ends_the_file(string format)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var app = await Serve(Failing(after: 1), format);
        using var http = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.GetStringAsync("/", stop)); // an ended file would be read without a fault
    }

    /// <summary>Formats whose head depends on every row meet any fault before they begin.</summary>
    [Theory]
    [InlineData("csv", 0)]
    [InlineData("sav", 1)]
    [InlineData("dta", 1)]
    [InlineData("xlsx", 1)]
    public async Task A_source_that_fails_before_the_first_byte_answers_with_the_fault_and_no_file(string format, int after)
    {
        await using var app = await Serve(Failing(after), format);
        using var http = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        using var answer = await http.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Null(answer.Content.Headers.ContentDisposition);
    }

    private static async Task<WebApplication> Serve(IAsyncEnumerable<byte[]> source, string format)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", () => new FileAnswer(FileTable.Of(Table), source, new(FileFormat.Find(format)!), $"families.{format}"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static async IAsyncEnumerable<byte[]> Failing(int after)
    {
        await Task.Yield();
        var demo = new DemoStudyData(30, new(2026, 11, 2));
        var context = new ProjectionContext(new StudyFrame { Design = Design }, new(2026, 11, 2), account => account);
        foreach (var batch in Projection.Batches(Table, context, demo.Families.Select(f => f.ToLedger().Facts.Aggregate(new FamilyState(f.Id), FamilyFold.Next)), 10).Take(after)) yield return ArrowIpc.Write(batch);
        throw new InvalidOperationException("The shard went away.");
    }
}
