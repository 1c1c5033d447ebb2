using SosLongitudinal.Extracts.Codebooks;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Files;
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
        api.MapGet("/extracts/{dataset}/columns", Columns).Task("Api/Extracts/Columns").WithTags("Extracts")
            .Produces<Page<ColumnView>>().ProducesProblem(404).ProducesProblem(422)
            .WithSummary("What each column of a table holds, and which versions of which instruments feed it");
    }

    private static async Task<IResult> Download(
        string dataset, string format, [AsParameters] ExtractQuestion question, Person person, FamilyRegisters registers, StudyFrames frames, TimeProvider clock, CancellationToken cancellation)
    {
        var extract = Asked(await frames.Current(), dataset, format, question, person, registers, clock, cancellation);
        return extract.Match<IResult>(e => new FileAnswer(e.Table, e.Messages, e.Choice, e.FileName), why => why.ToProblem());
    }

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
    private sealed record Extract(FileTable Table, FileChoice Choice, string FileName, IAsyncEnumerable<byte[]> Messages);

    private static Decision<Extract> Asked(
        StudyFrame frame, string dataset, string format, ExtractQuestion question, Person person, FamilyRegisters registers, TimeProvider clock, CancellationToken cancellation) =>
        question.Choice(format).Then(choice => question.Find(frame, dataset).Select(found =>
        {
            var (table, layout) = found;
            var today = frame.Design.Today(clock.GetUtcNow());
            var messages = registers.Extract(new(table.Name, table.Shape.ToString(), person.Scope()) { Versions = layout, SettledOnly = question.SettledOnly }, cancellation);
            return new Extract(Described(table, frame.Design, today), choice, ExtractNames.File(table, frame.Design, today, choice.Format.Name), messages);
        }));

    private static FileTable Described(Dataset table, StudyDesign design, DateOnly today) => FileTable.Of(table) with
    {
        AsOf = today,
        Notes = ["Not for release: no disclosure profile has been run.", .. design.Synthetic ? ["Synthetic: made up from a seed, evidence of nothing."] : Enumerable.Empty<string>()],
    };
}
