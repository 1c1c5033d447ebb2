using System.Collections.Immutable;
using SosLongitudinal.Exchange.Records;
using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;

namespace SosLongitudinal.Web.Api.Imports.Redcap;

/// <summary>
/// What a project needs of the study before its records can come: events as waves, arms as cohorts where the study is not open yet, forms as published
/// instruments. Each step is one that can be repeated; what is there already stays as it is.
/// </summary>
internal sealed class RedcapStudy(IGrainFactory grains, RedcapProject project, RedcapRequest request, Stamp stamp)
{
    private const string WholeProject = "t1";

    /// <summary>The wave of each event, as it is or will be; the events that are no wave yet.</summary>
    public (ImmutableSortedDictionary<string, WaveCode> Waves, ImmutableArray<RedcapEvent> Missing) Map(StudyDesign design)
    {
        var events = Events();
        var waves = events.ToImmutableSortedDictionary(e => e.Unique, e => request.Waves.TryGetValue(e.Unique, out var mapped) ? mapped : CodeOf(e.Unique), StringComparer.Ordinal);
        return (waves, [.. events.Where(e => design.Wave(waves[e.Unique]) is null)]);
    }

    public Refusal? Fault(StudyFrame frame)
    {
        var (waves, missing) = Map(frame.Design);
        if (frame.Design.IsOpen && !missing.IsEmpty && (!request.DeclareWaves || missing.Any(e => request.Waves.ContainsKey(e.Unique)))) return RedcapImportRefusals.UnmappedEvents(missing.Select(e => e.Unique));
        if (frame.Design.IsOpen && !frame.Sites.ContainsKey(request.Site)) return SiteRefusals.Unknown(request.Site).At("site");
        if (request.Cohort is { } cohort && frame.Design.IsOpen && frame.Design.Cohort(cohort) is null) return StudyRefusals.UnknownCohort(cohort).At("cohort");
        return project.Definitions.Where(d => frame.Shelf.Find(d.Id) is { } there && !Same(there, d)).Select(d => RedcapImportRefusals.OtherDefinition(d.Id)).FirstOrDefault();
    }

    /// <summary>The study as <see cref="Prepare"/> would leave it; nothing is written.</summary>
    public StudyFrame Foreseen(StudyFrame frame)
    {
        var (waves, missing) = Map(frame.Design);
        var instruments = project.Definitions.Where(d => frame.Shelf.Find(d.Id) is null).Aggregate(frame.Instruments, (all, d) => all.With(all.Of(d.Id) with { Own = [new(d, stamp.At, stamp.By)] }));
        if (!frame.Design.IsOpen)
            return frame with { Instruments = instruments, Design = Design(waves), Sites = frame.Sites.SetItem(request.Site, new Site(request.Site, request.Site.Text)) };
        var last = frame.Design.Waves.Max(w => w.Number);
        var further = missing.DistinctBy(e => waves[e.Unique]).Select((e, at) => new WaveDesign(waves[e.Unique], NameOf(e), last + at + 1));
        return frame with { Instruments = instruments, Design = frame.Design with { Waves = [.. frame.Design.Waves, .. further] } };
    }

    /// <summary>Opens, declares and publishes what is not there.</summary>
    public async Task<Refusal?> Prepare(StudyFrame frame)
    {
        var (waves, missing) = Map(frame.Design);
        if (!frame.Design.IsOpen)
        {
            if (await grains.Study().Open(Design(waves), stamp.For("open")) is Decision<StudyDesign>.Refused(var closed)) return closed;
            if (await grains.Site(request.Site).Open(request.Site.Text, stamp.For("site")) is Decision<Site>.Refused(var shut)) return shut;
        }
        else
        {
            var next = frame.Design.Waves.Max(w => w.Number);
            foreach (var e in missing)
                if (await grains.Study().DeclareWave(new(waves[e.Unique], NameOf(e), ++next), stamp.For($"wave {e.Unique}")) is Decision<StudyDesign>.Refused(var undeclared)) return undeclared;
        }
        foreach (var definition in project.Definitions.Where(d => frame.Shelf.Find(d.Id) is null))
        {
            // a draft that somebody is at work on under this id is not published under their hands
            var drafted = await grains.Instrument(definition.Id).Revise(definition, new(0), stamp.For($"draft {definition.Id}"));
            if (drafted is Decision<StudyInstrument>.Refused(var undrafted)) return undrafted;
            if (await grains.Instrument(definition.Id).Publish(stamp.For($"publish {definition.Id}")) is Decision<StudyInstrument>.Refused(var unpublished)) return unpublished;
        }
        return null;
    }

    public CohortCode CohortOf(int arm, StudyDesign design) => request.Cohort ?? (design.Cohort(ArmCode(arm)) is { Code: var own } ? own : design.Cohorts[0].Code);

    private ImmutableArray<RedcapEvent> Events() => project.Events.IsEmpty ? [new("", "Time 1", 1, "")] : project.Events;

    private static CohortCode ArmCode(int arm) => new($"arm-{arm}");

    private static WaveCode CodeOf(string unique) => unique.Length == 0 ? new(WholeProject)
        : WaveCode.TryParse(new string([.. unique.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]).Trim('-') is var code && code.Length > 40 ? code[..40].Trim('-') : code, null, out var wave) ? wave : new(WholeProject);

    private static string NameOf(RedcapEvent e) => e.ArmName.Length == 0 ? e.Name : $"{e.Name} ({e.ArmName})";

    private StudyDesign Design(ImmutableSortedDictionary<string, WaveCode> waves)
    {
        var days = project.Records.SelectMany(r => r.Forms).Select(f => f.CompletedOn).DefaultIfEmpty(DateOnly.FromDateTime(stamp.At.UtcDateTime)).ToList();
        return new()
        {
            Title = request.Title,
            Cohorts = request.Cohort is { } one ? [new(one, one.Text, days.Min(), days.Max())] : [.. Events().DistinctBy(e => e.Arm).Select(e => new CohortDesign(ArmCode(e.Arm), e.ArmName.Length == 0 ? $"Arm {e.Arm}" : e.ArmName, days.Min(), days.Max()))],
            Waves = [.. Events().DistinctBy(e => waves[e.Unique]).Select((e, i) => new WaveDesign(waves[e.Unique], NameOf(e), i + 1))],
        };
    }

    /// <summary>A definition is here already where its newest version asks the same, choices included that it no longer offers.</summary>
    private static bool Same(InstrumentDefinition there, InstrumentDefinition sent) => InstrumentText.Write(Offering(there)) == InstrumentText.Write(Offering(sent) with { Version = there.Version });

    private static InstrumentDefinition Offering(InstrumentDefinition definition) => definition with
    {
        ChoiceLists = definition.ChoiceLists.ToImmutableDictionary(l => l.Key, l => l.Value.Select(c => c with { Dropped = false }).ToImmutableArray()),
    };
}
