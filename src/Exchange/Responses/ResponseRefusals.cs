using System.Globalization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Responses;

/// <summary>Refusals of a file of responses as a whole. Codes are public and never reworded.</summary>
public static class ResponseRefusals
{
    public static readonly Refusal Empty = new("import.empty", "The file has no rows. Its first row must name the columns, and each further row is one form.");
    public static readonly Refusal RowTooLong = new("import.row-too-long", "A row is longer than a million characters. Most likely a quote is not closed.");

    public static Refusal TooManyRows(int most) => new("import.too-many-rows", string.Create(CultureInfo.InvariantCulture, $"The file has more than {most:N0} rows. Split it, and import the parts one after the other."));

    public static Refusal MissingCodes(string clash) => new Refusal("import.missing-codes", clash).At("missing");

    /// <summary>What a header must have, whatever the instrument.</summary>
    public static Refusal? Header(IReadOnlyCollection<string> header)
    {
        var particulars = header.Select(ResponseColumns.Plain).Select(h => ResponseColumns.ParticularOf(h.StartsWith("sos_", StringComparison.Ordinal) ? h[4..] : h)).ToHashSet();
        if (!particulars.Overlaps(["id", "family", "serial"])) return new("import.no-id", "No column says whose form it is. Name one column id (a family's or a member's id) or serial (the authority's own serial).");
        return particulars.Contains("completed_on") ? null : new("import.no-date", "No column says when the form was filled in. Name one column completed_on, with dates such as 2016-03-01 or 1/3/2016.");
    }
}
