using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork;

public enum VisitMode { FaceToFace = 0, Telephone = 1, Video = 2 }

public enum Interpreter { None = 0, Professional = 1, Family = 2 }

/// <summary>One meeting towards an interview; the time is local.</summary>
[GenerateSerializer, Immutable, Alias("sos.visit")]
public sealed record Visit([property: Id(0)] DateOnly On, [property: Id(1)] TimeOnly? Start, [property: Id(2)] VisitMode Mode, [property: Id(3)] string Place);

/// <summary>A family's interview at one wave. Its outcome is not stored: a rule of the design reads it off the forms (<see cref="InterviewOutcomes"/>).</summary>
/// <param name="Interviewer">The interviewer's account key.</param>
/// <param name="Language">BCP 47 tag, such as <c>en</c>.</param>
[GenerateSerializer, Immutable, Alias("sos.interview")]
public sealed record Interview(
    [property: Id(0)] ImmutableArray<Visit> Visits,
    [property: Id(1)] MemberId? Respondent,
    [property: Id(2)] string Interviewer,
    [property: Id(3)] string Language,
    [property: Id(4)] Interpreter Interpreter,
    [property: Id(5)] string OthersPresent);

public enum InterviewOutcome { NotStarted = 0, Part = 1, Complete = 2 }

/// <summary>A final disposition of one track at one wave; the code is one of <see cref="Dispositions"/>.</summary>
[GenerateSerializer, Immutable, Alias("sos.disposition")]
public sealed record Disposition([property: Id(0)] WaveCode Wave, [property: Id(1)] Design.Track Track, [property: Id(2)] string Code, [property: Id(3)] DateOnly On);

/// <summary>An interviewer who is to meet the family at a wave, from a day until the interview's outcome.</summary>
[GenerateSerializer, Immutable, Alias("sos.assignment")]
public sealed record Assignment([property: Id(0)] WaveCode Wave, [property: Id(1)] string Interviewer, [property: Id(2)] DateOnly From);

/// <summary>An interview recorded at a wave.</summary>
[GenerateSerializer, Immutable, Alias("sos.wave-interview")]
public sealed record WaveInterview([property: Id(0)] WaveCode Wave, [property: Id(1)] Interview Interview);
