using SosLongitudinal.Extracts.Codebooks;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Extracts;

internal static class ExtractRefusals
{
    public static readonly Refusal Shape = new("extract.shape", "Ask for shape=long (a row for each form) or shape=wide (a row for each child or family).");
    public static readonly Refusal Missing = new("extract.missing", "Ask for missing=empty (no value is an empty cell), missing=words (the reason in its place) or missing=codes (its code in the frame).");
    public static readonly Refusal Versions = new("extract.versions", "Ask for versions=merged (one column through all versions) or versions=apart (as recorded, a column for each recoding).");
    public static readonly Refusal DoubleEntry = new("extract.double-entry", "Ask for doubleEntry=first (the first entry stands until its differences are settled) or doubleEntry=settled-only (such forms are left out).");

    public static readonly Refusal Since = new Refusal("extract.since", "Send as since what the header Sos-Next of an earlier answer says, or leave it out to get all rows.").At("since");

    public static readonly Refusal NoProgress = new("extract.no-progress", "No extract with this id is being made here.", RefusalKind.NotFound);

    public static Refusal Unknown(string dataset, IEnumerable<string> known) => new("extract.unknown", $"There is no dataset '{dataset}'. There are: {string.Join(", ", known)}.", RefusalKind.NotFound);

    public static Refusal Format(string format) => new("extract.format", $"There is no format '{format}'. There are: {string.Join(", ", FileFormat.All.Select(f => f.Name))}.", RefusalKind.NotFound);

    public static Refusal Codebook(string syntax) => new("extract.codebook", $"There is no codebook '{syntax}'. There are: xml, html, {string.Join(", ", SetupSyntax.All.Select(s => s.Name))}.", RefusalKind.NotFound);
}
