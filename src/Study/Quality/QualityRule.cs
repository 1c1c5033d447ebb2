using Orleans;

namespace SosLongitudinal.Study.Quality;

/// <summary>How much a hit asks for.</summary>
public enum QualitySeverity { Note = 0, Warning = 1 }

/// <summary>A rule over a family's forms: what its hits are called, and what it looks for.</summary>
public sealed record QualityRule(string Code, string Title, QualitySeverity Severity, string Sentence);

/// <summary>A rule that the study declares for itself: an XPath expression over the family as a document (<see cref="FamilyDocument"/>), true where something is to be looked at.</summary>
[GenerateSerializer, Immutable, Alias("sos.declared-rule")]
public sealed record DeclaredRule(
    [property: Id(0)] string Code, [property: Id(1)] string Sentence, [property: Id(2)] string Expression, [property: Id(3)] QualitySeverity Severity = QualitySeverity.Warning);

/// <summary>
/// When a change of the parents' total difficulties score counts as more than error: beyond 1.96 standard errors of a difference, 1.96 x sqrt(2) x SD x sqrt(1 - r) (DOMAIN §3.5).
/// The choice of the reliability moves the count a lot, so it is stated. Unless the study says otherwise: SD 5.8, and r 0.62, the retest correlation over four to six months.
/// </summary>
/// <param name="Sd">Of the score in the population, in points; above 0.</param>
/// <param name="Reliability">From 0 up to but without 1.</param>
[GenerateSerializer, Immutable, Alias("sos.reliable-change")]
public sealed record ReliableChange([property: Id(0)] double Sd = 5.8, [property: Id(1)] double Reliability = 0.62)
{
    /// <summary>In points; a change must be greater.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public double Threshold => 1.96 * Math.Sqrt(2) * Sd * Math.Sqrt(1 - Reliability);
}
