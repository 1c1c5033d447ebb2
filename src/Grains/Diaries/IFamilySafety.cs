using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Diaries;

/// <summary>The safety of those who meet the family.</summary>
[GrainInterfaceType("sos.family-safety")]
public interface IFamilySafety : IGrainWithStringKey
{
    /// <summary>From now on two people go wherever the family is met in person. What is booked for one stays booked, and shows that somebody is missing.</summary>
    [Alias("set-two-person")] Task<Decision<FamilyState>> SetTwoPerson(TwoPersonReason reason, DateOnly on, Stamp stamp);
    [Alias("lift-two-person")] Task<Decision<FamilyState>> LiftTwoPerson(TwoPersonLift reason, DateOnly on, Stamp stamp);
}
