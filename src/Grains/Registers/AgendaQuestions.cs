using System.Collections.Immutable;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>Which appointments. Empty parts do not narrow; <see cref="Scope"/> is what the asking person may see (<c>null</c>: all sites) and always applies.</summary>
[GenerateSerializer, Immutable, Alias("sos.agenda-question")]
public sealed record AgendaQuestion
{
    [Id(0)] public ImmutableArray<SiteCode>? Scope { get; init; }
    [Id(1)] public SiteCode? Site { get; init; }

    /// <summary>The interviewer, or the second person.</summary>
    [Id(2)] public string? Person { get; init; }
    [Id(3)] public RoomCode? Room { get; init; }

    /// <summary>Those that begin at this instant or later, and before <see cref="Until"/>.</summary>
    [Id(4)] public DateTimeOffset? From { get; init; }
    [Id(5)] public DateTimeOffset? Until { get; init; }
    [Id(6)] public ImmutableArray<AppointmentState> States { get; init; } = [];
    [Id(7)] public WorkCursor? After { get; init; }
    [Id(8)] public int Take { get; init; } = 100;
}

/// <summary>One appointment of a list, with the family as far as a list speaks of it.</summary>
[GenerateSerializer, Immutable, Alias("sos.agenda-row")]
public sealed record AgendaRow([property: Id(0)] FamilyId Family, [property: Id(1)] SiteCode Site, [property: Id(2)] Appointment Appointment)
{
    /// <summary>Whether two people are to go wherever the family is met in person.</summary>
    [Id(3)] public bool NeedsTwo { get; init; }

    /// <summary>Booked for one person before anybody knew that two are to go.</summary>
    public bool WantsSecond => NeedsTwo && Appointment is { IsOpen: true, Plan.IsAlone: true };

    /// <summary>By the instant at which it begins.</summary>
    public WorkCursor Cursor => new(Appointment.Plan.Start.ToUniversalTime(), Family, $"{Appointment.Number:d3}");
}

[GenerateSerializer, Immutable, Alias("sos.agenda-page")]
public sealed record AgendaPage([property: Id(0)] ImmutableArray<AgendaRow> Rows, [property: Id(1)] int Total, [property: Id(2)] WorkCursor? Next);

/// <summary>Of whom the return is watched. Empty parts do not narrow; <see cref="Scope"/> always applies.</summary>
/// <param name="Margin">Minutes after the planned end at which somebody is expected back.</param>
[GenerateSerializer, Immutable, Alias("sos.watch-question")]
public sealed record WatchQuestion([property: Id(0)] int Margin, [property: Id(1)] DateTimeOffset Now)
{
    [Id(2)] public ImmutableArray<SiteCode>? Scope { get; init; }

    /// <summary>The interviewer, or the second person.</summary>
    [Id(3)] public string? Person { get; init; }
}

/// <summary>An appointment whose people are overdue; ids only.</summary>
/// <param name="Due">When they were expected back.</param>
[GenerateSerializer, Immutable, Alias("sos.overdue-visit")]
public sealed record OverdueVisit(
    [property: Id(0)] FamilyId Family, [property: Id(1)] SiteCode Site, [property: Id(2)] Appointment Appointment, [property: Id(3)] VisitState State, [property: Id(4)] DateTimeOffset Due);
