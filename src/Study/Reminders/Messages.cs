using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Reminders;

/// <summary>What became of a message. Numbers and names are stored; append only.</summary>
public enum MessageOutcome
{
    /// <summary>It was noted and nothing more is known: it may have been sent. It is never sent again.</summary>
    Unknown = 0,
    Sent = 1,
    /// <summary>The mail server did not take it; it is tried again a few times.</summary>
    Refused = 2,
    /// <summary>Safe contact forbids it.</summary>
    Unsafe = 3,
    /// <summary>No e-mail address is recorded.</summary>
    NoAddress = 4,
}

/// <summary>A message to one member of a family about one occasion: noted before it is sent. Says nothing of the address.</summary>
/// <param name="Occasion">The appointment as it then stood and how many days before it: another time is another occasion.</param>
[GenerateSerializer, Immutable, Alias("sos.message")]
public sealed record Message(
    [property: Id(0)] int Number, [property: Id(1)] MemberId Member, [property: Id(2)] string Occasion, [property: Id(3)] int Appointment, [property: Id(4)] DateTimeOffset At)
{
    [Id(5)] public MessageOutcome Outcome { get; init; }
}

/// <summary>A message that is to be sent.</summary>
/// <param name="From">The instant from which on.</param>
/// <param name="Until">The instant after which it would come too late.</param>
[GenerateSerializer, Immutable, Alias("sos.due-message")]
public sealed record DueMessage(
    [property: Id(0)] FamilyId Family, [property: Id(1)] SiteCode Site, [property: Id(2)] MemberId Member, [property: Id(3)] int Appointment, [property: Id(4)] string Occasion,
    [property: Id(5)] DateTimeOffset From, [property: Id(6)] DateTimeOffset Until, [property: Id(7)] DateTimeOffset Meets);
