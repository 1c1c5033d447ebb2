using System.Collections.Immutable;

namespace SosLongitudinal.Study.Instruments;

/// <summary>The bands of one scale: a score belongs to the band with the greatest lower edge not above it.</summary>
/// <param name="Edges">The lower edge of each band, in the order of the words.</param>
public sealed record ScaleBands(string Scale, ImmutableArray<int> Edges)
{
    /// <summary>Words of its own, where the scheme's do not fit.</summary>
    public ImmutableArray<string> Words { get; init; } = [];
}

/// <summary>A named way to band scores. Without scales it is asked for but not defined for this form.</summary>
public sealed record BandScheme
{
    public const string NotDefined = "not defined";

    /// <summary>Short name, also the end of the column's: <c>band3</c>.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public ImmutableArray<string> Words { get; init; } = [];

    public ImmutableArray<ScaleBands> Scales { get; init; } = [];

    /// <summary>Not settled by its publisher, or known only in part: said wherever it is shown.</summary>
    public bool Provisional { get; init; }

    public string? Note { get; init; }

    public ScaleBands? Of(string scale) => Scales.FirstOrDefault(s => s.Scale == scale);

    /// <summary>The band's word; <see cref="NotDefined"/> where the scheme has no bands for the scale.</summary>
    public string Word(string scale, int score)
    {
        if (Of(scale) is not { } bands) return NotDefined;
        var best = -1;
        for (var i = 0; i < bands.Edges.Length; i++)
        {
            if (bands.Edges[i] <= score && (best < 0 || bands.Edges[i] > bands.Edges[best])) best = i;
        }
        return best < 0 ? NotDefined : (bands.Words.IsEmpty ? Words : bands.Words)[best];
    }
}
