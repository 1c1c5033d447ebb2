using System.Collections.Immutable;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Releases;

/// <summary>Decisions about releases. Whether a recipe can be made is decided before.</summary>
public static class ReleaseRules
{
    private const int LongestTitle = 120;
    private const int LongestSafe = 1_000;

    public static Decision<ImmutableArray<ReleaseFact>> Begin(Release release, ReleaseRequest request, DateTimeOffset asOf, string product)
    {
        if (release.Exists) return Facts.None<ReleaseFact>();
        if (request.Title.Trim().Length is 0 or > LongestTitle) return ReleaseRefusals.Title.At("title");
        foreach (var (field, text) in Safes(request.Safes)) if (text.Length > LongestSafe) return ReleaseRefusals.TooLong(LongestSafe).At(field);
        return Facts.Of<ReleaseFact>(new ReleaseFact.Begun(request, asOf, product));
    }

    public static Decision<ImmutableArray<ReleaseFact>> Finish(Release release, ReleaseContents contents) =>
        !release.Exists ? ReleaseRefusals.Unknown
        : release.Contents is not null ? Facts.None<ReleaseFact>()
        : release.IsGivenUp ? ReleaseRefusals.GivenUp
        : TextFault(release) is { } unfit ? unfit
        : Facts.Of<ReleaseFact>(new ReleaseFact.Made(contents));

    /// <summary>Why no file of it may be made yet, or ever; <c>null</c> where its free text, if it asks for any, is approved.</summary>
    public static Refusal? TextFault(Release release) =>
        release.TextRefusal is { } no ? ReleaseRefusals.TextsWereRefused(no.Why) : release.WaitsForTexts ? ReleaseRefusals.TextsWait : null;

    public static Decision<ImmutableArray<ReleaseFact>> CountTexts(Release release, ImmutableArray<TextCount> texts) =>
        !release.WaitsForTexts ? ReleaseRefusals.NoTexts
        : release.Texts.SequenceEqual(texts) ? Facts.None<ReleaseFact>()
        : Facts.Of<ReleaseFact>(new ReleaseFact.TextsCounted(texts));

    /// <summary>Four eyes: never by who asked for it.</summary>
    public static Decision<ImmutableArray<ReleaseFact>> DecideTexts(Release release, bool approves, Stamp stamp) =>
        !release.WaitsForTexts ? ReleaseRefusals.NoTexts
        : stamp.By == release.By ? ReleaseRefusals.OwnRelease
        : string.IsNullOrWhiteSpace(stamp.Why) ? ReleaseRefusals.WhyTexts.At("why")
        : Facts.Of<ReleaseFact>(approves ? new ReleaseFact.TextsApproved() : new ReleaseFact.TextsRefused());

    public static Decision<ImmutableArray<ReleaseFact>> Stop(Release release, string why) =>
        release.IsUnfinished ? Facts.Of<ReleaseFact>(new ReleaseFact.Stopped(why)) : Facts.None<ReleaseFact>();

    public static Decision<ImmutableArray<ReleaseFact>> GiveUp(Release release) =>
        !release.Exists ? ReleaseRefusals.Unknown
        : release.Contents is not null ? ReleaseRefusals.Finished
        : release.IsGivenUp ? Facts.None<ReleaseFact>()
        : Facts.Of<ReleaseFact>(new ReleaseFact.GivenUp());

    public static Decision<ImmutableArray<ReleaseFact>> SetReaders(Release release, ImmutableArray<AccountKey> readers) =>
        !release.Exists ? ReleaseRefusals.Unknown
        : release.Readers.SequenceEqual(readers) ? Facts.None<ReleaseFact>()
        : Facts.Of<ReleaseFact>(new ReleaseFact.ReadersSet(readers));

    /// <summary>Four eyes: never by who made it.</summary>
    public static Decision<ImmutableArray<ReleaseFact>> Approve(Release release, Stamp stamp) =>
        release.Contents is null ? ReleaseRefusals.Unknown
        : release.Approval is not null ? ReleaseRefusals.ApprovedAlready
        : stamp.By == release.By ? ReleaseRefusals.OwnRelease
        : string.IsNullOrWhiteSpace(stamp.Why) ? ReleaseRefusals.Why.At("why")
        : Facts.Of<ReleaseFact>(new ReleaseFact.Approved());

    private static IEnumerable<(string, string)> Safes(FiveSafes safes) =>
        [("project", safes.Project), ("people", safes.People), ("setting", safes.Setting), ("data", safes.Data), ("outputs", safes.Outputs)];
}
