using System.Globalization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Imports;

/// <summary>Refusals of files and their rows. Codes are public and never reworded.</summary>
public static class ImportRefusals
{
    public static readonly Refusal NoId = new("import.row-without-id", "The row says neither an id nor a serial. Give one of them.");

    public static Refusal UnknownSerial(string serial) => new Refusal("import.unknown-serial", $"No family has the serial '{serial}', or it is not at one of your sites. Check the serial.").At("serial");

    public static Refusal SeveralSerials(string serial, IEnumerable<SiteCode> sites) =>
        new Refusal("import.several-serials", $"Several families have the serial '{serial}', at {string.Join(", ", sites.Distinct())}. Give the site in a column, or the family's id.").At("serial");

    public static Refusal SamePlace(int row) => new("import.same-place", string.Create(CultureInfo.InvariantCulture, $"Row {row} says otherwise of the same form. Keep the one that is right."));

    public static Refusal NotOfFamilies(InstrumentId instrument) => new("import.not-of-families", $"{instrument} is not about families, so its forms are entered one by one at their worker or site.");

    /// <summary>For answers that are a report or a refusal.</summary>
    public static Refusal Faulty(ImportReport report) => new("import.faulty", Sentence(report), RefusalKind.Invalid)
    {
        Faults = [.. report.Faults.Take(100).Select(f => new FieldFault(f.Column is null ? $"row {f.Row}" : $"row {f.Row}, {f.Column}", f.Sentence))],
    };

    private static string Sentence(ImportReport report) => string.Create(
        CultureInfo.InvariantCulture, $"{report.Faulty:N0} of {report.Rows:N0} rows cannot be taken, so nothing was saved. Correct them and send the file again, or take the rest with acceptGood=true; imports/responses/faulty gives the others as a file to correct.");
}
