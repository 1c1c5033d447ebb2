using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Contacts;

/// <summary>Refusals about contact details. Codes are public and never reworded.</summary>
public static class ContactRefusals
{
    public static readonly Refusal NotYours = new("contact.not-yours", "Only coordinators, administrators and assigned interviewers may use contact details.", RefusalKind.Forbidden);
    public static readonly Refusal NotAssigned = new("contact.not-assigned", "You may use contact details only of members you are assigned to, from the assignment until the interview's outcome. Ask the coordinator.", RefusalKind.Forbidden);
    public static readonly Refusal NoFurtherContact = new("contact.no-further-contact", "The family withdrew and must not be contacted. Ask the coordinator.", RefusalKind.Forbidden);
    public static readonly Refusal Death = new("contact.death", "A child of this family has died. Nobody contacts them but the coordinator.", RefusalKind.Forbidden);
    public static readonly Refusal None = new("contact.none", "No contact details are recorded for this member.", RefusalKind.NotFound);
    public static readonly Refusal NoBirthDate = new("contact.no-birth-date", "No full birth date is recorded for this member.", RefusalKind.NotFound);
    public static readonly Refusal NotBornYet = new("contact.not-born-yet", "This day is before the member was born.");
    public static readonly Refusal Name = new("contact.name", "Give the name, at most 120 characters.");
    public static readonly Refusal Address = new("contact.address", "Give at most 5 address lines of at most 120 characters, and a postcode of at most 10.");
    public static readonly Refusal Phone = new("contact.phone", "Give at most 5 phone numbers, each of 5 to 24 digits, spaces, + and brackets.");
    public static readonly Refusal Email = new("contact.email", "Give the e-mail address as name@example.org, or leave it empty.");
    public static readonly Refusal BirthMonth = new("contact.birth-month", "This birth date does not fit the birth month recorded for the member. Correct whichever is wrong first.");
    public static readonly Refusal Words = new("contact.safety-words", "Give the safe times in at most 200 characters and the code word in at most 40.");
}
