namespace SosLongitudinal.Study.Demo;

/// <summary>
/// Random numbers that are the same from the same seed on every machine and in every version (SplitMix64); only whole-number steps and exact additions, so
/// no mathematics library can change them.
/// </summary>
internal sealed class Draws(ulong seed, ulong stream)
{
    private const double NormalScale = 1.7320508075688772; // four uniform numbers add to a variance of a third
    private ulong state = Mixed(seed) ^ Mixed(stream * 0x9E3779B97F4A7C15 + 1);

    private ulong Next() => Mixed(state += 0x9E3779B97F4A7C15);

    /// <summary>From 0, inclusive, to 1, exclusive.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Both ends are inside.</summary>
    public int Between(int least, int most) => least + (int)((Next() >> 32) * (ulong)(most - least + 1) >> 32);

    public bool Chance(double share) => Unit() < share;

    public T Any<T>(ReadOnlySpan<T> choices) => choices[Between(0, choices.Length - 1)];

    /// <summary>Nearly normal, mean 0 and standard deviation 1, never beyond 3.5.</summary>
    public double Normal()
    {
        var bits = Next();
        var sum = (int)(bits & 0xFFFF) + (int)(bits >> 16 & 0xFFFF) + (int)(bits >> 32 & 0xFFFF) + (int)(bits >> 48);
        return (sum / 65_535.0 - 2) * NormalScale;
    }

    private static ulong Mixed(ulong x)
    {
        x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9;
        x = (x ^ x >> 27) * 0x94D049BB133111EB;
        return x ^ x >> 31;
    }
}
