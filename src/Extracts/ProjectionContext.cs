using SosLongitudinal.Study.Design;

namespace SosLongitudinal.Extracts;

/// <summary>What a table needs to know besides the families.</summary>
/// <param name="Today">The study's local date.</param>
/// <param name="Pseudonym">Turns an account key into an opaque id; the same key gives the same id, and nobody without the study's secret can go back.</param>
public sealed record ProjectionContext(StudyFrame Frame, DateOnly Today, Func<string, string> Pseudonym);
