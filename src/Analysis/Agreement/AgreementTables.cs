using SosLongitudinal.Analysis.Results;
using SosLongitudinal.Analysis.Statistics;
using static SosLongitudinal.Analysis.Results.ResultTable;

namespace SosLongitudinal.Analysis.Agreement;

/// <summary>An agreement result as tables for a page or a file. Shares are in percent.</summary>
public static class AgreementTables
{
    public static ResultTable ErrorTable(this AgreementResult result) => new("Entry errors",
        ["by", "group", "forms", "compared", "differ", "percent_differ", "differ_low", "differ_high", "entries_settled", "wrong", "percent_wrong", "wrong_low", "wrong_high"],
        [.. result.Groups.Select(g => Row(
            g.By, g.Group, Cell(g.Forms), Cell(g.Differ.Base), Cell(g.Differ.Count), Cell(g.Differ.Percent, 2), Low(g.DifferInterval), High(g.DifferInterval),
            Cell(g.Wrong.Base), Cell(g.Wrong.Count), Cell(g.Wrong.Percent, 2), Low(g.WrongInterval), High(g.WrongInterval)))]);

    public static ResultTable CodingTable(this AgreementResult result) => new("Agreement of coders",
        [
            "instrument", "item", "pairs", "left_out", "agree", "percent_agree", "agree_low", "agree_high", "kappa", "kappa_se", "kappa_low", "kappa_high",
            "kappa_linear", "kappa_linear_se", "kappa_linear_low", "kappa_linear_high", "kappa_quadratic", "kappa_quadratic_se", "kappa_quadratic_low", "kappa_quadratic_high",
        ],
        [.. result.Coded.Select(c => Row([
            c.Instrument, c.Item, Cell(c.Agree.Base), Cell(c.LeftOut), Cell(c.Agree.Count), Cell(c.Agree.Percent, 2), Low(c.AgreeInterval), High(c.AgreeInterval), .. Cells(c.Plain), .. Cells(c.Linear), .. Cells(c.Quadratic)]))]);

    /// <summary>Both tables as one.</summary>
    public static ResultTable Whole(this AgreementResult result) =>
        LongForm("Agreement", [("errors", result.ErrorTable(), 2), ("coding", result.CodingTable(), 2)]);

    private static IEnumerable<string> Cells(Kappa? kappa) => [Cell(kappa?.Value, 4), Cell(kappa?.StandardError, 4), Cell(kappa?.Interval.Low, 4), Cell(kappa?.Interval.High, 4)];

    private static string Low(Interval? interval) => Cell(100 * interval?.Low, 2);

    private static string High(Interval? interval) => Cell(100 * interval?.High, 2);
}
