using System.Diagnostics;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Web.Commands;

/// <summary>What one run of the command line said, and how it ended.</summary>
internal sealed record Sos(int Exit, string Out, string Error)
{
    /// <summary>Runs the command line in a folder of its own choice and waits for its end.</summary>
    public static async Task<Sos> Run(string folder, params string[] arguments)
    {
        var program = Repository.Path("src", "Web", "bin", AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug", "net10.0", "sos.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
        return new(process.ExitCode, await output, await error);
    }
}
