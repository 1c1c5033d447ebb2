using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Study.Fieldwork.Safety;

/// <summary>Who said that the interviewer is back safe. Numbers and names are stored; append only.</summary>
public enum SafeReport { Interviewer = 0, SecondPerson = 1, SomebodyElse = 2 }

/// <summary>Whom the team told of an interviewer who is not back. Numbers and names are stored; append only.</summary>
public enum AlarmTold { Manager = 0, Police = 1 }

/// <summary>That the team's procedure was followed: who was told, and when.</summary>
[GenerateSerializer, Immutable, Alias("sos.visit-alarm")]
public sealed record VisitAlarm([property: Id(0)] AlarmTold Told, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string By);

/// <summary>One e-mail to the site's coordinators, noted before it was sent.</summary>
[GenerateSerializer, Immutable, Alias("sos.visit-alert")]
public sealed record VisitAlert([property: Id(0)] DateTimeOffset At, [property: Id(1)] MessageOutcome Outcome = MessageOutcome.Unknown);

/// <summary>What is known of those who went to an appointment in person: that they arrived, and that they are back safe.</summary>
[GenerateSerializer, Immutable, Alias("sos.visit-safety")]
public sealed record VisitSafety
{
    [Id(0)] public DateTimeOffset? Arrived { get; init; }
    [Id(1)] public string? ArrivedBy { get; init; }
    [Id(2)] public DateTimeOffset? Back { get; init; }

    /// <summary>Who said so; with who recorded it in <see cref="BackBy"/>.</summary>
    [Id(3)] public SafeReport? Said { get; init; }
    [Id(4)] public string? BackBy { get; init; }

    /// <summary>In the order of recording.</summary>
    [Id(5)] public ImmutableArray<VisitAlarm> Alarms { get; init; } = [];

    /// <summary>More than one only where the mail server did not take it.</summary>
    [Id(6)] public ImmutableArray<VisitAlert> Alerts { get; init; } = [];
}
