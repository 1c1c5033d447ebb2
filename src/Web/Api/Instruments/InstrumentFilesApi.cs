using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Exchange.XlsForms;
using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Instruments;

/// <summary>/instruments/import and /instruments/{instrument}/xlsform: instruments in the formats of others.</summary>
internal static class InstrumentFilesApi
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Words = "The body is the file, or a form with one file. Says what the file does not: id, subject (family, child, carer, worker, site), respondents (parent, carer, teacher, self, worker, researcher; several with commas), "
        + "consent and track. Everything that is not taken, or taken in another form, is listed with sheet, row and column. With an error nothing is drafted. dryRun=true only checks; replace=true puts the file in the place of a draft that somebody else changed last.";

    public static void MapInstrumentFiles(this RouteGroupBuilder api)
    {
        var instruments = api.MapGroup("/instruments").WithTags("Instruments");
        Import(instruments.MapPost("/import/xlsform", (HttpContext http, InstrumentFiles files, Person person, IdempotencyKey key, TimeProvider clock, [AsParameters] InstrumentTerms terms, string? fileName, CancellationToken cancellation, bool dryRun = false) =>
            Take(InstrumentFileKind.XlsForm, http, files, terms, fileName, dryRun, person.Stamp(key, clock), cancellation))).WithSummary("Draft an instrument from an XLSForm").WithDescription(Words);
        Import(instruments.MapPost("/import/redcap-dictionary", (HttpContext http, InstrumentFiles files, Person person, IdempotencyKey key, TimeProvider clock, [AsParameters] InstrumentTerms terms, string? fileName, CancellationToken cancellation, bool dryRun = false) =>
            Take(InstrumentFileKind.RedcapDictionary, http, files, terms, fileName, dryRun, person.Stamp(key, clock), cancellation))).WithSummary("Draft instruments from a REDCap data dictionary, one for each form").WithDescription(Words);
        instruments.MapGet("/{instrument}/xlsform", Write).Task("Api/Instruments/XlsForm").Produces<byte[]>(200, Workbook).ProducesProblem(404)
            .WithSummary("An instrument as an XLSForm workbook").WithDescription("The newest published version, or the one asked for with version, or the draft with draft=true. The same definition is always the same bytes.");
    }

    private static RouteHandlerBuilder Import(RouteHandlerBuilder route) =>
        route.Task("Api/Instruments/Import").Produces<InstrumentImport>().ProducesProblem(413).ProducesProblem(422).WithMetadata(new RequestSizeLimitAttribute(UploadedFile.MostBytes));

    private static async Task<IResult> Take(InstrumentFileKind kind, HttpContext http, InstrumentFiles files, InstrumentTerms terms, string? fileName, bool dryRun, Stamp stamp, CancellationToken cancellation) =>
        await UploadedFile.Read(http.Request, fileName, cancellation) switch
        {
            Decision<UploadedFile>.Accepted(var file) => (await files.Import(kind, file, terms, dryRun, stamp)).Match(
                import => import.Errors.Any() ? InstrumentFileRefusals.Faulty(import).ToProblem() : Results.Ok(import), why => why.ToProblem()),
            Decision<UploadedFile>.Refused(var why) => why.ToProblem(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static async Task<IResult> Write(InstrumentId instrument, StudyFrames frames, IGrainFactory grains, int? version = null, bool draft = false)
    {
        var shelf = (await frames.Current()).Shelf;
        var definition = draft ? (await grains.Instrument(instrument).Read()).Draft : version is { } number ? shelf.Find(instrument, number) : shelf.Find(instrument);
        if (definition is null) return (draft ? InstrumentRefusals.NoDraft : version is { } asked && shelf.Find(instrument) is not null ? InstrumentRefusals.UnknownVersion(instrument, asked) : InstrumentRefusals.Unknown(instrument)).ToProblem();
        return Results.File(XlsForm.Write(definition), Workbook, $"{definition.Id}-v{definition.Version}.xlsx");
    }
}
