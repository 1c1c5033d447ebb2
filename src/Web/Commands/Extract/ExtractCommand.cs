using System.CommandLine;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Extract;

/// <summary><c>sos extract</c>: a table as a file, by options or by a recipe.</summary>
internal static class ExtractCommand
{
    private static readonly Argument<string?> Dataset = new("dataset") { Description = "Which table, such as sdq or families; a recipe names its own.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<FileInfo?> FromRecipe = new("--recipe") { Description = "A recipe (JSON), as pages show it and releases keep it. It says all but where to write." };
    private static readonly Option<FileInfo?> Output = new("--output", "-o") { Description = "Where to write it. It is called .partial until it is whole. Default: the dataset's name with the format's." };
    private static readonly Option<string?> Format = new("--format") { Description = $"One of {string.Join(", ", FileFormat.All.Select(f => f.Name))}. Default: as the file's name ends, else csv." };
    private static readonly Option<string> Shape = new("--shape") { Description = "long: a row for each form; wide: a row for each child or family.", DefaultValueFactory = _ => "long" };
    private static readonly Option<string> Missing = new("--missing") { Description = "What stands where there is no value: empty, words or codes. SPSS and Stata declare theirs.", DefaultValueFactory = _ => "empty" };
    private static readonly Option<string> Frame = new("--frame") { Description = "The code of each missing reason: study, understanding-society, archive, natcen, or your own as refused:-8,dont-know:-9,...", DefaultValueFactory = _ => "study" };
    private static readonly Option<string> Versions = new("--versions") { Description = "merged: one column through all versions of a form; apart: as recorded.", DefaultValueFactory = _ => "merged" };

    private static readonly Option<DateTimeOffset?> AsOf = new("--as-of")
    {
        Description = "Read the study as it stood then, such as 2026-07-01T12:00:00Z. On Azure Storage the instant lies at least five minutes back, so that what several processes were saving is there; on SQLite it need only be over.",
    };

    public static Command Command() => new Command("extract", "Write a table of the study as a file.") { Dataset, FromRecipe, Output, Format, Shape, Missing, Frame, Versions, AsOf }.WithStudy(Run);

    private static async Task<int> Run(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        if (parsed.GetValue(FromRecipe) is { } file) return await RunRecipe(file, parsed, study, cancellation);
        if (parsed.GetValue(Dataset) is not { } dataset) return WrongUsage();
        var format = FormatOf(parsed, FileFormat.Csv.Name);
        var path = parsed.GetValue(Output)?.FullName ?? Path.GetFullPath($"{dataset}.{format}");
        if (parsed.GetValue(AsOf) is { } instant)
            return await Fetch(new() { Dataset = dataset, Shape = parsed.GetValue(Shape)!, Formats = [format], Missing = parsed.GetValue(Missing)!, Frame = parsed.GetValue(Frame)!, Versions = parsed.GetValue(Versions)!, AsOf = instant.ToUniversalTime() }, path, study, cancellation);
        return Written(path, await RowProgress.Show(study, (progress, show) => study.Fetch($"extracts/{Uri.EscapeDataString(dataset)}.{Uri.EscapeDataString(format)}{Query(parsed, progress)}", answer => WholeFile.Take(answer, path, HasLines(format), show, cancellation), cancellation), cancellation));
    }

    private static QueryString Query(ParseResult parsed, string progress)
    {
        var query = new Dictionary<string, string?>
        {
            ["shape"] = parsed.GetValue(Shape), ["missing"] = parsed.GetValue(Missing), ["frame"] = parsed.GetValue(Frame), ["versions"] = parsed.GetValue(Versions), ["count"] = "true",
        };
        if (progress.Length > 0) query["progress"] = progress;
        return QueryString.Create(query);
    }

    /// <summary>A recipe with several formats gives the one that was asked for, or its first.</summary>
    private static async Task<int> RunRecipe(FileInfo file, ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var read = await RecipeFile.Read(file, cancellation);
        if (read is not Decision<Recipe>.Accepted { Value: var recipe }) return Said.Refused(((Decision<Recipe>.Refused)read).Why);
        recipe = recipe with { Formats = [FormatOf(parsed, recipe.Formats.FirstOrDefault() ?? FileFormat.Csv.Name)] };
        var path = parsed.GetValue(Output)?.FullName ?? Path.GetFullPath($"{recipe.Dataset}.{recipe.Formats[0]}");
        return await Fetch(recipe, path, study, cancellation);
    }

    private static async Task<int> Fetch(Recipe recipe, string path, StudyClient study, CancellationToken cancellation) =>
        Written(path, await RowProgress.Show(study, (progress, show) => study.Fetch(progress.Length > 0 ? $"extracts?extract={progress}" : "extracts", recipe, answer => WholeFile.Take(answer, path, HasLines(recipe.Formats[0]), show, cancellation), cancellation), cancellation));

    private static string FormatOf(ParseResult parsed, string otherwise) =>
        parsed.GetValue(Format) ?? (parsed.GetValue(Output) is { Extension: { Length: > 1 } end } && FileFormat.Find(end[1..].ToLowerInvariant()) is { } known ? known.Name : otherwise);

    /// <summary>Whether a line of it is a row, near enough to tell how far it has come.</summary>
    private static bool HasLines(string format) => format is "csv" or "tsv" or "jsonl";

    private static int Written(string path, Decision<TakenFile> taken) => Said.Of(taken, file => Said.Done(file.Words(path)));

    private static int WrongUsage()
    {
        Console.Error.WriteLine("Name a dataset, such as sdq, or a recipe with --recipe.");
        return RootCommands.WrongUsage;
    }
}
