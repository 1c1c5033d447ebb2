using System.Collections.Concurrent;
using System.Diagnostics;

namespace SosLongitudinal.Tests.Kit.Processes;

/// <summary>The product as an operating-system process of its own, to be killed at will.</summary>
public sealed class SosProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();

    private SosProcess(Process process, Uri address)
    {
        (this.process, Address) = (process, address);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += AtExit;
    }

    public Uri Address { get; }

    public int Id => process.Id;

    /// <summary>What it wrote, the last two hundred lines.</summary>
    public string Said => string.Join('\n', said);

    /// <summary>The most memory that it ever had resident, in MiB.</summary>
    public long PeakMiB => long.Parse(File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;

    /// <summary>Serves on a free port of this machine; returns when it says that it is ready.</summary>
    public static Task<SosProcess> Serve(params string[] options) => ServeUntil("/health/ready", TimeSpan.FromMinutes(3), options);

    /// <summary>Serves with these environment variables besides the usual ones.</summary>
    public static Task<SosProcess> ServeWith(IReadOnlyDictionary<string, string> environment, params string[] options) =>
        ServeUntil(new Uri($"http://127.0.0.1:{FreePort.Take()}"), "/health/ready", TimeSpan.FromMinutes(3), options, environment);

    /// <summary>Serves again where another process served until it was killed.</summary>
    public static Task<SosProcess> ServeAt(Uri address, params string[] options) => ServeUntil(address, "/health/ready", TimeSpan.FromMinutes(3), options);

    /// <summary>Returns when an address answers with success.</summary>
    public static Task<SosProcess> ServeUntil(string path, TimeSpan patience, params string[] options) => ServeUntil(new Uri($"http://127.0.0.1:{FreePort.Take()}"), path, patience, options);

    private static async Task<SosProcess> ServeUntil(Uri address, string path, TimeSpan patience, string[] options, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [Program, "serve", "--urls", address.ToString().TrimEnd('/'), .. options]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var served = new SosProcess(Process.Start(start)!, address);
        try
        {
            await served.Answers(path, patience);
            return served;
        }
        catch
        {
            served.Kill();
            throw;
        }
    }

    /// <summary>SIGKILL: nothing is flushed, closed or said goodbye to.</summary>
    public void Kill()
    {
        if (process.HasExited) return;
        process.Kill();
        process.WaitForExit();
    }

    public ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= AtExit;
        Kill();
        process.Dispose();
        return ValueTask.CompletedTask;
    }

    private void AtExit(object? sender, EventArgs exit) => Kill();

    private static string Program => Repository.Path("src", "Web", "bin", AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug", "net10.0", "sos.dll");

    private async Task Answers(string path, TimeSpan patience)
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                if ((await http.GetAsync(path)).IsSuccessStatusCode) return;
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
            {
                // not yet
            }
            if (process.HasExited) await process.WaitForExitAsync(); // its last words too
            if (process.HasExited || waited.Elapsed > patience) throw new InvalidOperationException($"sos serve did not become ready:\n{Said}");
            await Task.Delay(20); // a process that becomes ready wakes nobody
        }
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        said.Enqueue(line);
        while (said.Count > 200) said.TryDequeue(out _);
    }
}
