using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Exchange.Lists;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Imports.Lists;

/// <summary>/imports/families and the other lists of an authority.</summary>
internal static class ListsApi
{
    private const string Answering = " Every row is checked before the first is written; with a row at fault nothing is, unless acceptGood=true. dryRun=true only checks. The same file again doubles nothing. "
        + "Accept: application/x-ndjson answers line by line while it works. Columns: ";

    public static void MapLists(this RouteGroupBuilder imports)
    {
        Map("/families", ListKind.Families, "Api/Imports/Families", "Take in families from an authority's list", "The body is a CSV file with a row for each member; rows with the same site and serial are one family. Contact details are kept apart and sealed.");
        Map("/workers", ListKind.Workers, "Api/Imports/Workers", "Take in social workers from an authority's list", "The body is a CSV file with a row for each worker, known by site and number.");
        Map("/allocations", ListKind.Allocations, "Api/Imports/Allocations", "Take in who held families' cases from when on", "The body is a CSV file with a row for each change of holder.");
        Map("/case-events", ListKind.CaseEvents, "Api/Imports/CaseEvents", "Take in what happened in families' cases", "The body is a CSV file with a row for each event.");

        void Map(string path, ListKind kind, string task, string summary, string body) => imports.MapPost(path,
                (HttpContext http, Person person, ListImport import, CancellationToken cancellation, bool dryRun = false, bool acceptGood = false) => Take(kind, http, person, import, new(dryRun, acceptGood), cancellation))
            .Task(task).Produces<ImportReport>().ProducesProblem(413).ProducesProblem(422).WithMetadata(new RequestSizeLimitAttribute(ResponseFiles.MostBytes))
            .WithSummary(summary).WithDescription($"{body}{Answering}{string.Join(", ", ListColumns.Of(kind).Select(c => c.Name))}.");
    }

    private static async Task<IResult> Take(ListKind kind, HttpContext http, Person person, ListImport import, ListWish wish, CancellationToken cancellation)
    {
        var read = await import.Read(kind, http.Request.Body, cancellation);
        if (read is Decision<ReadList>.Refused(var why)) return why.ToProblem();
        var list = ((Decision<ReadList>.Accepted)read).Value;
        if (http.Request.Headers.Accept.ToString().Contains(ImportLines.ContentType, StringComparison.Ordinal)) return new ImportLines(tell => import.Run(list, wish, person, tell, cancellation));
        var report = await import.Run(list, wish, person, (_, _, _) => { }, cancellation);
        return report.Outcome == ImportOutcome.Refused ? ImportRefusals.Faulty(report).ToProblem() : Results.Ok(report);
    }
}
