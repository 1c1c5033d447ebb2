using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Analysis.Disclosure;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Analysis.Table;

/// <summary>A table of counts for publication, by a disclosure profile.</summary>
public sealed class IndexModel(TableSource source, StudyFrames frames) : StudyPage
{
    [BindProperty(SupportsGet = true)] public string Dataset { get; set; } = "families";

    [BindProperty(SupportsGet = true)] public string Rows { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Columns { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Profile { get; set; } = DisclosureProfile.Dfe.Name;

    /// <summary>Wide where it has that shape: a row for each child or family.</summary>
    public string Shape { get; private set; } = "wide";

    public bool IsOpen { get; private set; }

    public ImmutableArray<Choice> Datasets { get; private set; } = [];

    public ImmutableArray<Choice> Categories { get; private set; } = [];

    public static ImmutableArray<Choice> Profiles { get; } = [.. DisclosureProfile.All.Reverse().Select(p => new Choice(p.Name, p.Title))];

    /// <summary><c>null</c> where nothing was asked yet, or it was refused.</summary>
    public CountedTable? Counted { get; private set; }

    public string Csv => AnalysisLinks.TableCsv(Dataset, Shape, Rows, Columns, Profile);

    public async Task OnGet(CancellationToken cancellation)
    {
        var frame = await frames.Current();
        IsOpen = frame.Design.IsOpen;
        if (!IsOpen) return;
        var all = DatasetCatalog.Of(frame).All.Where(d => d.Unit.IsOfFamilies).ToList();
        Datasets = [.. all.DistinctBy(d => d.Name).OrderBy(d => d.Name, StringComparer.Ordinal).Select(d => new Choice(d.Name, d.Title))];
        if ((all.Find(d => d.Name == Dataset && d.Shape == DatasetShape.Wide) ?? all.Find(d => d.Name == Dataset)) is not { } chosen)
        {
            ModelState.AddModelError("Dataset", TableRefusals.Dataset(Dataset).Sentence);
            return;
        }
        Shape = chosen.Shape.ToString().ToLowerInvariant();
        Categories = [.. chosen.Columns.Where(TableSource.IsCategorical).Select(c => new Choice(c.Name, $"{c.Name}: {c.Label}"))];
        if (Rows.Length == 0 || Columns.Length == 0) return;
        var counted = await source.Of(new(Dataset, Shape, Rows, Columns, Profile), Person, cancellation);
        if (counted is Decision<CountedTable>.Accepted(var table)) Counted = table;
        else foreach (var fault in ((Decision<CountedTable>.Refused)counted).Why.Faults) ModelState.AddModelError(fault.Field, fault.Sentence);
    }
}
