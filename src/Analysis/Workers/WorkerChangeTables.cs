using SosLongitudinal.Analysis.Results;
using static SosLongitudinal.Analysis.Results.ResultTable;

namespace SosLongitudinal.Analysis.Workers;

/// <summary>A worker-change result as a table for a page or a file.</summary>
public static class WorkerChangeTables
{
    public static ResultTable GroupTable(this WorkerChangeResult result) =>
        new($"{result.Before} to {result.After}, by change of social worker",
            [
                "by", "group", "families", "base", "kept", "percent_kept", "paired", "mixed_respondent", "mixed_form", "no_pair", "mean_before", "mean_after", "mean_change", "sd_change",
                "difference", "ci_low", "ci_high", "difference_within_sites", "ci_low_within_sites", "ci_high_within_sites", "sites", "agreement_n", "agreement_mean",
                "goals_n", "percent_know_goals", "percent_know_goals_in_part",
            ],
            [.. result.Groups.Select(g => Row(
                g.By, g.Group, Cell(g.Families), Cell(g.Kept.Base), Cell(g.Kept.Count), Cell(g.Kept.Percent), Cell(g.Paired), Cell(g.MixedRespondent), Cell(g.MixedForm), Cell(g.NoPair),
                Cell(g.ScoreBefore.Mean, 2), Cell(g.ScoreAfter.Mean, 2), Cell(g.Change.Mean, 2), Cell(g.Change.Sd, 2),
                Cell(g.Against?.Value, 2), Cell(g.Against?.Low, 2), Cell(g.Against?.High, 2),
                Cell(g.AgainstWithinSites?.Value, 2), Cell(g.AgainstWithinSites?.Low, 2), Cell(g.AgainstWithinSites?.High, 2), Cell(g.Sites),
                Cell(g.Agreement.N), Cell(g.Agreement.Mean, 2), Cell(g.KnowGoals.Base), Cell(g.KnowGoals.Percent), Cell(g.KnowGoalsInPart.Percent)))]);
}
