using SosLongitudinal.Analysis.Results;
using SosLongitudinal.Analysis.Statistics;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using static SosLongitudinal.Analysis.Results.ResultTable;

namespace SosLongitudinal.Analysis.Attrition;

/// <summary>The parts of an attrition result as tables for a page or a file.</summary>
public static class AttritionTables
{
    public static ResultTable FlowTable(this AttritionResult result) =>
        new("Families at each step", ["step", "part_of", "label", "families"], [.. result.Flow.Select(f => Row(f.Code, f.Parent ?? "", f.Label, Cell(f.Families)))]);

    public static ResultTable LossTable(this AttritionResult result) =>
        new("Losses by reason", ["step", "reason", "families", "of_closed", "base", "percent"],
            [.. result.Losses.Select(l => Row(EnumWords<LossGroup>.Of(l.Group), l.Label, Cell(l.Families), Cell(l.OfClosed.Count), Cell(l.OfClosed.Base), Cell(l.OfClosed.Percent)))]);

    public static ResultTable GroupTable(this AttritionResult result) =>
        new("Kept and lost by group",
            ["by", "group", "interviewed_before", "interviewed", "lost", "not_yet_due", "in_field", "no_disposition", "died_or_ineligible", "not_due", "base", "kept", "percent_kept", "lost_of_base", "percent_lost", "no_disposition_of_base", "percent_no_disposition"],
            [.. result.Groups.Select(g => Row(
                g.By, g.Group, Cell(g.InterviewedBefore), Cell(g.Interviewed), Cell(g.Lost), Cell(g.NotYetDue), Cell(g.InField), Cell(g.NoDisposition), Cell(g.DiedOrIneligible), Cell(g.NotDue),
                Cell(g.Kept.Base), Cell(g.Kept.Count), Cell(g.Kept.Percent), Cell(g.LostOfClosed.Count), Cell(g.LostOfClosed.Percent), Cell(g.NoDispositionOfClosed.Count), Cell(g.NoDispositionOfClosed.Percent)))]);

    public static ResultTable UnitTable(this AttritionResult result) =>
        new("Kept by unit", ["unit", "label", "before", "base", "again", "percent_again", "after_only"],
            [.. result.Units.Select(u => Row(u.Unit, u.Label, Cell(u.Before), Cell(u.Again.Base), Cell(u.Again.Count), Cell(u.Again.Percent), Cell(u.AfterOnly)))]);

    public static ResultTable ScoreTable(this AttritionResult result) =>
        new($"{result.Before} {result.Score.Scale} of the kept and the lost", ["group", "n", "mean", "sd", "without_score", "standardised_difference"],
            [
                Score("kept", result.Score.Kept, result.Score.KeptWithoutScore, null),
                Score("lost", result.Score.Lost, result.Score.LostWithoutScore, result.Score.StandardisedDifference),
            ]);

    /// <summary>All parts below each other, as one file: <c>part</c>, then each part's cells as name and value.</summary>
    public static ResultTable Whole(this AttritionResult result) => LongForm(
        $"Attrition, {result.Before} to {result.After}", [("flow", result.FlowTable(), 1), ("losses", result.LossTable(), 2), ("groups", result.GroupTable(), 2), ("units", result.UnitTable(), 2), ("score", result.ScoreTable(), 1)]);

    private static System.Collections.Immutable.ImmutableArray<string> Score(string group, Moments score, int without, double? difference) =>
        Row(group, Cell(score.N), Cell(score.Mean, 2), Cell(score.Sd, 2), Cell(without), Cell(difference, 2));
}
