using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Imports.Redcap;

/// <summary>Refusals of a REDCap import before anything is written. Codes are public and never reworded.</summary>
public static class RedcapImportRefusals
{
    public static readonly Refusal NotAForm = new("redcap.not-a-form", "Send the files as multipart/form-data: dictionary, data, events and arms.");
    public static readonly Refusal Site = new Refusal("redcap.site", "Say which site the families belong to.").At("site");
    public static readonly Refusal Subject = new Refusal("redcap.subject", "Say whom the forms are about: carer, child or family.").At("subject");
    public static readonly Refusal Date = new Refusal("redcap.date", "Give the day as 2016-03-01.").At("date");
    public static readonly Refusal NoBirth = new Refusal("redcap.no-birth", "The record's child has no birth date. Name the field that holds it.").At("birthField");

    public static Refusal NoFile(string name) => new Refusal("redcap.no-file", $"The file '{name}' is missing.").At(name);
    public static Refusal EventMap(string pair) => new Refusal("redcap.event-map", $"'{pair}' is not an event and a wave, such as visit_1_arm_1=t1.").At("event");
    public static Refusal Consent(string word) => new Refusal("redcap.consent", $"'{word}' is not a consent. Use interview, child-interview, case-file, teacher, recording, linkage, recontact or archiving.").At("consent");

    public static Refusal UnmappedEvents(IEnumerable<string> events) => new Refusal(
        "redcap.unmapped-events", $"The study is open and has no wave for {string.Join(", ", events)}. Say which wave each is (visit_1_arm_1=t1), or let them be declared as further waves.", RefusalKind.Conflict).At("event");

    public static Refusal OtherDefinition(InstrumentId id) => new(
        "redcap.other-definition", $"The study has an instrument '{id}' with other items. Give the forms of this project a prefix of their own, or publish this version first.", RefusalKind.Conflict);

    public static Refusal Faulty(RedcapReport report) => new("redcap.faulty", $"{report.Forms.Faulty} forms of the project cannot be taken, so nothing was saved. Correct them and send the files again, or take the rest.")
    {
        Faults = [.. report.Faults.Take(100).Select(f => new FieldFault(f.Column is null ? $"row {f.Row}" : $"row {f.Row}, {f.Column}", f.Sentence))],
    };
}
