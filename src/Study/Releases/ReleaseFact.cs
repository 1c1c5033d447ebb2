using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Releases;

/// <summary>What can happen to a release. Its files lie in the vault and never change.</summary>
[RecordKind("sos.release")]
[JsonDerivedType(typeof(Begun), "release.begun")]
[JsonDerivedType(typeof(Made), "release.made")]
[JsonDerivedType(typeof(ReadersSet), "release.readers-set")]
[JsonDerivedType(typeof(Approved), "release.approved")]
[JsonDerivedType(typeof(Stopped), "release.stopped")]
[JsonDerivedType(typeof(GivenUp), "release.given-up")]
[JsonDerivedType(typeof(TextsCounted), "release.texts-counted")]
[JsonDerivedType(typeof(TextsApproved), "release.texts-approved")]
[JsonDerivedType(typeof(TextsRefused), "release.texts-refused")]
public abstract record ReleaseFact
{
    private ReleaseFact() { }

    /// <param name="AsOf">Facts up to this instant are in it.</param>
    /// <param name="Product">The version of the product that made it.</param>
    public sealed record Begun(ReleaseRequest Request, DateTimeOffset AsOf, string Product) : ReleaseFact;

    public sealed record Made(ReleaseContents Contents) : ReleaseFact;

    /// <summary>Who may see it besides administrators; nobody named: every analyst of its sites.</summary>
    public sealed record ReadersSet(ImmutableArray<AccountKey> Readers) : ReleaseFact;

    /// <summary>By somebody other than who made it; the reason says what was looked at.</summary>
    public sealed record Approved : ReleaseFact;

    /// <summary>The making stopped on the way; it can be gone on with.</summary>
    public sealed record Stopped(string Reason) : ReleaseFact;

    /// <summary>It will not be finished. What lies in the vault of it stays there and is given to nobody.</summary>
    public sealed record GivenUp : ReleaseFact;

    /// <summary>The free text that was asked for, as of the release's instant; no file is made before somebody else approves it.</summary>
    public sealed record TextsCounted(ImmutableArray<TextCount> Texts) : ReleaseFact;

    /// <summary>By an administrator who did not ask for it; the reason says what was looked at.</summary>
    public sealed record TextsApproved : ReleaseFact;

    public sealed record TextsRefused : ReleaseFact;

    public static Release Fold(Release release, Recorded<ReleaseFact> fact) => fact.Content switch
    {
        Begun f => release with { Request = f.Request, AsOf = f.AsOf, Product = f.Product, By = fact.Head.By, BegunAt = fact.Head.At, Exists = true },
        Made f => release with { Contents = f.Contents },
        ReadersSet f => release with { Readers = f.Readers },
        Approved => release with { Approval = new(fact.Head.By, fact.Head.At, fact.Why ?? "") },
        Stopped f => release with { Stop = new(f.Reason, fact.Head.At) },
        GivenUp => release with { IsGivenUp = true },
        TextsCounted f => release with { Texts = f.Texts },
        TextsApproved => release with { TextApproval = new(fact.Head.By, fact.Head.At, fact.Why ?? "") },
        TextsRefused => release with { TextRefusal = new(fact.Head.By, fact.Head.At, fact.Why ?? "") },
        _ => release,
    };
}
