using System.CommandLine;
using System.Globalization;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Export;

/// <summary><c>sos export xlsform</c>: an instrument as an XLSForm workbook.</summary>
internal static class ExportXlsForm
{
    private static readonly Argument<string> Instrument = new("instrument") { Description = "The instrument's id, such as sdq-p-4-17." };
    private static readonly Option<FileInfo> Output = new("--output", "-o") { Description = "The file to write, such as sdq.xlsx.", Required = true };
    private static readonly Option<int?> Version = new("--version") { Description = "The version; the newest published one without." };
    private static readonly Option<bool> Draft = new("--draft") { Description = "The draft in place of a published version." };

    public static Command Command() =>
        new Command("xlsform", "Write an instrument as an XLSForm workbook; read again it is the same instrument.") { Instrument, Output, Version, Draft }.WithStudy(Run);

    private static async Task<int> Run(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var query = QueryString.Create(new Dictionary<string, string?>
        {
            ["version"] = parsed.GetValue(Version)?.ToString(CultureInfo.InvariantCulture), ["draft"] = parsed.GetValue(Draft) ? "true" : null,
        }.Where(p => p.Value is not null));
        var file = parsed.GetValue(Output)!;
        var answer = await study.Download($"instruments/{Uri.EscapeDataString(parsed.GetValue(Instrument)!)}/xlsform{query}", cancellation);
        return await answer.Match(content => Write(file, content, cancellation), why => Task.FromResult(Said.Refused(why)));
    }

    private static async Task<int> Write(FileInfo file, byte[] content, CancellationToken cancellation)
    {
        try
        {
            await File.WriteAllBytesAsync(file.FullName, content, cancellation);
            return Said.Done($"{file.Name} written.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{file.Name} could not be written: {fault.Message}");
            return RootCommands.Refused;
        }
    }
}
