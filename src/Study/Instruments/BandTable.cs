namespace SosLongitudinal.Study.Instruments;

/// <summary>The words of one band scheme for every score of every scale, worked out beforehand for extracts.</summary>
public sealed class BandTable
{
    private readonly string[]?[] words;
    private readonly Scale[] scales;

    private BandTable(InstrumentDefinition definition, BandScheme? scheme)
    {
        scales = [.. definition.Scales];
        words = [.. definition.Scales.Select(scale => scheme?.Of(scale.Name) is null ? null
            : Enumerable.Range(scale.Min, scale.Max - scale.Min + 1).Select(score => scheme.Word(scale.Name, score)).ToArray())];
    }

    /// <summary>A scheme that the definition does not have bands nothing.</summary>
    public static BandTable Of(InstrumentDefinition definition, string scheme) => new(definition, definition.BandsOf(scheme));

    /// <summary>Whether the scheme has bands for the scale at this place.</summary>
    public bool Defines(int scale) => words[scale] is not null;

    /// <summary>The word for a score of the scale at this place; <c>null</c> where there is no score.</summary>
    public string? Word(int scale, short score)
    {
        if (words[scale] is not { } row) return BandScheme.NotDefined;
        return DenseCode.IsCode(score) ? row[Math.Clamp(scales[scale].FloorOf(score) - scales[scale].Min, 0, row.Length - 1)] : null;
    }
}
