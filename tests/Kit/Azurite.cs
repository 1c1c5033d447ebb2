using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace SosLongitudinal.Tests.Kit;

/// <summary>A real Azure Storage emulator on a free port of this machine, with its data in a folder of its own.</summary>
public sealed class Azurite : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> ForThisRun = new(async () =>
        Environment.GetEnvironmentVariable("SOS_TEST_AZURITE") is { Length: > 0 } running ? running : (await Start()).ConnectionString);

    private readonly Process process;
    private readonly TempFolder folder;
    private readonly StringBuilder output = new();

    private Azurite(Process process, TempFolder folder, string connectionString)
    {
        (this.process, this.folder, ConnectionString) = (process, folder, connectionString);
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string ConnectionString { get; }

    /// <summary>The connection string of the one emulator that this run's tests share, each under container names of its own. It ends with the run.</summary>
    public static Task<string> Shared => ForThisRun.Value;

    /// <summary>An emulator of one's own, to be stopped at will.</summary>
    public static async Task<Azurite> Start()
    {
        await AzuriteInstall.Ensure();
        var (port, folder, key) = (FreePort.Take(), new TempFolder(), Convert.ToBase64String(RandomNumberGenerator.GetBytes(64)));
        var start = new ProcessStartInfo("node", ["--require", AzuriteInstall.Preload, AzuriteInstall.Script, "--silent", "--skipApiVersionCheck", "--disableTelemetry",
            "--blobHost", "127.0.0.1", "--blobPort", $"{port}", "--location", folder.Path])
        {
            RedirectStandardInput = true, // the emulator ends when this pipe closes
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
            Environment = { ["AZURITE_ACCOUNTS"] = $"sostest:{key}" },
        };
        var azurite = new Azurite(Process.Start(start)!, folder, $"DefaultEndpointsProtocol=http;AccountName=sostest;AccountKey={key};BlobEndpoint=http://127.0.0.1:{port}/sostest;");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => azurite.Stop();
        await azurite.Ready(port);
        return azurite;
    }

    /// <summary>Ends it at once, as a failing service would.</summary>
    public void Stop()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        folder.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Stop();
        return ValueTask.CompletedTask;
    }

    private async Task Ready(int port)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (!process.HasExited && patience.Elapsed < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(50); // a port that opens wakes nobody
            }
            catch (SocketException fault)
            {
                Stop();
                throw new InvalidOperationException($"The emulator did not start: {output}", fault);
            }
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (output) output.AppendLine(line.Data);
    }
}
