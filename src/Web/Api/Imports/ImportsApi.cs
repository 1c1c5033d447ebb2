using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Imports.Lists;
using SosLongitudinal.Web.Api.Imports.Redcap;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Imports;

/// <summary>/imports: what comes into the study as a file.</summary>
internal static class ImportsApi
{
    public static void MapImports(this RouteGroupBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("Imports");
        imports.MapPost("/responses", Responses).Task("Api/Imports/Responses").Produces<ImportReport>().ProducesProblem(413).ProducesProblem(422)
            .WithMetadata(new RequestSizeLimitAttribute(ResponseFiles.MostBytes))
            .WithSummary("Take in filled forms from a CSV file or a workbook")
            .WithDescription("The body is the file, CSV (commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1252) or .xlsx: a column for each item, and id (a family's or member's id) or serial, respondent, completed_on, mode, language, reason. Every row is checked before the first is "
                + "written; with a row at fault nothing is, unless acceptGood=true. dryRun=true only checks. The same row again is the same form. warnings says what quality rules find in the forms, as entry by hand would; it stops nothing, and imports/responses/warnings gives all of it. Accept: application/x-ndjson answers line by line while it works.");
        imports.MapPost("/responses/faulty", Faulty).Task("Api/Imports/Responses").Produces<string>(200, "text/csv").ProducesProblem(413).ProducesProblem(422)
            .WithMetadata(new RequestSizeLimitAttribute(ResponseFiles.MostBytes))
            .WithSummary("The rows of a file that cannot be taken, as a file to correct and send again")
            .WithDescription("The body and the parameters are those of /imports/responses. Nothing is saved. The answer has the file's columns and sos_fault, which says what to do about the row; rows that are in the study already are left out.");
        imports.MapPost("/responses/warnings", Warnings).Task("Api/Imports/Responses").Produces<string>(200, "text/csv").ProducesProblem(413).ProducesProblem(422)
            .WithMetadata(new RequestSizeLimitAttribute(ResponseFiles.MostBytes))
            .WithSummary("What quality rules find in a file of filled forms, as a file")
            .WithDescription("The body and the parameters are those of /imports/responses. Nothing is saved. A line for each thing found in a row that can be taken or is in the study already: row, id, instrument, form (where it is saved), rule, severity, found.");
        imports.MapGet("/responses/empty", async (InstrumentId instrument, StudyFrames frames) => ResponseFiles.Empty(await frames.Current(), instrument).ToResult(csv => Results.Text(csv, "text/csv")))
            .Task("Api/Imports/Responses").Produces<string>(200, "text/csv").WithSummary("The columns of an instrument's filled forms, as a file without rows");
        imports.MapLists();
        imports.MapPost("/redcap-records", Redcap).Task("Api/Imports/Redcap").Produces<RedcapReport>().ProducesProblem(413).ProducesProblem(422)
            .WithMetadata(new RequestSizeLimitAttribute(ResponseFiles.MostBytes))
            .WithSummary("Take in a REDCap project: events, arms, dictionary and records")
            .WithDescription("multipart/form-data with the files dictionary, data, events and arms, and the fields site, subject (carer, child or family), dateFields, date, birthField, cohort, consent, event (visit_1_arm_1=t1, once for "
                + "each), declareWaves, prefix, identifiers, title, reason, dryRun and acceptGood. Events become waves, records families with one subject, values forms; the same files again double nothing. warnings says what quality rules find in the forms; it stops nothing, and imports/redcap-records/warnings gives all of it.");
        imports.MapPost("/redcap-records/warnings", RedcapWarnings).Task("Api/Imports/Redcap").Produces<string>(200, "text/csv").ProducesProblem(413).ProducesProblem(422)
            .WithMetadata(new RequestSizeLimitAttribute(ResponseFiles.MostBytes))
            .WithSummary("What quality rules find in the records of a REDCap project, as a file")
            .WithDescription("The files and fields are those of /imports/redcap-records. Nothing is saved. A line for each thing found: row, id (the record), instrument, form (where it is saved), rule, severity, found.");
    }

    private static async Task<IResult> Redcap(HttpRequest request, Person person, RedcapImport import, CancellationToken cancellation)
    {
        var read = await RedcapRequest.Read(request, cancellation);
        if (read is Decision<RedcapRequest>.Refused(var why)) return why.ToProblem();
        return (await import.Run(((Decision<RedcapRequest>.Accepted)read).Value, person, cancellation)).ToResult(Results.Ok);
    }

    private static async Task<IResult> RedcapWarnings(HttpRequest request, Person person, RedcapImport import, CancellationToken cancellation)
    {
        var read = await RedcapRequest.Read(request, cancellation);
        if (read is Decision<RedcapRequest>.Refused(var why)) return why.ToProblem();
        return (await import.Warnings(((Decision<RedcapRequest>.Accepted)read).Value, person, cancellation)).ToResult(found => Results.Bytes(ImportWarnings.Csv(found), "text/csv; charset=utf-8", "redcap-warnings.csv"));
    }

    private static async Task<IResult> Warnings(
        InstrumentId instrument, WaveCode wave, HttpContext http, Person person, ResponseImport import, StudyFrames frames, CancellationToken cancellation, int? version = null, string? missing = null, string? reason = null)
    {
        using var file = new MemoryStream();
        await http.Request.Body.CopyToAsync(file, cancellation);
        var found = await ResponseFiles.Warnings(file.ToArray(), await frames.Current(), new(instrument, wave, version, missing, reason), import, person, cancellation);
        return found.ToResult(csv => Results.Bytes(csv, "text/csv; charset=utf-8", $"{instrument}-warnings.csv"));
    }

    private static async Task<IResult> Faulty(
        InstrumentId instrument, WaveCode wave, HttpContext http, Person person, ResponseImport import, StudyFrames frames, CancellationToken cancellation, int? version = null, string? missing = null, string? reason = null)
    {
        using var file = new MemoryStream();
        await http.Request.Body.CopyToAsync(file, cancellation);
        var faulty = await ResponseFiles.Faulty(file.ToArray(), await frames.Current(), new(instrument, wave, version, missing, reason), import, person, cancellation);
        return faulty.ToResult(csv => Results.Bytes(csv, "text/csv; charset=utf-8", $"{instrument}-to-correct.csv"));
    }

    private static async Task<IResult> Responses(
        InstrumentId instrument, WaveCode wave, HttpContext http, Person person, ResponseImport import, StudyFrames frames, CancellationToken cancellation,
        bool dryRun = false, bool acceptGood = false, int? version = null, string? missing = null, string? reason = null)
    {
        var read = await ResponseFiles.Read(http.Request.Body, await frames.Current(), new(instrument, wave, version, missing, reason), cancellation);
        if (read is Decision<ResponseFile>.Refused(var why)) return why.ToProblem();
        var (file, wish) = (((Decision<ResponseFile>.Accepted)read).Value, new ImportWish(wave, dryRun, acceptGood));
        if (http.Request.Headers.Accept.ToString().Contains(ImportLines.ContentType, StringComparison.Ordinal)) return new ImportLines(tell => import.Run(file, wish, person, tell, cancellation));
        var report = await import.Run(file, wish, person, (_, _, _) => { }, cancellation);
        return report.Outcome == ImportOutcome.Refused ? ImportRefusals.Faulty(report).ToProblem() : Results.Ok(report);
    }
}
