using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>What happens in a case. None of it is a disposition: the family stays due and is traced (DOMAIN §3.2).</summary>
public enum CaseEventKind
{
    Referral = 0,
    ReReferral = 1,
    Section47 = 2,
    ChildProtectionConference = 3,
    PlanStarted = 4,
    PlanEnded = 5,
    Removal = 6,
    Return = 7,
    Closure = 8,
    Death = 9,
    Adoption = 10,
}

/// <summary>A case event; <see cref="Child"/> where it concerns one child.</summary>
[GenerateSerializer, Immutable, Alias("sos.case-event")]
public sealed record CaseEvent(
    [property: Id(0)] CaseEventKind Kind, [property: Id(1)] PartialDate On, [property: Id(2)] MemberId? Child, [property: Id(3)] string Source);
