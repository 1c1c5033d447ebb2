using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Extracts.Tables;

namespace SosLongitudinal.Analysis.Attrition;

/// <summary>What attrition reads of one family.</summary>
internal sealed record FamilyFate(
    string Stage, string Site, string Band, string Cohort, string WorkerChange, Fate Before, Fate After, string FirstFate, bool Closed, string LossGroup, string LossLabel, double? Score, bool? SameRespondent)
{
    private static readonly string[] Fates = [.. EnumWords<Fate>.All];

    public bool IsEligible => Stage is not ("sampled" or "screened-out");

    public static FamilyFate Of(TableRow row, WavePair pair)
    {
        var outcome = pair.Outcome;
        return new(
            row.Text("stage")!, row.Text("site_enrolment") ?? "", row.Text("band") ?? "", row.Text("cohort") ?? "", row.Text(pair.AfterColumn("worker_change")) ?? "",
            FateOf(row, pair.BeforeColumn("fate")), FateOf(row, pair.AfterColumn("fate")), row.Text($"{pair.Design.Waves[0].Code}_fate")!,
            row.Number(pair.AfterColumn("window_closed")) == 1, row.Text(pair.AfterColumn("loss_group")) ?? "", row.Text(pair.AfterColumn("disposition_label")) ?? "",
            outcome is null ? null : row.Number(pair.BeforeColumn(outcome.Prefix + WavePair.OutcomeScale)),
            row.Number(pair.AfterColumn("same_respondent")) is { } same ? same == 1 : null);
    }

    private static Fate FateOf(TableRow row, string column) => (Fate)Array.IndexOf(Fates, row.Text(column));
}
