using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Design;

/// <summary>The instruments that a study has touched. Immutable; what comes with the product is known without them.</summary>
[GenerateSerializer, Immutable, Alias("sos.study-instruments")]
public sealed class StudyInstruments
{
    [NonSerialized] private InstrumentShelf? shelf;
    [NonSerialized] private int? version;

    private StudyInstruments(ImmutableDictionary<InstrumentId, StudyInstrument> all) => All = all;

    public static StudyInstruments None { get; } = new(ImmutableDictionary<InstrumentId, StudyInstrument>.Empty);

    [Id(0)] public ImmutableDictionary<InstrumentId, StudyInstrument> All { get; }

    /// <summary>Grows with every change of any of them.</summary>
    public int Version => version ??= All.Values.Sum(i => i.Version);

    /// <summary>The library and every version that the study published. Worked out once.</summary>
    public InstrumentShelf Shelf => shelf ??= All.Values.All(i => i.Own.IsEmpty) ? InstrumentShelf.Library : InstrumentShelf.Library.With(All.Values.SelectMany(i => i.Own.Select(o => o.Definition)));

    public StudyInstrument Of(InstrumentId id) => All.TryGetValue(id, out var touched) ? touched : new(id);

    public StudyInstruments With(StudyInstrument instrument) => new(All.SetItem(instrument.Id, instrument));

    /// <summary>
    /// The definition in force at a wave on a day. A wave that names no version goes on with that of the wave before it; in front of the first day or wave that
    /// names one, the version before it is in force. Where no wave names any, it is the newest. <c>null</c> where the instrument has no version.
    /// </summary>
    public InstrumentDefinition? InForce(StudyDesign design, InstrumentId id, WaveCode wave, DateOnly day)
    {
        if (!All.TryGetValue(id, out var touched) || touched.InForce.IsEmpty) return Shelf.Find(id);
        var number = design.Wave(wave)?.Number ?? 0;
        var named = touched.InForce.Select(v => (v.Version, v.From, Number: design.Wave(v.Wave)?.Number ?? 0)).OrderBy(v => v.Number).ThenBy(v => v.From).ToList();
        var at = named.FindLastIndex(v => v.Number < number || (v.Number == number && v.From <= day));
        return at >= 0 ? Shelf.Find(id, named[at].Version) : touched.Published().LastOrDefault(d => d.Version < named[0].Version) ?? Shelf.Find(id, named[0].Version);
    }
}
