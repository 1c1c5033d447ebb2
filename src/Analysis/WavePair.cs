using System.Collections.Immutable;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Analysis;

/// <summary>Two waves of a design of which the second follows the first, and the measures that can be compared between them.</summary>
public sealed record WavePair(StudyDesign Design, WaveDesign Before, WaveDesign After, ImmutableArray<Measure> Measures)
{
    /// <summary>The measure whose scores tell how a family or child stood.</summary>
    public const string OutcomeScale = "ebdtot";

    /// <summary>Every such pair of the design, in order; a design with a third wave has two.</summary>
    public static ImmutableArray<WavePair> AllOf(StudyFrame frame) =>
        [.. frame.Design.Waves.Where(w => w.After is not null && frame.Design.Wave(w.After.Value) is not null)
            .Select(w => new WavePair(frame.Design, frame.Design.Wave(w.After!.Value)!, w, Measure.ScheduledIn(frame.Design, frame.Shelf)))];

    /// <summary>The pair that ends with a wave; <c>null</c> where there is none.</summary>
    public static WavePair? Ending(StudyFrame frame, WaveCode after) => AllOf(frame).FirstOrDefault(p => p.After.Code == after);

    /// <summary>The first of the scheduled measures that has the outcome scale; <c>null</c> in a study without one.</summary>
    public Measure? Outcome => Measures.FirstOrDefault(m => m.Instruments.Any(i => i.Scales.Any(s => s.Name == OutcomeScale)));

    internal string BeforeColumn(string name) => $"{Before.Code}_{name}";

    internal string AfterColumn(string name) => $"{After.Code}_{name}";
}
