using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Design;

/// <summary>What kind of sample the study draws, as its administrator declares it. Some published scores hold for some samples only.</summary>
public enum SampleKind
{
    NotDeclared = 0,
    /// <summary>Drawn from all families of a place.</summary>
    Community = 1,
    /// <summary>Families known for a raised risk of difficulties, such as those of children's social care.</summary>
    HighRisk = 2,
    /// <summary>Families who sought help of a clinic.</summary>
    Clinic = 3,
}

/// <summary>What was declared, by whom, when and why.</summary>
[GenerateSerializer, Immutable, Alias("sos.sample-declaration")]
public sealed record SampleDeclaration([property: Id(0)] SampleKind Kind, [property: Id(1)] string By, [property: Id(2)] DateTimeOffset At, [property: Id(3)] string Why);

/// <summary>Decisions about what the sample is.</summary>
public static class SampleRules
{
    public static readonly Refusal Kind = new("study.sample", "Say whether the sample is a community, a high-risk or a clinic one.");
    public static readonly Refusal Why = new("study.sample-why", "Say what makes the sample one of this kind, such as where it was drawn from.");

    public static Decision<ImmutableArray<StudyFact>> Declare(StudyDesign now, SampleKind kind, Stamp stamp) =>
        !now.IsOpen ? StudyRefusals.NotOpen
        : kind == SampleKind.NotDeclared || !Enum.IsDefined(kind) ? Kind.At("kind")
        : string.IsNullOrWhiteSpace(stamp.Why) ? Why.At("why")
        : Facts.Of<StudyFact>(new StudyFact.SampleDeclared(kind));
}
