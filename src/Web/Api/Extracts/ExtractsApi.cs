using System.Collections.Immutable;
using SosLongitudinal.Extracts.Codebooks;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Ipc;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Extracts;

/// <summary>/extracts: tables without names or addresses, streamed from the registers shard after shard.</summary>
internal static class ExtractsApi
{
    public static void MapExtracts(this RouteGroupBuilder api)
    {
        api.MapGet("/extracts/{dataset}.{format}", Download).Task("Api/Extracts/Download").WithTags("Extracts")
            .Produces(200, contentType: "application/octet-stream").ProducesProblem(404).ProducesProblem(422)
            .WithSummary("A table as csv, tsv, jsonl, parquet, arrow, sav, zsav, dta or xlsx, with labels and missing values declared");
        api.MapGet("/extracts/{dataset}/codebook.{syntax}", CodebookOf).Task("Api/Extracts/Codebook").WithTags("Extracts")
            .Produces(200, contentType: "application/xml").ProducesProblem(404).ProducesProblem(422)
            .WithSummary("What a table's file holds: codebook as xml (DDI-Codebook 2.5) or html, or a program that reads the CSV into SPSS (sps), Stata (do), SAS (sas) or R (r)");
        api.MapGet("/extracts/changes", Changes).Task("Api/Extracts/Changes").WithTags("Extracts")
            .Produces<ExtractChangesView>().ProducesProblem(422)
            .WithSummary("Which families changed since a cursor, which had something withdrawn from use, and which are gone");
        api.MapGet("/extracts/progress/{extract:guid}", (Guid extract, ExtractProgress progress) => progress.Of(extract) is { } step ? Results.Ok(step) : ExtractRefusals.NoProgress.ToProblem()).Task("Api/Extracts/Download").WithTags("Extracts")
            .Produces<ExtractStep>().ProducesProblem(404)
            .WithSummary("How many rows of an extract are through, under the id that it was asked for with");
        api.MapGet("/extracts/{dataset}/columns", Columns).Task("Api/Extracts/Columns").WithTags("Extracts")
            .Produces<Page<ColumnView>>().ProducesProblem(404).ProducesProblem(422)
            .WithSummary("What each column of a table holds, and which versions of which instruments feed it");
    }

    private static async Task<IResult> Download(
        string dataset, string format, [AsParameters] ExtractQuestion question, Person person, FamilyRegisters registers, StudyFrames frames, ExtractProgress progress, TimeProvider clock, CancellationToken cancellation)
    {
        var frame = await frames.Current();
        var changes = await ExtractChanges.Since(question.Since, frame, person, registers, clock);
        if (changes is not Decision<ExtractChanges>.Accepted { Value: var since }) return ((Decision<ExtractChanges>.Refused)changes).Why.ToProblem();
        var asked = Asked(frame, dataset, format, question, person, registers, clock, cancellation, since.Families);
        if (asked is not Decision<Extract>.Accepted { Value: var extract }) return ((Decision<Extract>.Refused)asked).Why.ToProblem();
        var headers = since.Headers();
        long? rows = question.Count ? await Rows(extract, registers, cancellation) : null;
        if (rows is { } all) headers["Sos-Rows"] = all.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new FileAnswer(extract.Table, extract.Messages, extract.Choice, extract.FileName) { Headers = headers, Progress = progress.Begin(question.Progress, extract.Choice.Format, rows) };
    }

    /// <summary>How many rows there are, by one column of them.</summary>
    private static async Task<long> Rows(Extract extract, FamilyRegisters registers, CancellationToken cancellation)
    {
        var rows = 0L;
        await foreach (var message in registers.Extract(extract.From with { Columns = [extract.Table.Columns[0].Name] }, cancellation))
        {
            using var batch = ArrowIpc.Read(message);
            rows += batch.Length;
        }
        return rows;
    }

    private static async Task<IResult> Changes(Person person, FamilyRegisters registers, StudyFrames frames, TimeProvider clock, string since = "") =>
        (await ExtractChanges.Since(since, await frames.Current(), person, registers, clock)).Match(c => Results.Ok(c.View()), why => why.ToProblem());

    private static async Task<IResult> CodebookOf(
        string dataset, string syntax, [AsParameters] ExtractQuestion question, Person person, FamilyRegisters registers, StudyFrames frames, TimeProvider clock, CancellationToken cancellation, string of = "csv")
    {
        if (CodebookAnswer.Find(syntax) is not { } write) return ExtractRefusals.Codebook(syntax).ToProblem();
        var extract = Asked(await frames.Current(), dataset, of, question, person, registers, clock, cancellation);
        if (extract is not Decision<Extract>.Accepted(var e)) return ((Decision<Extract>.Refused)extract).Why.ToProblem();
        return write.Of(await Codebook.Of(e.Table, e.Messages, e.Choice, e.FileName, cancellation));
    }

    private static async Task<IResult> Columns(string dataset, StudyFrames frames, string shape = "long", string versions = "merged") =>
        new ExtractQuestion { Shape = shape, Versions = versions }.Find(await frames.Current(), dataset).Match(f => Results.Ok(new Page<ColumnView>([.. f.Table.Columns.Select(ColumnView.Of)], null)), why => why.ToProblem());

    /// <summary>What is asked for, with the rows still to be read.</summary>
    private sealed record Extract(FileTable Table, FileChoice Choice, string FileName, ShardExtract From, IAsyncEnumerable<byte[]> Messages);

    private static Decision<Extract> Asked(
        StudyFrame frame, string dataset, string format, ExtractQuestion question, Person person, FamilyRegisters registers, TimeProvider clock, CancellationToken cancellation, ImmutableArray<FamilyId>? families = null) =>
        question.Choice(format).Then(choice => question.Find(frame, dataset).Select(found =>
        {
            var (table, layout) = found;
            var today = frame.Design.Today(clock.GetUtcNow());
            var from = new ShardExtract(table.Name, table.Shape.ToString(), person.Scope()) { Versions = layout, SettledOnly = question.SettledOnly, Families = table.Unit.IsOfFamilies ? families : null };
            return new Extract(Described(table, frame.Design, today), choice, ExtractNames.File(table, frame.Design, today, choice.Format.Name), from, registers.Extract(from, cancellation));
        }));

    private static FileTable Described(Dataset table, StudyDesign design, DateOnly today) => FileTable.Of(table) with
    {
        AsOf = today,
        Notes = ["Not for release: no disclosure profile has been run.", .. design.Synthetic ? ["Synthetic: made up from a seed, evidence of nothing."] : Enumerable.Empty<string>()],
    };
}
