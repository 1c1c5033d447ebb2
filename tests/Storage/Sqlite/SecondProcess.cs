using System.Diagnostics;
using System.Runtime.CompilerServices;
using SosLongitudinal.Storage.Sqlite;

namespace SosLongitudinal.Tests.Storage.Sqlite;

/// <summary>
/// A real second process on a data folder: this very assembly, which on finding <see cref="Variable"/> set opens that folder instead of running tests, writes
/// with 16 writes under way at a time, and prints each key once its write was acknowledged, until it is killed.
/// </summary>
internal sealed class SecondProcess : IDisposable
{
    private const string Variable = "SOS_TEST_WRITE_TO_FOLDER";
    private const int Writers = 16;
    private const int Most = 20_000; // should nobody kill it
    private readonly Process process;

    private SecondProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public static SecondProcess On(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SecondProcess).Assembly.Location]) { RedirectStandardOutput = true, Environment = { [Variable] = folder } };
        return new(Process.Start(start)!);
    }

    /// <summary>The key of the next acknowledged write; <c>null</c> when the process has ended.</summary>
    public Task<string?> Next(CancellationToken cancel) => process.StandardOutput.ReadLineAsync(cancel).AsTask();

    /// <summary>Ends it as <c>kill -9</c> does; what it printed can still be read.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
    }

    [ModuleInitializer]
    internal static void WriteInsteadOfTestingWhereAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder) return;
        WriteUntilKilled(folder);
        Environment.Exit(0);
    }

    // no code of this assembly runs on another thread before its initializer is done: hence no lambdas, and waiting instead of awaiting
    private static void WriteUntilKilled(string folder)
    {
        var store = SqliteRecordStore.Open(folder);
        var content = new byte[8192];
        var (keys, writes) = (new string[Writers], new Task<string>[Writers]);
        for (var i = 0; i < Most; i++)
        {
            var writer = i < Writers ? i : Task.WaitAny(writes);
            if (i >= Writers)
            {
                _ = writes[writer].Result;
                Console.Out.WriteLine(keys[writer]);
                Console.Out.Flush();
            }
            keys[writer] = $"{writer}-{i}";
            writes[writer] = store.Write(new("family", keys[writer]), content, null);
        }
    }
}
