using Humanizer;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Design;

/// <summary>A study's design in sentences.</summary>
public static class DesignWords
{
    /// <summary>When a wave is in the field for a family.</summary>
    public static string Target(StudyDesign design, WaveDesign wave) => wave.After is not { } after
        ? "While the family's cohort is in the field"
        : wave.Anchor switch
        {
            WaveAnchor.Consent => $"{"month".ToQuantity(wave.OffsetMonths)} after consent; before it, {"month".ToQuantity(wave.DesignMonths)} after the cohort starts",
            WaveAnchor.Sampling => $"{"month".ToQuantity(wave.OffsetMonths)} after the family was sampled",
            WaveAnchor.CaseEvent => $"{"month".ToQuantity(wave.OffsetMonths)} after the first {wave.AnchorEvent?.Words().ToLowerInvariant()}; where there is none, {"month".ToQuantity(wave.DesignMonths)} after the cohort starts",
            _ => $"{"month".ToQuantity(wave.OffsetMonths)} after the last {NameOf(design, after)} visit; where {NameOf(design, after)} was not achieved, {"month".ToQuantity(wave.DesignMonths)} after the cohort starts",
        };

    public static string Window(WaveDesign wave) => wave.After is null
        ? "From the cohort's first day to its last"
        : $"Opens {Days(wave.OpensBefore)} before, closes {Days(wave.ClosesAfter)} after";

    public static string About(DueRule rule) => rule.Subject switch
    {
        DueSubject.StudyChild => "Each study child",
        DueSubject.MainCarer => "The main carer",
        _ => "The family",
    };

    public static string From(DueRule rule) => rule.Respondent switch
    {
        DueRespondent.Teacher => "A teacher",
        DueRespondent.Self => "The child",
        DueRespondent.CaseFile => "The case file",
        _ => "The main carer",
    };

    public static string Ages(DueRule rule) => (rule.FromAge, rule.ToAge) switch
    {
        (null, null) => "Any age",
        ({ } from, null) => $"{from} and over",
        (null, { } to) => $"Up to {to}",
        ({ } from, { } to) => from == to ? $"{from}" : $"{from} to {to}",
    };

    public static string Waves(StudyDesign design, DueRule rule) => rule.Waves.IsEmpty ? "Every wave" : string.Join(", ", rule.Waves.Select(w => NameOf(design, w)));

    /// <summary>The instrument's title, and which form follow-up waves take where that differs.</summary>
    public static string Title(StudyDesign design, DueRule rule, InstrumentShelf shelf)
    {
        var title = shelf.Find(rule.Instrument)?.Title ?? $"{rule.Instrument}";
        return design.FollowUpForm == FollowUpForm.FollowUp && rule.FollowUp is not null ? $"{title}; its follow-up form from Time 2 on" : title;
    }

    public static string Children(StudyDesign design)
    {
        var ages = $"aged {design.YoungestChild} to {design.OldestChild} when they join";
        return design.Children == ChildSelection.AllEligible
            ? $"Every child {ages}. The index child is {Index(design.IndexChoice)}."
            : $"One index child a family, {ages}: {Index(design.IndexChoice)}.";
    }

    public static string FollowUp(StudyDesign design) => design.FollowUpForm == FollowUpForm.FollowUp
        ? "Follow-up waves use the SDQ's follow-up forms, which ask about the last month. Bands shown for them come from the standard forms."
        : "Every wave uses the standard SDQ, which asks about the last six months.";

    /// <summary>Which forms are entered twice: <c>10% of SDQ, parent; 100% of Case-record coding at Time 1.</c></summary>
    public static string DoubleEntry(StudyDesign design, InstrumentShelf shelf) => design.DoubleEntry.Where(s => s.Percent > 0).ToList() is { Count: > 0 } shares
        ? $"Entered twice: {string.Join("; ", shares.Select(s => $"{s.Percent}% of {shelf.Find(s.Instrument)?.Title ?? $"{s.Instrument}"}{(s.Wave is { } wave ? $" at {NameOf(design, wave)}" : "")}"))}."
        : "No form is entered twice.";

    /// <summary>How often and when families are tried.</summary>
    public static string ContactProtocol(StudyDesign design) => design.Protocol is { } p
        ? $"At most {"attempt".ToQuantity(p.MostAttempts)} at each wave, {"day".ToQuantity(p.DaysBetween)} apart{(p.Times.IsEmpty ? "" : $", spread over {string.Join(", ", p.Times.Select(t => t.Label.ToLowerInvariant()))}")}."
        : "No protocol is declared: families may be tried at any time and as often as wanted.";

    public static string Eligibility(EligibilityRule rule) =>
        $"{rule.Label}: {(rule.Event is { } e ? $"from {e.Words().ToLowerInvariant()}{(rule.Until is { } until ? $" until {until.Words().ToLowerInvariant()}" : "")}" : $"from age {rule.Age}")}{(rule.BeforeTheWave ? ", at waves that open afterwards" : "")}";

    public static string Sample(StudyDesign design) => design.Sample is { } sample
        ? $"{Sample(sample.Kind)}, as {sample.By} declared on {sample.At.UtcDateTime:d MMMM yyyy}: {sample.Why}"
        : "Nobody has declared what kind of sample it is.";

    public static string Sample(SampleKind kind) => kind switch
    {
        SampleKind.Community => "A community sample",
        SampleKind.HighRisk => "A high-risk sample",
        SampleKind.Clinic => "A clinic sample",
        _ => "Not declared",
    };

    private static string Index(IndexChoice choice) => choice switch
    {
        IndexChoice.Youngest => "the youngest",
        IndexChoice.Oldest => "the oldest",
        IndexChoice.NextBirthday => "the one with the next birthday",
        _ => "the one that the authority names",
    };

    private static string NameOf(StudyDesign design, WaveCode code) => design.Wave(code)?.Name ?? $"{code}";

    private static string Days(int days) => "day".ToQuantity(days);
}
