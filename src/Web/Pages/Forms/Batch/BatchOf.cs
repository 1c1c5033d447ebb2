using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Web.Pages.Forms.Batch;

/// <summary>What the forms of one batch have in common. <see cref="Box"/> is where the paper lies, in the study's own words.</summary>
public sealed record BatchOf(WaveDesign Wave, InstrumentDefinition Instrument, FormMode Mode, string Language, string Box)
{
    /// <summary>The version that the address names; without it, the one in force today.</summary>
    public int? Version { get; init; }

    /// <summary>The version that came into force since the page was opened, which still keys the one before.</summary>
    public int? Newer { get; init; }

    /// <summary>What the page says while it keys the version before.</summary>
    public string? NewerWords => Newer is { } newer ? $"Version {newer} has come into force at {Wave.Name} since this page was opened. What is keyed here is kept as version {Instrument.Version}, as the page shows it." : null;

    /// <summary>What to know of a form that was saved as the version before.</summary>
    /// <param name="stays">The page stays as it is; otherwise it comes again, with the version in force.</param>
    public string? KeptWords(bool stays) => Newer is { } newer
        ? $"It is kept as version {Instrument.Version}, as the page showed it. Version {newer} has come into force at {Wave.Name} meanwhile{(stays ? $"; open the page again for papers of version {newer}" : ", and the page now keys that one")}."
        : null;

    /// <summary>The page of this batch, to key what the id or label names.</summary>
    public string Href(string? id = null) => FormsLinks.Batch(Wave.Code, Instrument.Id, Mode, Language, Box, id, Version);
}
