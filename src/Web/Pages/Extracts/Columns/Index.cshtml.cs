using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Extracts.Columns;

/// <summary>What each column of a table holds, and which versions of which instruments feed it.</summary>
public sealed class IndexModel(StudyFrames frames) : StudyPage
{
    [BindProperty(SupportsGet = true)] public DatasetShape Shape { get; set; }

    [BindProperty(SupportsGet = true)] public VersionLayout Versions { get; set; }

    public Dataset Dataset { get; private set; } = null!;

    public bool Apart => Versions == VersionLayout.Apart;

    /// <summary>Whether some instrument of the table has more than one version, so that there is a choice to make.</summary>
    public bool HasVersions => Dataset.Columns.SelectMany(c => c.Feeds).GroupBy(f => f.Instrument).Any(g => g.Select(f => f.Version).Distinct().Count() > 1);

    public async Task<IActionResult> OnGet(string dataset)
    {
        if (DatasetCatalog.Of(await frames.Current(), Versions).Find(dataset, Shape) is not { } found) return NotFound();
        Dataset = found;
        return Page();
    }

    /// <summary>Versions of one instrument that feed a column alike stand together: <c>version 1 to 3</c>.</summary>
    public static IEnumerable<string> Words(Column column) => column.Feeds
        .GroupBy(f => (f.Instrument, f.Item, f.Recode, f.Note, f.Wave))
        .Select(g => $"{g.Key.Instrument} {Numbers([.. g.Select(f => f.Version)])}{(g.Key.Wave is { } wave ? $" at {wave}" : "")}{(g.Key.Recode.Length > 0 ? $", recoded {g.Key.Recode}" : "")}{(g.Key.Note is { } note ? $": {note}" : "")}");

    private static string Numbers(IReadOnlyList<int> versions) => versions.Count switch
    {
        1 => $"version {versions[0]}",
        var n when versions[^1] - versions[0] == n - 1 => $"versions {versions[0]} to {versions[^1]}",
        _ => $"versions {string.Join(", ", versions)}",
    };
}
