using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Grains.Releases;

/// <summary>A file of a release held against the one that its recipe gives now.</summary>
public sealed record RemadeFile(string Name, bool Same);

/// <summary>
/// Freezes a recipe. Rows are laid down as of an instant and every format is made ready first: what is refused leaves nothing behind. Then the release is noted, each
/// file put into the vault, and their hashes noted. Stopped in between it is listed as not finished, and the same command again, or going on with it, finishes it: what
/// the vault has already is what would be written.
/// </summary>
public sealed partial class ReleaseMaking(IGrainFactory grains, RecipeReading reading, ReleaseShelf shelf, ReleaseRegisters registers, ILogger<ReleaseMaking> log)
{
    private static readonly string Product = typeof(ReleaseMaking).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public async Task<Decision<Release>> Make(ReleaseRequest request, Stamp stamp, CancellationToken cancellation = default)
    {
        var id = ReleaseId.From(stamp.Operation);
        var known = await grains.Release(id).Read();
        if (known.Exists) return await grains.Release(id).Begin(request, known.AsOf, known.Product, stamp) is var same && same is Decision<Release>.Accepted ? await Resume(known, stamp, cancellation) : same;
        var draft = known with { Request = request, AsOf = request.Recipe.AsOf ?? await reading.Newest(cancellation), Product = Product };
        if (ReleaseRules.Begin(known, request, draft.AsOf, Product) is Decision<ImmutableArray<ReleaseFact>>.Refused { Why: var unfit }) return unfit;
        return await Write(draft, () => grains.Release(id).Begin(request, draft.AsOf, Product, stamp), stamp, cancellation);
    }

    /// <summary>Goes on with a release that was begun; one that is finished is answered as it is.</summary>
    public async Task<Decision<Release>> Resume(Release release, Stamp stamp, CancellationToken cancellation = default) =>
        release.Contents is not null ? release
        : release.IsGivenUp ? ReleaseRefusals.GivenUp
        : release.Texts.IsEmpty || !release.WaitsForTexts ? await Unblocked(release, stamp, cancellation)
        : ReleaseRefusals.TextsWait;

    /// <summary>The texts that a release asks for, as of its instant, column by column, for whoever decides on them; neither family nor order of the rows is told.</summary>
    public async Task<Decision<ImmutableArray<FreeText>>> Texts(Release release, CancellationToken cancellation = default)
    {
        if (!release.WaitsForTexts) return ReleaseRefusals.NoTexts;
        var taken = await Take(release, null, isAgain: false, cancellation);
        return taken is Decision<RecipeTake>.Accepted { Value: var take } ? await FreeTexts.Of(take, cancellation) : ((Decision<RecipeTake>.Refused)taken).Why;
    }

    private async Task<Decision<Release>> Unblocked(Release release, Stamp stamp, CancellationToken cancellation) =>
        release.TextRefusal is not null && ReleaseRules.TextFault(release) is { } no ? no
        : release.Product != Product ? ReleaseRefusals.OtherVersion(release.Product, Product)
        : await Write(release, () => Task.FromResult<Decision<Release>>(release), stamp, cancellation);

    /// <summary>Runs a release's recipe again and says of each file whether it has the same bytes; refused where facts were erased since.</summary>
    public async Task<Decision<ImmutableArray<RemadeFile>>> Remake(Release release, CancellationToken cancellation = default)
    {
        if (release.Contents is not { } contents) return ReleaseRefusals.Unknown;
        var taken = await Take(release, null, isAgain: true, cancellation);
        if (taken is not Decision<RecipeTake>.Accepted { Value: var take }) return ((Decision<RecipeTake>.Refused)taken).Why;
        if (await ErasedSince(contents, take, release.AsOf) is { IsEmpty: false } since) return ReleaseRefusals.Erased(since);
        await using var files = await FileSet.Lay(take, cancellation);
        if (await files.MakeReady(cancellation) is { } unfit) return unfit;
        var remade = ImmutableArray.CreateBuilder<RemadeFile>();
        await foreach (var file in files.Files(cancellation))
            remade.Add(new(file.Name, release.File(file.Name)?.Sha256 == await PipedFile.Read(file, async (content, stop) => Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop)), cancellation)));
        return remade.ToImmutable();
    }

    /// <param name="begin">Notes the release once nothing can be refused any more.</param>
    private async Task<Decision<Release>> Write(Release draft, Func<Task<Decision<Release>>> begin, Stamp stamp, CancellationToken cancellation)
    {
        var families = new RowsOfFamilies();
        var taken = await Take(draft, families.Next, isAgain: false, cancellation);
        if (taken is not Decision<RecipeTake>.Accepted { Value: var take }) return ((Decision<RecipeTake>.Refused)taken).Why;
        await using var set = await FileSet.Lay(take, cancellation);
        if (await set.MakeReady(cancellation) is { } unfit) return unfit;
        var begun = await begin();
        if (begun is not Decision<Release>.Accepted { Value: { IsUnfinished: true } release }) return begun;
        if (release.WaitsForTexts) return await grains.Release(release.Id).CountTexts(await FreeTexts.Count(take, set.Rows, cancellation), stamp.For("count-texts"));
        try
        {
            var files = ImmutableArray.CreateBuilder<ReleaseFile>();
            await foreach (var file in set.Files(cancellation)) files.Add(await shelf.Put(release.Id, file, cancellation));
            await shelf.PutRows(release.Id, set.Rows, families, cancellation);
            var (erased, groups) = await registers.Erased(take.Plan.Source.Unit, release.AsOf);
            var contents = new ReleaseContents(files.ToImmutable(), families.Rows, take.Table.Columns.Length, families.Count) { Erased = erased, ErasedGroups = groups, Anonymity = set.Anonymity };
            return await grains.Release(release.Id).Finish(contents, stamp.For("finish"));
        }
        catch (Exception fault)
        {
            await Stopped(release.Id, fault, stamp, cancellation.IsCancellationRequested);
            throw;
        }
    }

    /// <summary>Notes why it stopped, where that can still be noted; without a note it is listed as not finished all the same.</summary>
    private async Task Stopped(ReleaseId release, Exception fault, Stamp stamp, bool isGone)
    {
        var why = isGone ? "Whoever asked for it went away, or the connection broke." : fault is StoreUnavailableException ? "A file could not be written, or the study not read." : "The program met a fault; its log says which.";
        try
        {
            await grains.Release(release).Stop(why, stamp.For($"stop {Guid.NewGuid()}"));
        }
        catch (Exception another)
        {
            NotNoted(log, another, release);
        }
    }

    private async Task<ImmutableArray<string>> ErasedSince(ReleaseContents contents, RecipeTake take, DateTimeOffset instant)
    {
        var (families, groups) = await registers.Erased(take.Plan.Source.Unit, instant);
        var (before, groupsBefore) = (contents.Erased.ToDictionary(e => e.Family, e => e.Facts), contents.ErasedGroups.ToDictionary(e => e.Group, e => e.Facts));
        return [.. families.Where(e => e.Facts > before.GetValueOrDefault(e.Family)).Select(e => e.Family).Order().Select(f => $"{f}"),
            .. groups.Where(e => e.Facts > groupsBefore.GetValueOrDefault(e.Group)).Select(e => e.Group).Order().Select(g => $"{g}")];
    }

    private async Task<Decision<RecipeTake>> Take(Release release, Action<string>? see, bool isAgain, CancellationToken cancellation) =>
        (await reading.Take(release.Request.Recipe with { AsOf = release.AsOf }, release.Request.Sites, see, $"release.{release.Id}", isAgain, cancellation))
        .Select(take => release.TextApproval is { } approval ? take with { Table = take.Table with { Notes = [.. take.Table.Notes, FreeTexts.Note(release, approval)] } } : take);

    [LoggerMessage(1, LogLevel.Warning, "Why the release {Release} stopped could not be noted.")]
    private static partial void NotNoted(ILogger log, Exception fault, ReleaseId release);
}
