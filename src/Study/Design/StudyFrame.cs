using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Groups;
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

    /// <summary>What the study made of its instruments. Built-in ones travel with the product, not with the frame.</summary>
    [Id(4)] public StudyInstruments Instruments { get; init; } = StudyInstruments.None;

    /// <summary>Focus groups and key-informant interviews.</summary>
    [Id(5)] public ImmutableDictionary<GroupId, FocusGroup> Groups { get; init; } = ImmutableDictionary<GroupId, FocusGroup>.Empty;

    /// <summary>Every published version, built in or the study's own.</summary>
    public InstrumentShelf Shelf => Instruments.Shelf;

    /// <summary>The definition that a form of a wave is filled on on a day; <c>null</c> where there is no such instrument.</summary>
    public InstrumentDefinition? InForce(InstrumentId id, WaveCode wave, DateOnly day) => Instruments.InForce(Design, id, wave, day);

    /// <summary>What is due depends on design and instruments alone and can be kept until this changes.</summary>
    public (int Design, int Instruments) DueVersion => (Design.Version, Instruments.Version);

    public SocialWorker? Worker(WorkerId id) => Workers.GetValueOrDefault(id);
}
