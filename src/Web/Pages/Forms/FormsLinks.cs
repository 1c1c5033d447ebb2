using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Forms;

/// <summary>Where the pages about forms are.</summary>
public static class FormsLinks
{
    public const string ChooseBatch = "/forms/batch";

    /// <summary>Paper forms of one instrument and wave, one after another; with an id or label typed already where one is given.</summary>
    public static string Batch(WaveCode wave, InstrumentId instrument, FormMode mode, string language, string box, string? id = null) =>
        $"/forms/batch/{wave}/{instrument}?mode={mode}&language={Uri.EscapeDataString(language)}&box={Uri.EscapeDataString(box)}{(id is null ? "" : $"&id={Uri.EscapeDataString(id)}")}";

    public static string Show(FamilyId family, FormPlace place) => $"{Of(family, place.Wave, place.Instrument, place.Subject)}/{place.Respondent}";

    public static string Enter(FamilyId family, WaveCode wave, InstrumentId instrument, Party subject, Party? respondent) =>
        $"{Of(family, wave, instrument, subject)}/enter{From(respondent)}";

    public static string MarkNotAchieved(FamilyId family, WaveCode wave, InstrumentId instrument, Party subject, Party? respondent) =>
        $"{Of(family, wave, instrument, subject)}/not-achieved{From(respondent)}";

    private static string Of(FamilyId family, WaveCode wave, InstrumentId instrument, Party subject) => $"/families/{family}/forms/{wave}/{instrument}/{subject}";

    private static string From(Party? respondent) => respondent is { } party ? $"?respondent={party}" : "";
}
