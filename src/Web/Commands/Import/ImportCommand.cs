using System.CommandLine;

namespace SosLongitudinal.Web.Commands.Import;

/// <summary><c>sos import</c>: what comes into a study as a file. Each kind of file is a command of its own in this folder.</summary>
internal static class ImportCommand
{
    public static Command Command() => new("import", "Bring files into the study.")
    {
        ImportResponses.Command(),
        ImportInstruments.XlsForm(),
        ImportInstruments.RedcapDictionary(),
        ImportRedcapRecords.Command(),
    };
}
