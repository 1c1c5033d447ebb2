using System.Collections.Immutable;
using SosLongitudinal.Study.Fieldwork.Tracing;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>Looking for a family, in the words that people read.</summary>
public static class TracingWords
{
    /// <summary>Where somebody looked and where nobody has yet.</summary>
    public static string Words(this SourcesTried looked) =>
        looked.Tried.IsEmpty ? "Nobody has looked for the family yet" : $"Looked at: {Listed(looked.Tried)}.{(looked.Untried.IsEmpty ? "" : $" Not yet: {Listed(looked.Untried)}.")}";

    public static Tone Tone(this TracingResult result) => result switch
    {
        TracingResult.NewDetails or TracingResult.WillPassOn => Components.Tone.Good,
        TracingResult.Died => Components.Tone.Bad,
        TracingResult.Nothing or TracingResult.RefusedToSay => Components.Tone.Neutral,
        _ => Components.Tone.Waiting,
    };

    public static string Listed(ImmutableArray<TracingSource> sources) => string.Join(", ", sources.Select(s => s.Label().ToLowerInvariant()));
}
