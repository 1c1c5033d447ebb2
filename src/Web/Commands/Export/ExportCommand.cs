using System.CommandLine;

namespace SosLongitudinal.Web.Commands.Export;

/// <summary><c>sos export</c>: what leaves a study as a file in a format of others. Each kind of file is a command of its own in this folder.</summary>
internal static class ExportCommand
{
    public static Command Command() => new("export", "Write files that other programs read.")
    {
        ExportXlsForm.Command(),
    };
}
