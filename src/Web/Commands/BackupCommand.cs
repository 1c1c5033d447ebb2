using System.CommandLine;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.Sqlite;

namespace SosLongitudinal.Web.Commands;

/// <summary><c>sos backup</c>: a checked copy of a data folder with its anchor file, also while the study is served.</summary>
internal static class BackupCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "The folder that holds the study.", DefaultValueFactory = _ => "sos-data" };
    private static readonly Option<string> To = new("--to") { Description = "A new folder for the copy.", Required = true };

    public static Command Command()
    {
        var command = new Command("backup", "Copy a study's data folder and write the anchor file that 'sos verify --anchors' takes.") { Data, To };
        command.SetAction((parsed, cancellation) => Run(Path.GetFullPath(parsed.GetValue(Data)!), Path.GetFullPath(parsed.GetValue(To)!), cancellation));
        return command;
    }

    private static async Task<int> Run(string data, string to, CancellationToken cancellation)
    {
        try
        {
            var report = await SqliteBackup.Take(data, to, cancellation);
            foreach (var fault in report.Faults) Console.WriteLine($"{fault.Record}: {(fault.Fact == 0 ? "" : $"fact {fault.Fact}: ")}{fault.Sentence}");
            Console.WriteLine($"{report.Records} records, {report.Facts} facts copied to {to}; the anchors are in {SqliteBackup.AnchorsName}. Keep a copy of that file apart from the backup.");
            return report.Faults.IsEmpty ? RootCommands.Done : RootCommands.Refused;
        }
        catch (StoreUnavailableException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return RootCommands.Refused;
        }
    }
}
