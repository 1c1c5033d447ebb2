namespace SosLongitudinal.Study.Instruments;

/// <summary>How one answer lies in two bytes: a whole number as itself, a missing reason or "see extras" as a value far below any code.</summary>
public static class DenseCode
{
    /// <summary>The answer is a decimal, text, date, set of codes or large number, kept beside the codes.</summary>
    public const short Extra = short.MinValue;
    public const short Least = -32_000;
    public const short Most = short.MaxValue;
    private const short FirstMissing = short.MinValue + 1;

    public static short Of(MissingReason reason) => (short)(FirstMissing + (int)reason);

    public static bool IsCode(short dense) => dense >= Least;

    public static bool IsMissing(short dense) => dense is >= FirstMissing and < Least;

    /// <summary>The reason of a value for which <see cref="IsMissing"/> holds.</summary>
    public static MissingReason ReasonOf(short dense) => (MissingReason)(dense - FirstMissing);

    public static bool Fits(int code) => code is >= Least and <= Most;
}
