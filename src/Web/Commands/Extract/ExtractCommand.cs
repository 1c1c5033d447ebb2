using System.CommandLine;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Extract;

/// <summary><c>sos extract</c>: a table as a file.</summary>
internal static class ExtractCommand
{
    private static readonly Argument<string> Dataset = new("dataset") { Description = "Which table, such as sdq or families." };
    private static readonly Option<FileInfo?> Output = new("--output", "-o") { Description = "Where to write it. It is called .partial until it is whole. Default: the dataset's name with the format's." };
    private static readonly Option<string?> Format = new("--format") { Description = $"One of {string.Join(", ", FileFormat.All.Select(f => f.Name))}. Default: as the file's name ends, else csv." };
    private static readonly Option<string> Shape = new("--shape") { Description = "long: a row for each form; wide: a row for each child or family.", DefaultValueFactory = _ => "long" };
    private static readonly Option<string> Missing = new("--missing") { Description = "What stands where there is no value: empty, words or codes. SPSS and Stata declare theirs.", DefaultValueFactory = _ => "empty" };
    private static readonly Option<string> Frame = new("--frame") { Description = "The code of each missing reason: study, understanding-society, archive, natcen, or your own as refused:-8,dont-know:-9,...", DefaultValueFactory = _ => "study" };
    private static readonly Option<string> Versions = new("--versions") { Description = "merged: one column through all versions of a form; apart: as recorded.", DefaultValueFactory = _ => "merged" };

    public static Command Command() => new Command("extract", "Write a table of the study as a file.") { Dataset, Output, Format, Shape, Missing, Frame, Versions }.WithStudy(Run);

    private static async Task<int> Run(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var (dataset, given) = (parsed.GetValue(Dataset)!, parsed.GetValue(Output));
        var format = parsed.GetValue(Format) ?? (given is { Extension: { Length: > 1 } end } && FileFormat.Find(end[1..].ToLowerInvariant()) is { } known ? known.Name : FileFormat.Csv.Name);
        var path = given?.FullName ?? Path.GetFullPath($"{dataset}.{format}");
        var query = QueryString.Create(new Dictionary<string, string?>
        {
            ["shape"] = parsed.GetValue(Shape), ["missing"] = parsed.GetValue(Missing), ["frame"] = parsed.GetValue(Frame), ["versions"] = parsed.GetValue(Versions),
        });
        return Said.Of(
            await ProgressLine.Show("Asking", show => study.Fetch($"extracts/{Uri.EscapeDataString(dataset)}.{Uri.EscapeDataString(format)}{query}", content => WholeFile.Take(content, path, show, cancellation), cancellation)),
            bytes => Said.Done($"{Path.GetFileName(path)}: {WholeFile.Size(bytes)}"));
    }
}
