using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts;

/// <summary>What a table needs to know besides the families.</summary>
/// <param name="Today">The study's local date.</param>
/// <param name="Pseudonym">Turns an account key into an opaque id; the same key gives the same id, and nobody without the study's secret can go back.</param>
public sealed record ProjectionContext(StudyFrame Frame, DateOnly Today, Func<string, string> Pseudonym)
{
    /// <summary>Which forms are to be entered twice; without it none is awaited.</summary>
    public DoubleEntrySample Sample { get; init; } = new(_ => ulong.MaxValue);

    /// <summary>Leaves out forms of the double-entry sample until their differences are settled; otherwise the first entry stands for them.</summary>
    public bool SettledOnly { get; init; }

    /// <summary>The sites whose workers and own forms may be read; <c>null</c>: all. Families are chosen before they come here.</summary>
    public ImmutableArray<SiteCode>? Scope { get; init; }
}
