using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Grains.Releases;

/// <summary>A file of a release held against the one that its recipe gives now.</summary>
public sealed record RemadeFile(string Name, bool Same);

/// <summary>
/// Freezes a recipe: noted first, then read as of the instant that was noted, each file put into the vault, and their hashes noted. Stopped on the way, the
/// same command again goes on: what the vault has already is what would be written.
/// </summary>
public sealed class ReleaseMaking(IGrainFactory grains, RecipeReading reading, ReleaseShelf shelf, ReleaseRegisters registers)
{
    private static readonly string Product = typeof(ReleaseMaking).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public async Task<Decision<Release>> Make(ReleaseRequest request, Stamp stamp, CancellationToken cancellation = default)
    {
        var id = ReleaseId.From(stamp.Operation);
        var known = await grains.Release(id).Read();
        var asOf = known.Exists ? known.AsOf : request.Recipe.AsOf ?? await reading.Newest(cancellation);
        // a recipe that cannot be run leaves nothing behind
        var planned = await reading.Take(request.Recipe with { AsOf = request.Recipe.AsOf is null ? null : asOf }, request.Sites, cancellation: cancellation);
        if (planned is Decision<RecipeTake>.Refused { Why: var unfit }) return unfit;
        var begun = await grains.Release(id).Begin(request, asOf, known.Exists ? known.Product : Product, stamp);
        if (begun is not Decision<Release>.Accepted { Value: { Contents: null } release }) return begun;

        var families = new RowsOfFamilies();
        var taken = await Take(release, families.Next, cancellation);
        if (taken is not Decision<RecipeTake>.Accepted { Value: var take }) return ((Decision<RecipeTake>.Refused)taken).Why;
        var (rows, anonymity, frequencies) = await FileSet.Lay(take, cancellation);
        await using (rows)
        {
            var files = ImmutableArray.CreateBuilder<ReleaseFile>();
            await foreach (var next in new FileSet(take, rows, frequencies).Files(cancellation))
            {
                if (next is not Decision<SetFile>.Accepted { Value: var file }) return ((Decision<SetFile>.Refused)next).Why;
                files.Add(await shelf.Put(id, file, cancellation));
            }
            await shelf.PutRows(id, rows, families, cancellation);
            var contents = new ReleaseContents(files.ToImmutable(), families.Rows, take.Table.Columns.Length, families.Count) { Erased = await registers.Erased(asOf), Anonymity = anonymity.Found() };
            return await grains.Release(id).Finish(contents, stamp.For("finish"));
        }
    }

    /// <summary>Runs a release's recipe again and says of each file whether it has the same bytes; refused where facts were erased since.</summary>
    public async Task<Decision<ImmutableArray<RemadeFile>>> Remake(Release release, CancellationToken cancellation = default)
    {
        if (release.Contents is not { } contents) return ReleaseRefusals.Unknown;
        var before = contents.Erased.ToDictionary(e => e.Family, e => e.Facts);
        var since = (await registers.Erased(release.AsOf)).Where(e => e.Facts > before.GetValueOrDefault(e.Family)).Select(e => e.Family).Order().ToImmutableArray();
        if (!since.IsEmpty) return ReleaseRefusals.Erased(since);
        var taken = await Take(release, null, cancellation);
        if (taken is not Decision<RecipeTake>.Accepted { Value: var take }) return ((Decision<RecipeTake>.Refused)taken).Why;
        var (rows, _, frequencies) = await FileSet.Lay(take, cancellation);
        await using (rows)
        {
            var remade = ImmutableArray.CreateBuilder<RemadeFile>();
            await foreach (var next in new FileSet(take, rows, frequencies).Files(cancellation))
            {
                if (next is not Decision<SetFile>.Accepted { Value: var file }) return ((Decision<SetFile>.Refused)next).Why;
                remade.Add(new(file.Name, release.File(file.Name)?.Sha256 == await PipedFile.Read(file, async (content, stop) => Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop)), cancellation)));
            }
            return remade.ToImmutable();
        }
    }

    private Task<Decision<RecipeTake>> Take(Release release, Action<string>? see, CancellationToken cancellation) =>
        reading.Take(release.Request.Recipe with { AsOf = release.AsOf }, release.Request.Sites, see, $"release.{release.Id}", cancellation);
}
