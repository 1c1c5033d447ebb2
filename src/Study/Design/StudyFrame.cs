using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Study.Design;

/// <summary>
/// All that rules and tables need to know besides one family: the design, the sites, the workers, the instruments. A snapshot; <see cref="Version"/> grows
/// with every change.
/// </summary>
[GenerateSerializer, Immutable, Alias("sos.study-frame")]
public sealed record StudyFrame
{
    [Id(0)] public long Version { get; init; }
    [Id(1)] public StudyDesign Design { get; init; } = new();
    [Id(2)] public ImmutableDictionary<SiteCode, Site> Sites { get; init; } = ImmutableDictionary<SiteCode, Site>.Empty;
    [Id(3)] public ImmutableDictionary<WorkerId, SocialWorker> Workers { get; init; } = ImmutableDictionary<WorkerId, SocialWorker>.Empty;

    /// <summary>The instruments in force. Built-in ones travel with the product, not with the frame.</summary>
    public InstrumentShelf Shelf => InstrumentShelf.Library;

    public SocialWorker? Worker(WorkerId id) => Workers.GetValueOrDefault(id);
}
