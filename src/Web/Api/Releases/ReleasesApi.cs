using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Grains.Releases;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Releases;

/// <summary>/releases: extracts that are frozen, with what they were made from and what has changed since.</summary>
internal static class ReleasesApi
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void MapReleases(this RouteGroupBuilder api)
    {
        var releases = api.MapGroup("/releases").WithTags("Releases");
        releases.MapGet("", List).Task("Api/Releases/List").Produces<Page<ReleaseView>>().WithSummary("Releases that this person may see, the newest first");
        releases.MapPost("", Make).Task("Api/Releases/Make").Produces<ReleaseView>(201).Produces<UnfinishedRelease>(202).ProducesProblem(422).WithSummary("Freeze a recipe: files, codebooks and hashes; safe to repeat under the same Idempotency-Key. Where it asks for free text it waits for an administrator (202)");
        releases.MapGet("/unfinished", Unfinished).Task("Api/Releases/Unfinished").Produces<Page<UnfinishedRelease>>().WithSummary("Releases that were begun and are not whole, with the reason where one is known");
        releases.MapPost("/{release}/resume", Resume).Task("Api/Releases/Resume").Produces<ReleaseView>().ProducesProblem(404).ProducesProblem(409).WithSummary("Go on with a release whose making stopped; one that is whole is answered as it is");
        releases.MapPost("/{release}/give-up", GiveUp).Task("Api/Releases/GiveUp").Produces<UnfinishedRelease>().ProducesProblem(404).ProducesProblem(409).WithSummary("Give up a release that was never finished: it is in no list any more");
        releases.MapGet("/{release}/texts", Texts).Task("Api/Releases/Texts").Produces<Page<FreeText>>().ProducesProblem(404).ProducesProblem(409).WithSummary("The free text that a release asks for, for whoever decides on it");
        releases.MapPost("/{release}/texts", DecideTexts).Task("Api/Releases/Texts").Produces<ReleaseView>().Produces<UnfinishedRelease>(202).ProducesProblem(403).ProducesProblem(409).WithSummary("Approve or refuse the free text that somebody else asked for; approved, the files are made");
        releases.MapGet("/{release}", Read).Task("Api/Releases/Read").Produces<ReleaseView>().ProducesProblem(404).WithSummary("A release: recipe, files with their SHA-256, who may see it");
        releases.MapGet("/{release}/files/{file}", Download).Task("Api/Releases/Download").Produces(200, contentType: "application/octet-stream").ProducesProblem(404).WithSummary("A file of a release, whole or in ranges");
        releases.MapPost("/{release}/remake", Remake).Task("Api/Releases/Remake").Produces<Page<RemadeFile>>().ProducesProblem(409).WithSummary("Run a release's recipe again and say of each file whether its bytes are the same; refused where facts were erased since");
        releases.MapPut("/{release}/readers", SetReaders).Task("Api/Releases/Readers").Produces<ReleaseView>().WithSummary("Set who may see a release");
        releases.MapPost("/{release}/approval", Approve).Task("Api/Releases/Approve").Produces<ReleaseView>().ProducesProblem(403).WithSummary("Approve a release made by somebody else, with a reason");
        releases.MapGet("/{release}/withdrawals", Withdrawals).Task("Api/Releases/Withdrawals").Produces<Page<ReleaseFlag>>().ProducesProblem(404).WithSummary("What was withdrawn after the release was read, and the rows concerned");
        releases.MapGet("/{release}/compare/{other}", Compare).Task("Api/Releases/Compare").Produces<ComparisonView>().ProducesProblem(404).ProducesProblem(422).WithSummary("Rows and cells that were added, changed or went between two releases of a table, with the facts recorded between them");
    }

    private static async Task<IResult> List(Person person, ReleaseDesk desk) => Results.Ok(new Page<ReleaseView>([.. (await desk.List(person)).Select(ReleaseView.Of)], null));

    private static async Task<IResult> Make(ReleaseOrder order, IdempotencyKey key, Person person, ReleaseDesk desk, TimeProvider clock, CancellationToken cancellation) =>
        (await desk.Make(order, person, person.Stamp(key, clock), cancellation)).ToResult(Created);

    private static async Task<IResult> Unfinished(Person person, ReleaseDesk desk) => Results.Ok(new Page<UnfinishedRelease>([.. (await desk.Unfinished(person)).Select(UnfinishedRelease.Of)], null));

    private static async Task<IResult> Resume(string release, IdempotencyKey key, Person person, ReleaseDesk desk, TimeProvider clock, CancellationToken cancellation) =>
        Shown(await desk.Resume(release, person, person.Stamp(key, clock), cancellation));

    private static async Task<IResult> GiveUp(string release, GiveUpBody body, IdempotencyKey key, Person person, ReleaseDesk desk, IGrainFactory grains, TimeProvider clock) =>
        await (await desk.FindBegun(release, person)).Match(
            async found => (await grains.Release(found.Id).GiveUp(person.Stamp(key, clock, body.Why.Trim()))).ToResult(left => Results.Ok(UnfinishedRelease.Of(left))), why => Task.FromResult(why.ToProblem()));

    private static async Task<IResult> Read(string release, Person person, ReleaseDesk desk) => (await desk.Find(release, person)).ToResult(found => Results.Ok(ReleaseView.Of(found)));

    private static async Task<IResult> Download(string release, string file, Person person, ReleaseDesk desk) =>
        (await desk.Open(release, file, person)).ToResult(open => Results.Stream(open.Content, TypeOf(open.File), open.File.Name, entityTag: new EntityTagHeaderValue($"\"{open.File.Sha256}\""), enableRangeProcessing: true));

    private static async Task<IResult> Remake(string release, Person person, ReleaseDesk desk, ReleaseMaking making, CancellationToken cancellation) =>
        await (await desk.Find(release, person)).Match(async found => (await making.Remake(found, cancellation)).ToResult(files => Results.Ok(new Page<RemadeFile>(files, null))), why => Task.FromResult(why.ToProblem()));

    private static async Task<IResult> SetReaders(string release, ReadersBody body, IdempotencyKey key, Person person, ReleaseDesk desk, IGrainFactory grains, TimeProvider clock) =>
        await (await desk.Find(release, person)).Match(async found => Shown(await grains.Release(found.Id).SetReaders([.. body.Readers.Distinct().Order()], person.Stamp(key, clock))), why => Task.FromResult(why.ToProblem()));

    private static async Task<IResult> Approve(string release, ApprovalBody body, IdempotencyKey key, Person person, ReleaseDesk desk, IGrainFactory grains, TimeProvider clock) =>
        await (await desk.Find(release, person)).Match(async found => Shown(await grains.Release(found.Id).Approve(person.Stamp(key, clock, body.Why))), why => Task.FromResult(why.ToProblem()));

    private static async Task<IResult> Withdrawals(string release, Person person, ReleaseDesk desk, ReleaseFlags flags) =>
        await (await desk.Find(release, person)).Match(async found => Results.Ok(new Page<ReleaseFlag>(await flags.Of(found), null)), why => Task.FromResult(why.ToProblem()));

    private static async Task<IResult> Compare(string release, string other, Person person, ReleaseDesk desk, CancellationToken cancellation) =>
        (await desk.Compare(release, other, person, cancellation)).ToResult(comparison => Results.Ok(ComparisonView.Of(comparison)));

    private static async Task<IResult> Texts(string release, Person person, ReleaseDesk desk, CancellationToken cancellation) =>
        (await desk.Texts(release, person, cancellation)).ToResult(texts => Results.Ok(new Page<FreeText>(texts, null)));

    private static async Task<IResult> DecideTexts(string release, TextDecisionBody body, IdempotencyKey key, Person person, ReleaseDesk desk, TimeProvider clock, CancellationToken cancellation) =>
        (await desk.DecideTexts(release, body.Approves, person, person.Stamp(key, clock, body.Why), cancellation)).ToResult(Created);

    private static IResult Created(Release release) =>
        release.Contents is null ? Results.Accepted($"/api/v1/releases/unfinished", UnfinishedRelease.Of(release)) : Results.Created($"/api/v1/releases/{release.Id}", ReleaseView.Of(release));

    private static IResult Shown(Decision<Release> decision) => decision.ToResult(release => Results.Ok(ReleaseView.Of(release)));

    private static string TypeOf(ReleaseFile file) =>
        file.Format is { } format ? FileFormat.Find(format)!.ContentType : Types.TryGetContentType(file.Name, out var type) ? type : "text/plain; charset=utf-8";
}
