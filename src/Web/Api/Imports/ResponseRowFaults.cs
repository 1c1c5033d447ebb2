using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Imports;

/// <summary>What a rule says of a form, as a fault of the row: with the column and the value that it is about, and what to do in the file.</summary>
internal static class ResponseRowFaults
{
    public static RowFault Of(ResponseRow row, Refusal why)
    {
        var (column, value) = Place(row, why);
        return column is { } at && value is { } text ? RowFault.Cell(row.Row, at, text, why.Code, Sentence(why)) : new(row.Row, column, null, why.Code, Sentence(why));
    }

    private static (string? Column, string? Value) Place(ResponseRow row, Refusal why) => (why.Code, why.Faults is [{ Field: { Length: > 0 } field }] ? field : null) switch
    {
        ("family.not-an-id" or "family.unknown" or "form.which-subject" or "form.no-subject" or "form.unknown-subject" or "form.subject-kind", _) => Whose(row),
        ("form.which-respondent" or "form.no-respondent" or "form.unknown-respondent" or "form.respondent-kind", _) => ("respondent", row.Respondent),
        (_, "completedOn") => ("completed_on", row.CompletedOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        (_, "language") => ("language", row.Language),
        (_, "id" or "serial") => Whose(row),
        (_, var other) => (other, null),
    };

    private static (string, string) Whose(ResponseRow row) => row.Id.Length > 0 ? ("id", row.Id) : ("serial", row.Serial);

    private static string Sentence(Refusal why) => why.Code switch
    {
        "family.unknown" => $"{FamilyRefusals.Unknown.Sentence} Check the id.",
        "form.already-entered" => $"{why.Sentence} Take the row out, or correct the form that is there on its own page.",
        "form.no-subject" => $"{why.Sentence} Take the row out, or add them to the family.",
        _ => why.Sentence,
    };
}
