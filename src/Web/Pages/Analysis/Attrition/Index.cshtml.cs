using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Analysis.Attrition;
using SosLongitudinal.Analysis.Results;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Web.Api.Extracts;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Pages.Analysis.Attrition;

/// <summary>Who was lost between two waves.</summary>
public sealed class IndexModel(AnalysisSource source, StudyFrames frames) : AnalysisPage(frames)
{
    public AttritionResult? Result { get; private set; }

    public Plot? Plot { get; private set; }

    public async Task OnGet(CancellationToken cancellation)
    {
        await Load(cancellation);
        if (Result is { } result) Plot = AttritionPlot.Of(result, Frame);
    }

    /// <param name="part">groups, or whole for every table below each other.</param>
    public async Task<IActionResult> OnGetCsv(string? part, CancellationToken cancellation)
    {
        await Load(cancellation);
        if (Result is not { } result) return NotFound();
        var table = part == "groups" ? result.GroupTable() : result.Whole();
        var name = ExtractNames.File($"attrition-{(part == "groups" ? "groups" : "whole")}-{Pair!.Before.Code}-{Pair.After.Code}", Frame.Design, result.Status.AsOf, "csv");
        return File(System.Text.Encoding.UTF8.GetBytes(table.ToCsv(result.Status)), "text/csv; charset=utf-8", name);
    }

    private async Task Load(CancellationToken cancellation)
    {
        if (await Choose() is not { } pair) return;
        var analysed = await source.Of(pair, Person.Scope(), AttritionTable.Columns(pair), AttritionTable.Of, cancellation);
        (Result, At) = (analysed.Result, analysed.At);
    }
}
