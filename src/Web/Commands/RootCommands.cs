using System.CommandLine;
using SosLongitudinal.Web.Commands.Call;
using SosLongitudinal.Web.Commands.Check;
using SosLongitudinal.Web.Commands.DoubleEntry;
using SosLongitudinal.Web.Commands.Export;
using SosLongitudinal.Web.Commands.Extract;
using SosLongitudinal.Web.Commands.Forms;
using SosLongitudinal.Web.Commands.Import;
using SosLongitudinal.Web.Commands.Instruments;
using SosLongitudinal.Web.Commands.Papers;
using SosLongitudinal.Web.Commands.Queries;
using SosLongitudinal.Web.Commands.Release;
using SosLongitudinal.Web.Commands.Tray;

namespace SosLongitudinal.Web.Commands;

/// <summary>The command line. Exit codes: 0 done, 1 refused with reasons, 2 wrong usage.</summary>
public static class RootCommands
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUsage = 2;

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("Runs a longitudinal study: its families, interviews, forms, extracts and analyses.")
        {
            ServeCommand.Command(),
            VerifyCommand.Command(),
            BackupCommand.Command(),
            ScoreCommand.Build(),
            ImportCommand.Command(),
            ExportCommand.Command(),
            InstrumentCommand.Command(),
            FormCommand.Command(),
            EntriesCommand.Command(),
            QueryCommand.Command(),
            TrayCommand.Command(),
            PaperCommand.Command(),
            CheckCommand.Command(),
            ExtractCommand.Command(),
            CallCommand.Command(),
            ReleaseCommand.Command(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0) return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });

        foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
        await Console.Error.WriteLineAsync("Add --help to see what can be asked for.");
        return WrongUsage;
    }
}
