using System.CommandLine;
using System.Text.Json;
using SosLongitudinal.Storage;
using SosLongitudinal.Web.Shell.Composition;

namespace SosLongitudinal.Web.Commands;

/// <summary><c>sos verify</c>: walks every record, checks its hash chain, and its head against a backup's anchors where those are given.</summary>
internal static class VerifyCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "The folder that holds the study.", DefaultValueFactory = _ => "sos-data" };
    private static readonly Option<FileInfo> Anchor = new Option<FileInfo>("--anchors") { Description = "The anchor file of a backup: finds cut tails and missing records too." }.AcceptExistingOnly();

    public static Command Command()
    {
        var command = new Command("verify", "Check that no stored fact was changed, moved or cut.") { Data, Anchor };
        command.SetAction((parsed, cancellation) => Run(Path.GetFullPath(parsed.GetValue(Data)!), parsed.GetValue(Anchor), cancellation));
        return command;
    }

    private static async Task<int> Run(string data, FileInfo? anchors, CancellationToken cancellation)
    {
        try
        {
            await using var stores = StoreComposition.OpenExisting(data);
            var report = await Verification.Run(stores.Records, anchors is null ? null : await Load(anchors, cancellation), cancellation: cancellation);
            foreach (var fault in report.Faults) Console.WriteLine($"{fault.Record}: {(fault.Fact == 0 ? "" : $"fact {fault.Fact}: ")}{fault.Sentence}");
            Console.WriteLine($"{report.Records} records, {report.Facts} facts, {report.Faults.Length} faults");
            if (anchors is null) Console.WriteLine("Without an anchor file (--anchors) facts cut off the end of a record, and records cut out whole, do not show.");
            return report.Faults.IsEmpty ? RootCommands.Done : RootCommands.Refused;
        }
        catch (Exception fault) when (fault is StoreUnavailableException or JsonException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return RootCommands.Refused;
        }
    }

    private static async Task<Anchors> Load(FileInfo file, CancellationToken cancellation)
    {
        await using var stream = file.OpenRead();
        return await Anchors.Load(stream, cancellation);
    }
}
