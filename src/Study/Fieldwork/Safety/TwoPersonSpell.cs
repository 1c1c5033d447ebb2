using Orleans;

namespace SosLongitudinal.Study.Fieldwork.Safety;

/// <summary>Why two people go to a family. Numbers and names are stored; append only.</summary>
public enum TwoPersonReason { RiskToStaff = 0, AllegationMade = 1, AfterIncident = 2, AdvisedByAuthority = 3 }

/// <summary>Why one person may go alone again. Numbers and names are stored; append only.</summary>
public enum TwoPersonLift { RiskPassed = 0, AdvisedByAuthority = 1, SetInError = 2 }

/// <summary>From when on, and until when, two people meet a family wherever it is met in person.</summary>
/// <param name="By">Who set it.</param>
[GenerateSerializer, Immutable, Alias("sos.two-person-spell")]
public sealed record TwoPersonSpell([property: Id(0)] TwoPersonReason Reason, [property: Id(1)] DateOnly From, [property: Id(2)] string By)
{
    /// <summary><c>null</c> while it stands.</summary>
    [Id(3)] public DateOnly? LiftedOn { get; init; }
    [Id(4)] public TwoPersonLift? Lift { get; init; }
    [Id(5)] public string? LiftedBy { get; init; }
}
