using System.Globalization;
using SosLongitudinal.Extracts.Recipes;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Releases;

/// <summary>Releases in words.</summary>
public static class ReleaseWords
{
    public static string State(this Release release) => release.IsGivenUp ? "Given up" : release.TextRefusal is not null ? "Free text refused" : release.WaitsForTexts ? "Waits for approval" : release.IsUnfinished ? "Not finished" : release.WaitsForApproval ? "Waits for approval" : release.Approval is not null ? "Approved" : "Made";

    public static Tone Tone(this Release release) => release.IsGivenUp ? Shell.Components.Tone.Neutral : release.IsUnfinished || release.WaitsForApproval ? Shell.Components.Tone.Waiting : Shell.Components.Tone.Good;

    public static string Change(RowChange change) => change switch { RowChange.Added => "Added", RowChange.Gone => "Gone", _ => "Changed" };

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Size(long bytes) =>
        bytes < 1_000_000 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000d:0.#} kB") : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000d:0.#} MB");

    public static string Sites(this Release release, Func<SiteCode, string> name) => release.Request.Sites is { } sites ? string.Join(", ", sites.Select(name)) : "All sites";
}
