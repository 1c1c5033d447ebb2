using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Releases;

public static class ReleaseRefusals
{
    public static readonly Refusal Unknown = new("release.unknown", "There is no such release.", RefusalKind.NotFound);
    public static readonly Refusal NotAnId = new("release.id", "A release's id is R, six characters and a check character, such as R4K7Q2MX. Check it for typing errors.", RefusalKind.NotFound);
    public static readonly Refusal Title = new("release.title", "Enter a title of at most 120 characters that says what the release is for.");
    public static readonly Refusal NoFile = new("release.no-file", "The release has no file of this name.", RefusalKind.NotFound);
    public static readonly Refusal OwnRelease = new("release.own", "A release is approved by somebody other than the person who made it.", RefusalKind.Forbidden);
    public static readonly Refusal ApprovedAlready = new("release.approved-already", "The release has been approved already.", RefusalKind.Conflict);
    public static readonly Refusal Why = new("release.why", "Say what you looked at and why the release may leave.");
    public static readonly Refusal Waits = new("release.waits", "Some combinations of the chosen columns are shared by too few rows. Somebody other than the person who made the release must approve it before its files leave.", RefusalKind.Forbidden);
    public static readonly Refusal Future = new("release.future", "The instant lies in the future. Choose one that is over.");

    public static readonly Refusal OtherTable = new("release.other-table", "Only releases of the same dataset and shape can be compared.");
    public static readonly Refusal Unlinked = new("release.unlinked", "The two releases have pseudonyms of their own, so that no row of one can be found in the other. Releases that are to be compared need the same link.");

    public static Refusal Reader(string text) => new("release.reader", $"'{text}' is not an e-mail address.");

    public static Refusal TooLong(int most) => new("release.too-long", $"Use at most {most} characters.");

    public static readonly Refusal GivenUp = new("release.given-up", "The release was given up before it was finished. Make a new one from its recipe.", RefusalKind.Conflict);
    public static readonly Refusal Finished = new("release.finished", "All files of the release are there already. A release that is made stays.", RefusalKind.Conflict);

    public static Refusal Erased(params IEnumerable<string> ids) =>
        new("release.erased", $"Facts from before the instant were erased since, so that the study can no longer be read as it stood then. It concerns {string.Join(", ", ids)}. Choose a later instant, or leave out what was erased (erased is left-out), which gives other files.", RefusalKind.Conflict);

    public static readonly Refusal TextsWait = new("release.texts-wait", "The release asks for free text. An administrator who did not make it must look at it and approve it before its files are made.", RefusalKind.Forbidden);
    public static readonly Refusal NoTexts = new("release.no-texts", "No free text of this release waits for a decision.", RefusalKind.Conflict);
    public static readonly Refusal WhyTexts = new("release.why-texts", "Say what you looked at, and why the free text may leave or may not.");

    public static Refusal TextsWereRefused(string why) => new("release.texts-refused", $"Its free text may not leave: {why} Give the release up, and make one without it.", RefusalKind.Forbidden);

    public static Refusal OtherVersion(string begun, string now) =>
        new("release.other-version", $"The release was begun by version {begun} of the product and this is {now}, which may write other bytes. Give it up and make a new one from its recipe.", RefusalKind.Conflict);

    public static Refusal TooRecent(TimeSpan settles) => new("release.too-recent", $"The instant must lie at least {(int)settles.TotalMinutes} minutes back, so that whatever was being saved is there. Choose an earlier one.");
}
