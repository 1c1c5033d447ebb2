using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Study.Demo;
using SosLongitudinal.Tests.Kit.Processes;

namespace SosLongitudinal.Bench;

/// <summary>A demo study served by a process of its own.</summary>
internal sealed class DemoServer : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private readonly SosProcess process;

    private DemoServer(SosProcess process)
    {
        this.process = process;
        Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = process.Address, Timeout = TimeSpan.FromMinutes(5) };
    }

    public HttpClient Http { get; }

    public long PeakMiB => process.PeakMiB;

    public static async Task<(DemoServer Server, TimeSpan UntilItAnswers)> Start(string data, int families, string path = "/health/ready")
    {
        var clock = Stopwatch.StartNew();
        var process = await SosProcess.ServeUntil(path, Longest, "--demo", "--families", $"{families}", "--data", data);
        return (new(process), clock.Elapsed);
    }

    public async Task SignIn(string email)
    {
        var answer = await Http.PostAsJsonAsync("/api/v1/tokens", new { email, password = DemoAccounts.Password, name = "bench" });
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return process.DisposeAsync();
    }
}

/// <summary>Data folders of demo studies, made once a run and removed at its end.</summary>
internal static class DataFolders
{
    private static readonly Dictionary<int, string> Made = [];

    static DataFolders() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var folder in Made.Values) Directory.Delete(folder, recursive: true);
    };

    public static async Task<string> Of(int families)
    {
        if (Made.TryGetValue(families, out var there)) return there;
        var folder = Made[families] = Directory.CreateTempSubdirectory("sos-bench-").FullName;
        var (server, _) = await DemoServer.Start(folder, families);
        await server.DisposeAsync();
        return folder;
    }

    public static long MiB(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length) >> 20;
}
