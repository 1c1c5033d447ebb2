using SosLongitudinal.Analysis.Statistics;
using SosLongitudinal.Analysis.Workers;
using SosLongitudinal.Study.Design;

namespace SosLongitudinal.Web.Pages.Analysis.WorkerChange;

/// <summary>
/// Each group's mean change less that of the families without a change of worker (without agency staff), with both 95% intervals; nought is no difference. Groups of very few pairs have
/// intervals so wide that they would hide the others; they stand in the table only.
/// </summary>
internal static class WorkerChangePlot
{
    public const int FewestPairs = 5;

    private const string Specification = """
        {
          "width": 560, "height": { "step": 44, "for": "position" },
          "encoding": {
            "y": { "field": "group", "type": "nominal", "sort": null, "title": null, "axis": { "labelLimit": 260, "ticks": false, "domain": false } },
            "yOffset": { "field": "interval", "type": "nominal", "sort": null },
            "color": { "field": "interval", "type": "nominal", "sort": null, "title": "95% interval", "legend": { "orient": "bottom" } }
          },
          "layer": [
            { "mark": { "type": "rule", "color": "#0b0c0c" }, "encoding": { "x": { "datum": 0 }, "y": null, "yOffset": null, "color": { "value": "#6b6b6b" } } },
            { "mark": { "type": "rule", "strokeWidth": 2.5 }, "encoding": { "x": { "field": "low", "type": "quantitative", "title": "Mean change in total difficulties, less that of 'No change' (agency: of 'No agency staff')" }, "x2": { "field": "high" } } },
            { "mark": { "type": "point", "filled": true, "size": 70, "opacity": 1 }, "encoding": { "x": { "field": "value", "type": "quantitative" } } }
          ]
        }
        """;

    public static Plot Of(WorkerChangeResult result, StudyFrame frame)
    {
        var rows = result.Groups.Where(g => g.Paired >= FewestPairs).SelectMany(g => new[] { Row(frame, g, "Families independent", g.Against), Row(frame, g, "Within sites", g.AgainstWithinSites) }).OfType<PlotRow>();
        return Plot.Of("worker-change-plot", "Points with 95% intervals: each group's mean SDQ change less that of families without a change of worker, by two methods. The table below has the numbers.", Specification, rows);
    }

    private static PlotRow? Row(StudyFrame frame, WorkerChangeGroup group, string interval, Difference? difference) => difference is null ? null
        : new($"{(group is { By: "any agency", Group: "not-known" } ? "Agency not known" : GroupWords.Of(frame, group.By, group.Group))} ({group.Paired})", interval, Math.Round(difference.Value, 2), Math.Round(difference.Low, 2), Math.Round(difference.High, 2));

    private sealed record PlotRow(string Group, string Interval, double Value, double Low, double High);
}
