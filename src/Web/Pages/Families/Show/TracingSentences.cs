using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Tracing;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.Show;

/// <summary>Who looked for the family and where, one sentence a fact.</summary>
internal static class TracingSentences
{
    public static string? Of(FamilyFact fact, StudyFrame frame) => fact switch
    {
        FamilyFact.TracingTried f => $"{Name(frame, f.Wave)}: looked for the family on {f.Attempt.On.Words()} ({f.Attempt.Source.Label().ToLowerInvariant()}): {f.Attempt.Result.Label().ToLowerInvariant()}",
        FamilyFact.TracingStruck f => $"{Name(frame, f.Wave)}: tracing {f.Number} struck out",
        _ => null,
    };

    private static string Name(StudyFrame frame, WaveCode wave) => frame.Design.Wave(wave)?.Name ?? wave.ToString();
}
