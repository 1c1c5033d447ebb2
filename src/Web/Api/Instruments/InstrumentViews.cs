using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Comparing;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Instruments.Linking;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Instruments;

/// <summary>One instrument of the list: its newest version, all its versions and its draft, if it has one.</summary>
public sealed record InstrumentItem(InstrumentId Id, int Version, string Title, ImmutableArray<string> Items)
{
    public ImmutableArray<int> Versions { get; init; } = [];

    /// <summary>The version that the draft will be.</summary>
    public int? Draft { get; init; }

    public ImmutableArray<VersionInForce> InForce { get; init; } = [];

    public static InstrumentItem Of(InstrumentDefinition shown, StudyInstrument kept) =>
        new(shown.Id, shown.Version, shown.Title, [.. shown.Items.Select(i => i.Name)]) { Versions = [.. kept.Published().Select(d => d.Version)], Draft = kept.Draft?.Version, InForce = kept.InForce };
}

/// <summary>A published version: by whom and when, where the study itself published it.</summary>
public sealed record VersionView(int Version, string Title, int Items, DateTimeOffset? PublishedAt, string? PublishedBy);

/// <summary>An instrument's life in the study.</summary>
public sealed record InstrumentView(
    InstrumentId Id, string Title, ImmutableArray<VersionView> Versions, VersionView? Draft, ImmutableArray<VersionInForce> InForce, ImmutableArray<ItemLink> Links, int Cases)
{
    /// <summary>What a save of the draft names as what it was begun on.</summary>
    public int? DraftRevision { get; init; }

    /// <summary>What a declaration of the whole concordance names as what was looked at; 0 before the first.</summary>
    public int LinksRevision { get; init; }

    /// <summary>The same of the test cases.</summary>
    public int CasesRevision { get; init; }

    public static InstrumentView Of(StudyInstrument kept) => new(
        kept.Id, (kept.Newest() ?? kept.Draft)?.Title ?? "",
        [.. kept.Published().Select(d => kept.Own.FirstOrDefault(o => o.Definition.Version == d.Version) is { } own ? new VersionView(d.Version, d.Title, d.Items.Length, own.At, own.By) : new(d.Version, d.Title, d.Items.Length, null, null))],
        kept.Draft is { } draft ? new(draft.Version, draft.Title, draft.Items.Length, null, kept.DraftedBy) : null,
        kept.InForce, kept.Links, kept.Cases.Length) { DraftRevision = kept.Draft is null ? null : kept.DraftRevision, LinksRevision = kept.LinksBy?.Revision ?? 0, CasesRevision = kept.CasesBy?.Revision ?? 0 };
}

/// <summary>One change, with how many collected forms it touches.</summary>
public sealed record ChangeView(ChangeKind Kind, string Item, string Was, string Becomes, int Forms);

/// <summary>The draft against the newest version: what changes, and what stands in the way of publishing.</summary>
public sealed record ComparisonView(int? From, int To, int Forms, ImmutableArray<ChangeView> Changes, ImmutableArray<Clash> InTheWay, ImmutableArray<Clash> ToNote)
{
    public static ComparisonView Of(StudyInstrument kept, InstrumentDefinition draft, InstrumentShelf shelf, FormTally tally)
    {
        var (before, clashes) = (kept.Newest(), PublishCheck.Of(kept, draft, shelf));
        return new(before?.Version, draft.Version, tally.Forms,
            [.. Comparison.Of(before, draft, kept.Links).Select(c => new ChangeView(c.Kind, c.Item, c.Was, c.Becomes, tally.AffectedBy(c)))],
            [.. clashes.Where(c => c.Blocks)], [.. clashes.Where(c => !c.Blocks)]);
    }
}

/// <summary>Which version a wave's forms are filled on from a day.</summary>
public sealed record InForceBody(int Version, DateOnly From);

/// <summary>The whole concordance, and the revision that it was got at.</summary>
public sealed record LinksBody(ImmutableArray<ItemLink> Links, int? Revision = null);

/// <summary>How one test case came out.</summary>
public sealed record CaseView(string Name, bool Holds, ImmutableArray<string> Faults);
