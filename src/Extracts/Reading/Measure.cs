using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Reading;

/// <summary>
/// What one informant says of one thing at a wave, whichever age or follow-up form it was said on: all instruments of one group and prefix, or one instrument
/// that stands alone. In a wide table it is one set of columns a wave.
/// </summary>
public sealed class Measure
{
    private readonly InstrumentId[] ids;

    public Measure(string dataset, string prefix, IEnumerable<InstrumentDefinition> instruments)
    {
        (Dataset, Prefix, Instruments) = (dataset, prefix, [.. instruments]);
        ids = [.. Instruments.Select(i => i.Id)];
        Code = (prefix.Length == 0 ? dataset : $"{dataset}_{prefix}").Replace('-', '_');
        Title = Instruments.Length == 1 ? Instruments[0].Title : Instruments.First(i => i.FollowUpOf is null).Title.Split(", ages")[0];
    }

    public string Dataset { get; }

    /// <summary>In front of item and scale names: <c>p</c>, <c>t</c>, <c>s</c>, or nothing.</summary>
    public string Prefix { get; }

    public ImmutableArray<InstrumentDefinition> Instruments { get; }

    /// <summary>In front of columns about the form itself: <c>sdq_p</c>, <c>parent_questionnaire</c>.</summary>
    public string Code { get; }

    public string Title { get; }

    public InstrumentSubject Subject => Instruments[0].Subject;

    public Track Track => Instruments[0].Track;

    public bool Has(InstrumentId id)
    {
        foreach (var one in ids) if (one == id) return true;
        return false;
    }

    /// <summary>Every measure of a shelf; a version is not a measure of its own.</summary>
    public static ImmutableArray<Measure> AllOf(InstrumentShelf shelf) =>
        [.. shelf.Newest.Where(i => i.Subject is not (InstrumentSubject.Worker or InstrumentSubject.Site)).GroupBy(i => (Dataset: i.Group ?? i.Id.Text, i.Prefix)).Select(g => new Measure(g.Key.Dataset, g.Key.Prefix, g))];

    /// <summary>Those that a design asks for at some wave, on a standard or a follow-up form.</summary>
    public static ImmutableArray<Measure> ScheduledIn(StudyDesign design, InstrumentShelf shelf) =>
        [.. AllOf(shelf).Where(m => design.Schedule.Any(rule => m.Has(rule.Instrument) || (rule.FollowUp is { } followUp && m.Has(followUp))))];
}
