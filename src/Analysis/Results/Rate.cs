namespace SosLongitudinal.Analysis.Results;

/// <summary>A share with its base, which is always printed beside it.</summary>
public readonly record struct Rate(int Count, int Base)
{
    /// <summary>0 to 100; <c>null</c> where the base is empty.</summary>
    public double? Percent => Base == 0 ? null : 100.0 * Count / Base;
}

/// <summary>What every result says of itself.</summary>
/// <param name="Synthetic">Made from a made-up study: evidence of nothing.</param>
public sealed record ResultStatus(bool Synthetic, DateOnly AsOf)
{
    public const string NotForRelease = "Not for release: no disclosure profile has been run on it.";

    /// <summary>What each row says of whether it may leave.</summary>
    public string Release { get; init; } = NotForRelease;
}
