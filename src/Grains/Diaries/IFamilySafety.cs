using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Grains.Diaries;

/// <summary>The safety of those who meet the family.</summary>
[GrainInterfaceType("sos.family-safety")]
public interface IFamilySafety : IGrainWithStringKey
{
    /// <summary>From now on two people go wherever the family is met in person. What is booked for one stays booked, and shows that somebody is missing.</summary>
    [Alias("set-two-person")] Task<Decision<FamilyState>> SetTwoPerson(TwoPersonReason reason, DateOnly on, Stamp stamp);
    [Alias("lift-two-person")] Task<Decision<FamilyState>> LiftTwoPerson(TwoPersonLift reason, DateOnly on, Stamp stamp);

    /// <summary>Whoever went to an appointment in person has arrived.</summary>
    [Alias("check-in")] Task<Decision<FamilyState>> CheckIn(int number, DateTimeOffset at, Stamp stamp);

    /// <summary>They are back safe. Ends that they are overdue.</summary>
    [Alias("return")] Task<Decision<FamilyState>> Return(int number, SafeReport said, DateTimeOffset at, Stamp stamp);

    /// <summary>They are not back, and somebody was told. Ends the alert.</summary>
    [Alias("raise")] Task<Decision<FamilyState>> Raise(int number, AlarmTold told, DateTimeOffset at, Stamp stamp);

    /// <summary>Notes that an e-mail about it is about to be sent; accepted once, and again only where the mail server refused it.</summary>
    /// <param name="margin">Minutes after the planned end at which they are expected back.</param>
    [Alias("note-alert")] Task<Decision<FamilyState>> NoteAlert(int number, int margin, Stamp stamp);
    [Alias("settle-alert")] Task<Decision<FamilyState>> SettleAlert(int number, MessageOutcome outcome, Stamp stamp);
}
