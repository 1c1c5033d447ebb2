using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Datasets;
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
        api.MapGet("/extracts/{dataset}.csv", Download).Task("Api/Extracts/Download").WithTags("Extracts")
            .Produces(200, contentType: "text/csv").ProducesProblem(404).ProducesProblem(422)
            .WithSummary("A table as CSV: shape=long or wide; missing=empty or words; versions=merged or apart; doubleEntry=first or settled-only");
        api.MapGet("/extracts/{dataset}/columns", Columns).Task("Api/Extracts/Columns").WithTags("Extracts")
            .Produces<Page<ColumnView>>().ProducesProblem(404).ProducesProblem(422)
            .WithSummary("What each column of a table holds, and which versions of which instruments feed it");
    }

    private static async Task<IResult> Download(
        string dataset, Person person, FamilyRegisters registers, StudyFrames frames, TimeProvider clock, CancellationToken cancellation,
        string shape = "long", string missing = "empty", string versions = "merged", string doubleEntry = "first")
    {
        MissingFrame? noValue = missing switch { "empty" => MissingFrame.Empty, "words" => MissingFrame.Words, _ => null };
        if (noValue is null) return ExtractRefusals.Missing.At("missing").ToProblem();
        if (doubleEntry is not ("first" or "settled-only")) return ExtractRefusals.DoubleEntry.At("doubleEntry").ToProblem();
        var frame = await frames.Current();
        var found = Find(frame, dataset, shape, versions);
        if (found is not Decision<(Dataset Table, VersionLayout Layout)>.Accepted { Value: var (table, layout) }) return ((Decision<(Dataset, VersionLayout)>.Refused)found).Why.ToProblem();
        var messages = registers.Extract(new(table.Name, table.Shape.ToString(), person.Scope()) { Versions = layout, SettledOnly = doubleEntry == "settled-only" }, cancellation);
        return new CsvAnswer(table, messages, noValue, ExtractNames.File(table, frame.Design, frame.Design.Today(clock.GetUtcNow()), "csv"));
    }

    private static async Task<IResult> Columns(string dataset, StudyFrames frames, string shape = "long", string versions = "merged") =>
        Find(await frames.Current(), dataset, shape, versions).Match(f => Results.Ok(new Page<ColumnView>([.. f.Table.Columns.Select(ColumnView.Of)], null)), why => why.ToProblem());

    private static Decision<(Dataset Table, VersionLayout Layout)> Find(StudyFrame frame, string dataset, string shape, string versions)
    {
        if (!Enum.TryParse<DatasetShape>(shape, ignoreCase: true, out var asked) || !Enum.IsDefined(asked)) return ExtractRefusals.Shape.At("shape");
        if (!Enum.TryParse<VersionLayout>(versions, ignoreCase: true, out var layout) || !Enum.IsDefined(layout)) return ExtractRefusals.Versions.At("versions");
        var catalog = DatasetCatalog.Of(frame, layout);
        return catalog.Find(dataset, asked) is { } table ? (table, layout) : ExtractRefusals.Unknown(dataset, catalog.All.Select(d => d.Name).Distinct());
    }
}

internal static class ExtractRefusals
{
    public static readonly Refusal Shape = new("extract.shape", "Ask for shape=long (a row for each form) or shape=wide (a row for each child or family).");
    public static readonly Refusal Missing = new("extract.missing", "Ask for missing=empty (no value is an empty cell) or missing=words (the reason in its place).");
    public static readonly Refusal Versions = new("extract.versions", "Ask for versions=merged (one column through all versions) or versions=apart (as recorded, a column for each recoding).");
    public static readonly Refusal DoubleEntry = new("extract.double-entry", "Ask for doubleEntry=first (the first entry stands until its differences are settled) or doubleEntry=settled-only (such forms are left out).");
    public static Refusal Unknown(string dataset, IEnumerable<string> known) => new("extract.unknown", $"There is no dataset '{dataset}'. There are: {string.Join(", ", known)}.", RefusalKind.NotFound);
}
