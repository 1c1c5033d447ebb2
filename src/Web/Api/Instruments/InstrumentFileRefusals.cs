using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Instruments;

/// <summary>Refusals of files of questions. Codes are public and never reworded.</summary>
public static class InstrumentFileRefusals
{
    public static readonly Refusal NoFile = new Refusal("instrument-file.none", "Choose a file.").At("upload");

    /// <summary>The first hundred errors by their cells.</summary>
    public static Refusal Faulty(InstrumentImport import) => new("instrument-file.faulty", Sentence(import.Errors.Count()))
    {
        Faults = [.. import.Errors.Take(100).Select(e => new FieldFault(e.Place, e.Sentence))],
    };

    public static Refusal Unknown(string field, string text, IEnumerable<string> known) => new Refusal("instrument-file.terms", $"'{text}' is not one of {string.Join(", ", known)}.").At(field);

    public static Refusal BadId(string text) =>
        new Refusal("instrument-file.id", $"'{(text.Length > 60 ? $"{text[..60]}..." : text)}' cannot be an instrument's id: up to 40 lower-case letters, digits and hyphens.").At("id");

    private static string Sentence(int errors) => errors == 1
        ? "The file cannot be taken until one thing is put right. Correct it and send the file again."
        : $"The file cannot be taken until {errors} things are put right. Correct them and send the file again.";

    public static Refusal DraftThere(Study.Instruments.LifeCycle.StudyInstrument kept) => new Refusal("instrument.draft-exists",
        $"There is a draft of {kept.Draft!.Title} that {kept.DraftedBy} changed on {DayWords.Of(kept.DraftedAt)}. Say that the file takes its place, or give the file an id of its own.", RefusalKind.Conflict).At("replace");
}
