using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using SosLongitudinal.Study.Demo;

namespace SosLongitudinal.Bench;

/// <summary>A real <c>sos serve</c> on a free port and a data folder of its own.</summary>
internal sealed class SosProcess : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private readonly Process process;

    private SosProcess(Process process, Uri address)
    {
        this.process = process;
        Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    public HttpClient Http { get; }

    /// <summary>The most memory that the process ever had resident, in MiB.</summary>
    public long PeakMiB => long.Parse(File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmHWM")).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;

    public static async Task<(SosProcess Sos, TimeSpan UntilReady)> Start(string data, int families, string untilPath = "/health/ready")
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "sos.dll"), "serve", "--demo", "--families", $"{families}", "--data", data, "--urls", $"{address}"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var sos = new SosProcess(process, address);
        while (!await sos.Answers(untilPath))
        {
            if (process.HasExited || clock.Elapsed > Longest) throw new InvalidOperationException($"sos did not start: exit code {(process.HasExited ? process.ExitCode : 0)}.");
            await Task.Delay(20); // polled: what is timed is the process, from outside
        }
        return (sos, clock.Elapsed);
    }

    public async Task SignIn(string email)
    {
        var answer = await Http.PostAsJsonAsync("/api/v1/tokens", new { email, password = DemoAccounts.Password, name = "bench" });
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        Http.Dispose();
        process.Dispose();
    }

    private async Task<bool> Answers(string path)
    {
        try
        {
            return (await Http.GetAsync(path)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
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
        var (sos, _) = await SosProcess.Start(folder, families);
        sos.Dispose();
        return folder;
    }

    public static long MiB(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length) >> 20;
}
