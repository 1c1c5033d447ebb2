using System.Collections.Immutable;
using SosLongitudinal.Grains.Releases;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Releases;

/// <summary>Releases as one person may see and make them. A release that is not for them does not exist for them.</summary>
public sealed class ReleaseDesk(ReleaseShelf shelf, ReleaseMaking making, ReleaseComparing comparing, IGrainFactory grains)
{
    public async Task<ImmutableArray<Release>> List(Person person) => [.. (await shelf.All()).Where(r => MaySee(person, r))];

    /// <summary>Those that were begun and are not whole.</summary>
    public async Task<ImmutableArray<Release>> Unfinished(Person person) => [.. (await shelf.Unfinished()).Where(r => MaySee(person, r))];

    /// <summary>A release whether or not it is whole.</summary>
    public async Task<Decision<Release>> FindBegun(string id, Person person) =>
        !ReleaseId.TryParse(id, null, out var known) ? ReleaseRefusals.NotAnId
        : await shelf.FindBegun(known) is { } release && MaySee(person, release) ? release
        : ReleaseRefusals.Unknown;

    /// <summary>Goes on where its making stopped.</summary>
    public async Task<Decision<Release>> Resume(string id, Person person, Stamp stamp, CancellationToken cancellation) =>
        await FindBegun(id, person) switch
        {
            Decision<Release>.Accepted(var release) => await making.Resume(release, stamp, cancellation),
            var no => no,
        };

    /// <summary>The free text that a release asks for. Whoever asked for it sees none of it before somebody else has decided.</summary>
    public async Task<Decision<ImmutableArray<FreeText>>> Texts(string id, Person person, CancellationToken cancellation) =>
        await FindBegun(id, person) is not Decision<Release>.Accepted { Value: var release } ? ReleaseRefusals.Unknown
        : release.By == $"{person.Account}" ? ReleaseRefusals.OwnRelease
        : await making.Texts(release, cancellation);

    /// <summary>Decides on a release's free text; approved, its files are made.</summary>
    public async Task<Decision<Release>> DecideTexts(string id, bool approves, Person person, Stamp stamp, CancellationToken cancellation)
    {
        var found = await FindBegun(id, person);
        if (found is not Decision<Release>.Accepted { Value: var release }) return found;
        var decided = await grains.Release(release.Id).DecideTexts(approves, stamp);
        return decided is Decision<Release>.Accepted { Value: { TextApproval: not null, Contents: null } approved } ? await making.Resume(approved, stamp.For("make"), cancellation) : decided;
    }

    public async Task<Decision<Release>> Find(string id, Person person) =>
        !ReleaseId.TryParse(id, null, out var known) ? ReleaseRefusals.NotAnId
        : await shelf.Find(known) is { } release && MaySee(person, release) ? release
        : ReleaseRefusals.Unknown;

    public Task<Decision<Release>> Make(ReleaseOrder order, Person person, Stamp stamp, CancellationToken cancellation)
    {
        var own = person.Scope();
        foreach (var site in order.Sites ?? []) if (!person.MaySee(site)) return Task.FromResult<Decision<Release>>(SiteRefusals.Unknown(site) with { Kind = RefusalKind.Invalid });
        var request = new ReleaseRequest(order.Title.Trim(), order.Recipe) { Sites = order.Sites is { IsDefaultOrEmpty: false } named ? named : own, Safes = order.Safes ?? new() };
        return making.Make(request, stamp, cancellation);
    }

    /// <summary>A file to read, unless the release waits for a second person: then only what tells of it leaves, not its rows.</summary>
    public async Task<Decision<(ReleaseFile File, Stream Content)>> Open(string id, string name, Person person) =>
        (await Find(id, person)).Then<(ReleaseFile, Stream)>(release =>
            release.File(name) is not { } file ? ReleaseRefusals.NoFile
            : release.WaitsForApproval && file.Format is not null ? ReleaseRefusals.Waits
            : (file, shelf.Open(release, file)));

    public async Task<Decision<ReleaseComparison>> Compare(string one, string other, Person person, CancellationToken cancellation)
    {
        var (first, second) = (await Find(one, person), await Find(other, person));
        return first is not Decision<Release>.Accepted(var a) ? ((Decision<Release>.Refused)first).Why
            : second is not Decision<Release>.Accepted(var b) ? ((Decision<Release>.Refused)second).Why
            : a.WaitsForApproval || b.WaitsForApproval ? ReleaseRefusals.Waits
            : await comparing.Compare(a, b, cancellation);
    }

    private static bool MaySee(Person person, Release release) => ReleaseShelf.MaySee(release, person.Account, person.Sites, person.Is(Roles.Administrator));
}
