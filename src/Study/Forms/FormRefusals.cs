using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms;

/// <summary>Refusals about forms. Codes are public and never reworded.</summary>
public static class FormRefusals
{
    public static readonly Refusal FutureDate = new Refusal("form.future-date", "The form's date lies in the future. Enter the day on which it was filled in.").At("completedOn");
    public static readonly Refusal Language = new Refusal("form.language", "Give the language as a tag such as en or cy.").At("language");

    public static readonly Refusal None = new("form.none", "No form was entered at this place.", RefusalKind.NotFound);

    public static readonly Refusal UseWithdrawn = new("form.use-withdrawn", "What this form says was withdrawn from use. It is kept, as was agreed, and no longer shown.", RefusalKind.Forbidden);

    public static Refusal UnknownInstrument(InstrumentId id) => new("form.unknown-instrument", $"There is no instrument '{id}'.", RefusalKind.NotFound);
    public static Refusal UnknownSubject(Party subject) => new("form.unknown-subject", $"'{subject}' is not a member of this family.");
    public static Refusal UnknownRespondent(Party respondent) => new("form.unknown-respondent", $"'{respondent}' is not a member of this family. Add them as a member first.");
    public static Refusal SubjectMustBeFamily(InstrumentId id) => new("form.subject-family", $"{id} is about the family as a whole: send it with the subject 'family'.");

    public static Refusal SubjectOfWrongKind(InstrumentId id, InstrumentSubject subject) =>
        new("form.subject-kind", $"{id} is about a {subject.ToString().ToLowerInvariant()}; this member is none.");

    public static Refusal RespondentOfWrongKind(InstrumentDefinition instrument) =>
        new("form.respondent-kind", $"{instrument.Id} is answered by: {string.Join(", ", instrument.Respondents.Select(r => r.ToString().ToLowerInvariant()))}. This respondent is none of them.");

    public static Refusal WhichSubject(InstrumentId id, IEnumerable<MemberId> fit) => fit.ToList() is { Count: > 0 } several
        ? new("form.which-subject", $"{id} can be about several members of this family. Give the id of one: {string.Join(", ", several)}.")
        : new Refusal("form.no-subject", $"Nobody in this family is one whom {id} is about.");

    public static Refusal WhichRespondent(InstrumentDefinition instrument, string said, IEnumerable<MemberId> fit) => fit.ToList() is { Count: > 0 } several
        ? new("form.which-respondent", $"Several members of this family can have answered {instrument.Id}. Give the id of one: {string.Join(", ", several)}.")
        : new Refusal("form.no-respondent", $"Nobody in this family on that day can have answered {instrument.Id}{(said.Length == 0 ? "" : $" as '{said}'")}. Add them as a member first.");

    /// <summary>Says who entered it and when; what was answered is for those who may settle it.</summary>
    public static Refusal AlreadyEntered(Form form) =>
        new("form.already-entered", $"This form was already entered by {form.EnteredBy} on {DayWords.Of(form.EnteredAt)}.", RefusalKind.Conflict);

    public static Refusal AlreadyHere(UnitForm form) =>
        new("form.already-here", $"A form of this wave was entered by {form.EnteredBy} on {DayWords.Of(form.EnteredAt)}. Send it again with a reason to put this one in its place.", RefusalKind.Conflict);

    public static Refusal NoConsent(ConsentScope scope, DateOnly on) =>
        new("form.no-consent", $"There is no consent for '{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(scope.ToString())}' that covers {DayWords.Of(on)}. Record the consent first.", RefusalKind.Conflict);

    public static Refusal NeedsReason(FormFlag flag, InstrumentDefinition instrument) => flag switch
    {
        FormFlag.WrongAgeForm => new Refusal("form.wrong-age-form", $"The child's age on this date is not within {instrument.Id}'s ages ({instrument.Age}). Send it again with a reason to keep it; it will be flagged.").At("completedOn"),
        _ => new("form.not-in-schedule", $"The study's design does not ask for {instrument.Id} at this wave. Send it again with a reason to keep it; it will be flagged."),
    };
}
