using System.CommandLine;
using System.Net.Http.Headers;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Import;

/// <summary><c>sos import families</c>, <c>workers</c>, <c>allocations</c>, <c>case-events</c>: lists of an authority.</summary>
internal static class ImportLists
{
    public static Command Command(string list, string what)
    {
        var file = new Argument<FileInfo>("file") { Description = "A CSV file in UTF-8. src/Exchange/README.md names its columns; the page for lists gives an empty one." }.AcceptExistingOnly();
        var dryRun = new Option<bool>("--dry-run") { Description = "Check every row and save nothing." };
        var acceptGood = new Option<bool>("--accept-good") { Description = "Save the rows that can be taken although others are at fault." };
        return new Command(list, $"{what} Every row is checked before the first is saved; the same file again saves nothing twice.") { file, dryRun, acceptGood }
            .WithStudy((parsed, study, cancellation) => Run(list, parsed.GetValue(file)!, parsed.GetValue(dryRun), parsed.GetValue(acceptGood), study, cancellation));
    }

    private static async Task<int> Run(string list, FileInfo file, bool dryRun, bool acceptGood, StudyClient study, CancellationToken cancellation)
    {
        await using var csv = file.OpenRead();
        using var content = new StreamContent(csv) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        return Said.Of(await ImportFollowing.Follow(study, $"imports/{list}?dryRun={(dryRun ? "true" : "false")}&acceptGood={(acceptGood ? "true" : "false")}", content, cancellation), ImportWords.Say);
    }
}
