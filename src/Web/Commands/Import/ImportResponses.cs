using System.CommandLine;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Import;

/// <summary><c>sos import responses</c>.</summary>
internal static class ImportResponses
{
    public static Command Command() => new Command("responses", "Take in filled forms from a CSV file.").WithStudy(async (_, study, cancellation) =>
        Said.Of(await study.Get<StudyDesign>("study", cancellation), design => Said.Done(design.Title)));
}
