using System.Globalization;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Web.Api.Imports;

namespace SosLongitudinal.Web.Commands.Import;

/// <summary>A report as the command line says it: faults and what was not taken to standard error, the count to standard output.</summary>
internal static class ImportWords
{
    public static int Say(ImportReport report)
    {
        foreach (var fault in report.Faults) Console.Error.WriteLine(Line(fault));
        if (report.FaultCount > report.Faults.Length) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {report.FaultCount - report.Faults.Length:N0} more faults"));
        foreach (var note in report.Notes) Console.Error.WriteLine(note);
        if (!report.ColumnsNotTaken.IsEmpty) Console.Error.WriteLine($"columns not taken: {string.Join(", ", report.ColumnsNotTaken)}");
        if (!report.ItemsNotInFile.IsEmpty) Console.Error.WriteLine($"items not in the file, so not stated: {string.Join(", ", report.ItemsNotInFile)}");
        foreach (var met in report.MissingMet) Console.Error.WriteLine(met);
        WarningWords.Say(report.Warnings);
        Console.WriteLine(Summary(report));
        return report.Outcome switch
        {
            ImportOutcome.Saved => RootCommands.Done,
            ImportOutcome.Checked when report.Faulty == 0 => RootCommands.Done,
            _ => RootCommands.Refused,
        };
    }

    public static string Summary(ImportReport report) => string.Create(CultureInfo.InvariantCulture, $"{report.Rows:N0} rows: {report.Taken:N0} {Taken(report.Outcome)}, {report.Already:N0} already there, {report.Faulty:N0} cannot be taken{End(report)}");

    private static string Taken(ImportOutcome outcome) => outcome is ImportOutcome.Saved or ImportOutcome.Incomplete ? "saved" : "can be saved";

    private static string End(ImportReport report) => report.Outcome switch
    {
        ImportOutcome.Checked => ". Nothing was saved: this was a check.",
        ImportOutcome.Refused => ". Nothing was saved. Correct the rows, or take the rest with --accept-good.",
        ImportOutcome.Incomplete => ". The store failed midway: import the same file again; what is saved is not doubled.",
        _ => ".",
    };

    public static string Line(RowFault fault) =>
        $"row {fault.Row}{(fault.Column is null ? "" : $", column {fault.Column}")}{(fault.Value is null ? "" : $", value {(fault.Value.Length == 0 ? "(empty)" : fault.Value)}")}: {fault.Sentence}";
}
