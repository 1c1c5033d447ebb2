using System.Diagnostics;

namespace SosLongitudinal.Tests.Kit;

/// <summary>Installs the emulator where it is missing; of several test assemblies that find it so, one installs and the others wait.</summary>
internal static class AzuriteInstall
{
    private static readonly string Folder = Repository.Path("infra", "local");

    public static string Preload => Path.Combine(Folder, "exit-with-parent.cjs");

    public static string Script => Path.Combine(Folder, "node_modules", "azurite", "dist", "src", "blob", "main.js");

    // npm writes this file when everything else is in place
    private static bool Done => File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json"));

    public static async Task Ensure()
    {
        if (Done) return;
        using var turn = await Turn();
        if (Done) return;
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0) throw new InvalidOperationException($"npm ci in infra/local failed:\n{await output}\n{await errors}");
    }

    private static async Task<FileStream> Turn()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "node_modules"));
        var file = Path.Combine(Path.GetTempPath(), "sos-azurite-install.lock");
        while (true)
        {
            try
            {
                return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(200); // another process installs; there is nothing to be woken by
            }
        }
    }
}
