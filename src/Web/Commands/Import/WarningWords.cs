using System.Globalization;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;
using SosLongitudinal.Web.Api.Imports;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Import;

/// <summary>What quality rules find, on standard error: the first rows, the count by rule, and all of it in a file where it is more than that.</summary>
internal static class WarningWords
{
    public const int Shown = 20;

    public static void Say(ImportWarnings warnings)
    {
        if (warnings.Count == 0) return;
        foreach (var row in warnings.Rows.Take(Shown)) Console.Error.WriteLine(Line(row));
        if (warnings.Count > Shown) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {warnings.Count - Shown:N0} more"));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"quality rules: {warnings.Forms:N0} form{(warnings.Forms == 1 ? "" : "s")} to look at; this keeps nothing out"));
        foreach (var rule in warnings.Rules) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rule.Rule}: {rule.Forms:N0} ({rule.Title})"));
    }

    /// <summary>A file that is there is never written over.</summary>
    public static Refusal? Fault(FileInfo? asked) => asked is { Exists: true } ? new("import.warnings-file", $"{asked.Name} is there already. Name another file with --warnings.") : null;

    /// <summary>Where all of it is written: where it was asked for, or beside the file where it is more than is said.</summary>
    public static FileInfo? To(FileInfo? asked, FileInfo file, ImportWarnings warnings) => asked ?? (warnings.Count > Shown ? BesideFile.Of(file, "warnings") : null);

    public static async Task<int> Write(StudyClient study, string path, HttpContent content, FileInfo to, CancellationToken cancellation) =>
        Said.Of(await study.Convert(path, content, cancellation), csv =>
        {
            File.WriteAllBytes(to.FullName, csv);
            Console.Error.WriteLine($"All that quality rules find is in {to.FullName}.");
            return RootCommands.Done;
        });

    private static string Line(RowWarning row) => $"row {row.Row}, {row.Id}: {(row.Severity == QualitySeverity.Warning ? "warning" : "note")}: {row.Sentence}";
}
