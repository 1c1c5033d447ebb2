using System.Collections.Immutable;
using Microsoft.AspNetCore.WebUtilities;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Forms;

/// <summary>Where the pages about forms are.</summary>
public static class FormsLinks
{
    public const string ChooseBatch = "/forms/batch";

    /// <summary>Paper forms of one instrument and wave, one after another; with an id or label typed already, of the version on the paper, where these are given.</summary>
    public static string Batch(WaveCode wave, InstrumentId instrument, FormMode mode, string language, string box, string? id = null, int? version = null) =>
        $"/forms/batch/{wave}/{instrument}?mode={mode}&language={Uri.EscapeDataString(language)}&box={Uri.EscapeDataString(box)}{(version is null ? "" : $"&version={version}")}{(id is null ? "" : $"&id={Uri.EscapeDataString(id)}")}";

    public static string Show(FamilyId family, FormPlace place) => $"{Of(family, place.Wave, place.Instrument, place.Subject)}/{place.Respondent}";

    public static string Enter(FamilyId family, WaveCode wave, InstrumentId instrument, Party subject, Party? respondent) =>
        $"{Of(family, wave, instrument, subject)}/enter{From(respondent)}";

    public static string MarkNotAchieved(FamilyId family, WaveCode wave, InstrumentId instrument, Party subject, Party? respondent) =>
        $"{Of(family, wave, instrument, subject)}/not-achieved{From(respondent)}";

    public static string EnterSecond(FamilyId family, FormPlace place) => $"{Show(family, place)}/second";

    public static string Settle(FamilyId family, FormPlace place) => $"{Show(family, place)}/settle";

    public static string SecondEntries(string? site = null, string? wave = null, string? instrument = null, string? after = null) => Waiting("/forms/second-entries", site, wave, instrument, after);

    public static string ToSettle(string? site = null, string? wave = null, string? instrument = null, string? after = null) => Waiting("/forms/to-settle", site, wave, instrument, after);

    private static string Waiting(string page, string? site, string? wave, string? instrument, string? after) => QueryHelpers.AddQueryString(page,
        ImmutableArray.Create<KeyValuePair<string, string?>>(new("site", site), new("wave", wave), new("instrument", instrument), new("after", after)).Where(part => !string.IsNullOrEmpty(part.Value)));

    private static string Of(FamilyId family, WaveCode wave, InstrumentId instrument, Party subject) => $"/families/{family}/forms/{wave}/{instrument}/{subject}";

    private static string From(Party? respondent) => respondent is { } party ? $"?respondent={party}" : "";
}
