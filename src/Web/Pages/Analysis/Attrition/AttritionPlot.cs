using SosLongitudinal.Analysis.Attrition;
using SosLongitudinal.Study.Design;

namespace SosLongitudinal.Web.Pages.Analysis.Attrition;

/// <summary>The share kept of each group, over closed windows, with the share of all as a line.</summary>
internal static class AttritionPlot
{
    private const string Group = """
        {
          "width": 560, "height": { "step": 24 },
          "layer": [
            {
              "mark": { "type": "bar", "height": 15 },
              "encoding": {
                "y": { "field": "group", "type": "nominal", "sort": null, "title": null, "axis": { "labelLimit": 200, "minExtent": 200, "ticks": false, "domain": false } },
                "x": { "field": "kept", "type": "quantitative", "title": null, "scale": { "domain": [0, 100] }, "axis": { "tickCount": 5 } },
                "color": { "value": "#1d6b6b" }
              }
            },
            {
              "mark": { "type": "text", "align": "left", "dx": 8, "fontSize": 12 },
              "encoding": { "y": { "field": "group", "type": "nominal", "sort": null }, "x": { "datum": 100 }, "text": { "field": "note", "type": "nominal" } }
            },
            {
              "mark": { "type": "rule", "strokeDash": [4, 3], "color": "#8a3b5e", "strokeWidth": 1.5 },
              "encoding": { "x": { "aggregate": "max", "field": "all", "type": "quantitative" } }
            }
          ]
        }
        """;

    public static Plot Of(AttritionResult result, StudyFrame frame)
    {
        var all = result.Rates.Conditional.Percent ?? 0;
        var parts = result.Groups.Where(g => g.By != "all" && g.Kept.Base > 0).GroupBy(g => g.By).Select(by => (GroupWords.Heading(by.Key), by.Select(g => new
        {
            Group = GroupWords.Of(frame, g.By, g.Group),
            Kept = Math.Round(g.Kept.Percent ?? 0, 1),
            Note = $"{GroupWords.Percent(g.Kept.Percent)} of {g.Kept.Base}",
            All = Math.Round(all, 1),
        })));
        return Plot.Below("attrition-plot", $"Bars: share of families interviewed again at {result.After}, by site, band, cohort and change of worker. The line is the share of all, {GroupWords.Percent(all)}. The table below has the numbers.", Group, parts);
    }
}
