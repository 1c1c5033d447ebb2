using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using SosLongitudinal.Grains.Releases;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Web.Api.Releases;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Commands.Extract;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Release;

/// <summary><c>sos release</c>: extracts that no longer change.</summary>
internal static class ReleaseCommand
{
    private static readonly Argument<string> Id = new("release") { Description = "The release's id, such as R4K7Q2MX." };
    private static readonly Option<FileInfo> FromRecipe = new Option<FileInfo>("--recipe") { Description = "The recipe (JSON).", Required = true }.AcceptExistingOnly();
    private static readonly Option<string> Title = new("--title") { Description = "What it is for.", Required = true };
    private static readonly Option<string> Project = new("--project") { Description = "The project, with the reference of its approval.", DefaultValueFactory = _ => "" };
    private static readonly Argument<string> Other = new("other") { Description = "The release to hold it against." };
    private static readonly Option<string> Why = new("--why") { Description = "What was looked at, and why it may leave.", Required = true };
    private static readonly Option<DirectoryInfo?> Folder = new("--output", "-o") { Description = "The folder to write to. Default: the release's id." };

    public static Command Command() => new("release", "Make, list and download releases.")
    {
        new Command("make", "Freeze what a recipe gives now: files, codebooks and hashes.") { FromRecipe, Title, Project }.WithStudy(Make),
        new Command("list", "List the releases, the newest first.").WithStudy(List),
        new Command("get", "Download every file of a release and check its hash.") { Id, Folder }.WithStudy(Get),
        new Command("unfinished", "List the releases that were begun and are not whole.").WithStudy(Unfinished),
        new Command("resume", "Go on with a release whose making stopped.") { Id }.WithStudy(Resume),
        new Command("give-up", "Give up a release that was never finished.") { Id }.WithStudy(GiveUp),
        new Command("compare", "Say which rows and cells two releases of a table differ in.") { Id, Other }.WithStudy(Compare),
        new Command("approve", "Approve a release that somebody else made.") { Id, Why }.WithStudy(Approve),
        new Command("remake", "Run a release's recipe again and say whether each file has the same bytes.") { Id }.WithStudy(Remake),
    };

    private static async Task<int> Make(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var read = await RecipeFile.Read(parsed.GetValue(FromRecipe)!, cancellation);
        if (read is not Decision<Recipe>.Accepted { Value: var recipe }) return Said.Refused(((Decision<Recipe>.Refused)read).Why);
        var order = new ReleaseOrder(parsed.GetValue(Title)!, recipe, new() { Project = parsed.GetValue(Project)! });
        if (!recipe.Texts.IsEmpty)
            return Said.Of(await ProgressLine.Show(study, "Asking", _ => study.Send<UnfinishedRelease>(HttpMethod.Post, "releases", order, OperationId.New(), cancellation)),
                waits => Said.Done($"{waits.Id} waits for an administrator to approve its free text: {string.Join(", ", waits.Texts.Select(t => $"{t.Column} ({t.Texts})"))}"));
        var made = await ProgressLine.Show(study, "Making the release", _ => study.Send<ReleaseView>(HttpMethod.Post, "releases", order, OperationId.New(), cancellation));
        return Said.Of(made, Told);
    }

    private static int Told(ReleaseView release)
    {
        Console.WriteLine($"{release.Id}: {release.Rows.ToString("N0", CultureInfo.InvariantCulture)} rows, read as of {release.AsOf:yyyy-MM-dd HH:mm:ss} UTC");
        foreach (var file in release.Files) Console.WriteLine($"{file.Sha256}  {file.Name}");
        return RootCommands.Done;
    }

    private static async Task<int> Unfinished(ParseResult parsed, StudyClient study, CancellationToken cancellation) =>
        Said.Of(await study.Get<Page<UnfinishedRelease>>("releases/unfinished", cancellation), page =>
        {
            foreach (var r in page.Items) Console.WriteLine($"{r.Id}  {r.BegunAt:yyyy-MM-dd HH:mm}  {r.Recipe.Dataset,-20}{r.Title}: {r.Why ?? "being made right now, or the program ended on the way"}");
            return RootCommands.Done;
        });

    private static async Task<int> Resume(ParseResult parsed, StudyClient study, CancellationToken cancellation) =>
        Said.Of(await ProgressLine.Show(study, "Making the release", _ => study.Send<ReleaseView>(HttpMethod.Post, $"{PathOf(parsed)}/resume", null, OperationId.New(), cancellation)), Told);

    private static async Task<int> GiveUp(ParseResult parsed, StudyClient study, CancellationToken cancellation) =>
        Said.Of(await study.Send<UnfinishedRelease>(HttpMethod.Post, $"{PathOf(parsed)}/give-up", new GiveUpBody(), OperationId.New(), cancellation), release => Said.Done($"{release.Id} is given up"));

    private static async Task<int> List(ParseResult parsed, StudyClient study, CancellationToken cancellation) =>
        Said.Of(await study.Get<Page<ReleaseView>>("releases", cancellation), page =>
        {
            foreach (var r in page.Items) Console.WriteLine($"{r.Id}  {r.AsOf:yyyy-MM-dd HH:mm}  {r.Recipe.Dataset,-20}{r.Rows.ToString("N0", CultureInfo.InvariantCulture),10}  {r.Title}");
            return RootCommands.Done;
        });

    private static async Task<int> Get(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var found = await study.Get<ReleaseView>(PathOf(parsed), cancellation);
        if (found is not Decision<ReleaseView>.Accepted { Value: var release }) return Said.Refused(((Decision<ReleaseView>.Refused)found).Why);
        var folder = Directory.CreateDirectory(parsed.GetValue(Folder)?.FullName ?? Path.GetFullPath($"{release.Id}")).FullName;
        foreach (var file in release.Files)
        {
            var path = Path.Combine(folder, file.Name);
            var taken = await ProgressLine.Show(study, file.Name, show => study.Fetch($"{PathOf(parsed)}/files/{Uri.EscapeDataString(file.Name)}", answer => WholeFile.Take(answer, path, hasLines: false, show, cancellation), cancellation));
            if (taken is Decision<TakenFile>.Refused { Why: var why }) return Said.Refused(why);
            if (await Sha256(path, cancellation) != file.Sha256) return Said.Refused(new("release.hash", $"{file.Name} came with other bytes than the release says. Download it again."));
        }
        return Said.Done($"{release.Files.Length} files of {release.Id} in {Path.GetFileName(folder)}, each with its hash");
    }

    private static async Task<int> Remake(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var remade = await ProgressLine.Show(study, "Running the recipe", _ => study.Send<Page<RemadeFile>>(HttpMethod.Post, $"{PathOf(parsed)}/remake", null, OperationId.New(), cancellation));
        return Said.Of(remade, page =>
        {
            foreach (var file in page.Items) Console.WriteLine($"{(file.Same ? "same" : "DIFFERS"),-9}{file.Name}");
            return page.Items.All(f => f.Same) ? RootCommands.Done : RootCommands.Refused;
        });
    }

    private static async Task<int> Compare(ParseResult parsed, StudyClient study, CancellationToken cancellation) =>
        Said.Of(await study.Get<ComparisonView>($"{PathOf(parsed)}/compare/{Uri.EscapeDataString(parsed.GetValue(Other)!)}", cancellation), found =>
        {
            Console.WriteLine($"{found.Earlier} to {found.Later}: {found.Added} rows added, {found.Changed} changed, {found.Gone} gone");
            foreach (var row in found.Rows)
            {
                Console.WriteLine($"{row.Change.ToString().ToLowerInvariant(),-9}{row.Row}");
                foreach (var cell in row.Cells) Console.WriteLine($"         {cell.Column}: {cell.Before} to {cell.After}");
                foreach (var fact in row.Facts) Console.WriteLine($"         {fact.At:yyyy-MM-dd HH:mm} {fact.Kind} by {fact.By}");
            }
            return RootCommands.Done;
        });

    private static async Task<int> Approve(ParseResult parsed, StudyClient study, CancellationToken cancellation) =>
        Said.Of(await study.Send<ReleaseView>(HttpMethod.Post, $"{PathOf(parsed)}/approval", new ApprovalBody(parsed.GetValue(Why)!), OperationId.New(), cancellation), release => Said.Done($"{release.Id} is approved"));

    private static string PathOf(ParseResult parsed) => $"releases/{Uri.EscapeDataString(parsed.GetValue(Id)!)}";

    private static async Task<string> Sha256(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }
}
