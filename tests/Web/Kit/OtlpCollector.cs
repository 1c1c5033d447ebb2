using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SosLongitudinal.Tests.Web.Kit;

/// <summary>Takes in what is exported by OTLP over HTTP. Texts stand in its messages as they are, so they are looked for there.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly Lock adding = new();
    private readonly StringBuilder received = new();
    private readonly SemaphoreSlim came = new(0);
    private readonly WebApplication app;

    private OtlpCollector(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public string Received
    {
        get
        {
            lock (adding) return received.ToString();
        }
    }

    public static async Task<OtlpCollector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var collector = new OtlpCollector(builder.Build());
        collector.app.MapPost("/v1/{kind}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            lock (collector.adding) collector.received.Append(Encoding.Latin1.GetString(body.ToArray()));
            collector.came.Release();
            return Results.Ok();
        });
        await collector.app.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    /// <summary>Waits until every one of these has come.</summary>
    public async Task Until(params string[] texts)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (texts.FirstOrDefault(t => !Received.Contains(t, StringComparison.Ordinal)) is { } missing)
        {
            try
            {
                await came.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"'{missing}' was never exported.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        came.Dispose();
    }
}
