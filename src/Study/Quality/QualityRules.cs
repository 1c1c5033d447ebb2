using System.Collections.Frozen;
using System.Collections.Immutable;
using SosLongitudinal.Study.Design;

namespace SosLongitudinal.Study.Quality;

/// <summary>The rules that come with the product, in the order in which they are listed, and those of the study behind them.</summary>
public static class QualityRules
{
    public static ImmutableArray<QualityRule> BuiltIn { get; } =
    [
        new("wave-order", "A later wave dated before an earlier one", QualitySeverity.Warning, "A form of a later wave is dated before the same form of an earlier wave."),
        new("before-consent", "Filled in before consent", QualitySeverity.Warning, "A form of the interview is dated before the family's consent."),
        new(OneFormRules.AfterWithdrawal, "Filled in after consent was withdrawn", QualitySeverity.Warning, "On the form's date the consent that covers it had been withdrawn."),
        new("after-end", "Filled in after the family's part ended", QualitySeverity.Warning, "A form is dated after the family withdrew, died or left the study."),
        new("after-leaving", "About or from somebody who had left", QualitySeverity.Warning, "The subject or respondent was no member of the family on the form's date."),
        new("age-form", "Age does not fit the form", QualitySeverity.Warning, "The child's age on the form's date is outside the form's ages."),
        new("informant-changed", "Another informant than at the wave before", QualitySeverity.Note, "The same measure about the same child was answered by another person; change between the waves is then also a change of informant."),
        new("straight-lining", "The same answer throughout", QualitySeverity.Warning, "Every item of the form's main answer list has the same answer, although items are worded both ways."),
        new("reliable-change", "A change beyond measurement error", QualitySeverity.Note, "The parent's total difficulties score changed by more than its stated measurement error allows."),
        new("same-answers", "Two children with the same answers", QualitySeverity.Warning, "Forms about two children of the family from one respondent hold the same answers throughout."),
        new("mostly-missing", "More than half left without an answer", QualitySeverity.Note, "More than half of the items that apply have no answer."),
        new("date-from-visit", "Far from the interview's date", QualitySeverity.Note, "A form of the interview is dated more than 30 days from the visits."),
    ];

    private static readonly FrozenDictionary<string, QualityRule> ByCode = BuiltIn.ToFrozenDictionary(r => r.Code);

    public static QualityRule Of(string code) => ByCode[code];

    public static bool IsBuiltIn(string code) => ByCode.ContainsKey(code);

    /// <summary>All rules of a study.</summary>
    public static ImmutableArray<QualityRule> All(StudyDesign design) => [.. BuiltIn, .. design.QualityRules.Select(r => new QualityRule(r.Code, r.Sentence, r.Severity, r.Sentence))];
}
