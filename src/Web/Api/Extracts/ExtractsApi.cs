using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Extracts;

/// <summary>/extracts: tables without names or addresses, streamed from the registers shard after shard.</summary>
internal static class ExtractsApi
{
    public static void MapExtracts(this RouteGroupBuilder api) => api
        .MapGet("/extracts/{dataset}.csv", Download).Task("Api/Extracts/Download").WithTags("Extracts")
        .Produces(200, contentType: "text/csv").ProducesProblem(404).ProducesProblem(422)
        .WithSummary("A table as CSV: shape=long or wide; missing=empty or words");

    private static async Task<IResult> Download(
        string dataset, Person person, FamilyRegisters registers, StudyFrames frames, TimeProvider clock, CancellationToken cancellation, string shape = "long", string missing = "empty")
    {
        if (!Enum.TryParse<DatasetShape>(shape, ignoreCase: true, out var asked) || !Enum.IsDefined(asked)) return ExtractRefusals.Shape.At("shape").ToProblem();
        MissingFrame? noValue = missing switch { "empty" => MissingFrame.Empty, "words" => MissingFrame.Words, _ => null };
        if (noValue is null) return ExtractRefusals.Missing.At("missing").ToProblem();
        var frame = await frames.Current();
        var catalog = DatasetCatalog.Of(frame);
        if (catalog.Find(dataset, asked) is not { } table) return ExtractRefusals.Unknown(dataset, catalog.All.Select(d => d.Name).Distinct()).ToProblem();
        var messages = registers.Extract(new(table.Name, table.Shape.ToString(), person.Scope()), cancellation);
        return new CsvAnswer(table, messages, noValue, ExtractNames.File(table, frame.Design, frame.Design.Today(clock.GetUtcNow()), "csv"));
    }
}

internal static class ExtractRefusals
{
    public static readonly Refusal Shape = new("extract.shape", "Ask for shape=long (a row for each form) or shape=wide (a row for each child or family).");
    public static readonly Refusal Missing = new("extract.missing", "Ask for missing=empty (no value is an empty cell) or missing=words (the reason in its place).");
    public static Refusal Unknown(string dataset, IEnumerable<string> known) => new("extract.unknown", $"There is no dataset '{dataset}'. There are: {string.Join(", ", known)}.", RefusalKind.NotFound);
}
