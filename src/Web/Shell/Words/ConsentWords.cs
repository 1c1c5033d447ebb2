using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>What can be said of consent.</summary>
public static class ConsentWords
{
    public static string Words(this ConsentAuthority authority) => authority switch
    {
        ConsentAuthority.OwnBehalf => "For themselves",
        ConsentAuthority.ParentalResponsibility => "With parental responsibility",
        ConsentAuthority.LocalAuthority => "For the local authority, which holds parental responsibility",
        ConsentAuthority.Court => "By order of a court",
        _ => "Not stated",
    };

    public static string Words(this ConsentMode mode) => mode switch
    {
        ConsentMode.Paper => "On paper",
        ConsentMode.Spoken => "Spoken",
        ConsentMode.Telephone => "By telephone",
        ConsentMode.Online => "Online",
        _ => "Not stated",
    };

    public static string Words(this ResponsibilityHolder holder) => holder switch
    {
        ResponsibilityHolder.Parents => "The parents",
        ResponsibilityHolder.SharedWithAuthority => "The parents and the local authority",
        ResponsibilityHolder.LocalAuthority => "The local authority",
        _ => "Somebody else",
    };

    public static string Words(this ConsentCheckKind kind) => kind switch
    {
        ConsentCheckKind.Responsibility => "Parental responsibility",
        ConsentCheckKind.OwnConsent => "Turned 16",
        ConsentCheckKind.Assent => "Child to be asked",
        _ => "To be erased",
    };

    /// <summary>What is to do, as a person would be asked to do it.</summary>
    public static string ToDo(this ConsentCheckKind kind) => kind switch
    {
        ConsentCheckKind.Responsibility => "Check who holds parental responsibility",
        ConsentCheckKind.OwnConsent => "Turned 16: ask for their own consent",
        ConsentCheckKind.Assent => "Ask the child",
        _ => "Erase what is held",
    };

    public static Tone Tone(this ConsentCheckKind kind) => kind switch
    {
        ConsentCheckKind.Erasure => Components.Tone.Bad,
        ConsentCheckKind.Responsibility => Components.Tone.Attention,
        _ => Components.Tone.Waiting,
    };
}
