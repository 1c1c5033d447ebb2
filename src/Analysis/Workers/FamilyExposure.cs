using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Extracts.Tables;
using SosLongitudinal.Study.Design;

namespace SosLongitudinal.Analysis.Workers;

/// <summary>How a family's two forms can be compared.</summary>
internal enum PairKind { None, Declared, MixedRespondent, MixedForm }

/// <summary>What the worker-change table reads of one family.</summary>
internal sealed record FamilyExposure(
    string Site, string? Change, string? AnyAgency, bool WasInterviewed, string Fate, bool Closed, PairKind Pair, double? ScoreBefore, double? ScoreAfter, double? Agreement, int? Goals)
{
    /// <summary>Scale and item of the parent questionnaire that this analysis reads; a study without them has empty cells.</summary>
    private const string AgreementScale = "agreement";
    private const string GoalsItem = "goals";

    public double? ScoreChange => Pair == PairKind.Declared && ScoreBefore is { } one && ScoreAfter is { } two ? two - one : null;

    public static IEnumerable<string> Columns(WavePair pair) =>
    [
        "site_enrolment", pair.AfterColumn("worker_change"), pair.AfterColumn("any_agency"), pair.BeforeColumn("fate"), pair.AfterColumn("fate"), pair.AfterColumn("window_closed"),
        pair.AfterColumn(AgreementScale), pair.AfterColumn(GoalsItem),
        .. pair.Outcome is { } m
            ? [pair.AfterColumn($"{m.Code}_pairing"), pair.BeforeColumn(m.Prefix + WavePair.OutcomeScale), pair.AfterColumn(m.Prefix + WavePair.OutcomeScale)]
            : Enumerable.Empty<string>(),
    ];

    public static FamilyExposure Of(TableRow row, TableBatch batch, WavePair pair)
    {
        int? Number(string? column) => column is not null && batch.Has(column) ? row.Number(column) : null;
        var m = pair.Outcome;
        return new(
            row.Text("site_enrolment") ?? "", row.Text(pair.AfterColumn("worker_change")), row.Text(pair.AfterColumn("any_agency")),
            row.Text(pair.BeforeColumn("fate")) == EnumWords<Fate>.Of(Extracts.Reading.Fate.Interviewed), row.Text(pair.AfterColumn("fate"))!, row.Number(pair.AfterColumn("window_closed")) == 1,
            m is null ? PairKind.None : KindOf(row.Text(pair.AfterColumn($"{m.Code}_pairing")), pair.Design),
            Number(m is null ? null : pair.BeforeColumn(m.Prefix + WavePair.OutcomeScale)), Number(m is null ? null : pair.AfterColumn(m.Prefix + WavePair.OutcomeScale)),
            Number(pair.AfterColumn(AgreementScale)), Number(pair.AfterColumn(GoalsItem)));
    }

    private static PairKind KindOf(string? pairing, StudyDesign design)
    {
        var declared = EnumWords<Pairing>.Of(design.FollowUpForm == FollowUpForm.FollowUp ? Pairing.PairedFollowUpForm : Pairing.Paired);
        return pairing switch
        {
            null => PairKind.None,
            _ when pairing == declared => PairKind.Declared,
            _ when pairing == EnumWords<Pairing>.Of(Pairing.OtherRespondent) || pairing == EnumWords<Pairing>.Of(Pairing.OtherRespondentAndForm) => PairKind.MixedRespondent,
            _ => PairKind.MixedForm,
        };
    }
}
