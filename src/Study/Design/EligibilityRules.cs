using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Design;

/// <summary>Decisions about what makes families ineligible.</summary>
public static class EligibilityRules
{
    private const int MostRules = 20;
    private const int LongestLabel = 80;

    /// <summary>Declares all rules anew.</summary>
    public static Decision<ImmutableArray<StudyFact>> Declare(StudyDesign now, ImmutableArray<EligibilityRule> rules) =>
        !now.IsOpen ? StudyRefusals.NotOpen
        : Fault(rules) is { } fault ? fault
        : now.Eligibility.SequenceEqual(rules) ? Facts.None<StudyFact>()
        : Facts.Of<StudyFact>(new StudyFact.EligibilityDeclared(rules));

    internal static Refusal? Fault(ImmutableArray<EligibilityRule> rules) =>
        rules.IsDefault || rules.Length > MostRules ? EligibilityRefusals.Many.At("rules")
        : rules.Any(r => !CodeText.IsOne(r.Code) || r.Label.Length is 0 or > LongestLabel) ? EligibilityRefusals.Label.At("rules")
        : rules.Any(r => r.Event is null == r.Age is null || (r.Event is { } e && !Enum.IsDefined(e))) ? EligibilityRefusals.EventOrAge.At("rules")
        : rules.Any(r => r.Age is < 1 or > 30) ? EligibilityRefusals.Age.At("rules")
        : rules.Any(r => r.Until is { } until && (r.Event is null || until == r.Event || !Enum.IsDefined(until))) ? EligibilityRefusals.Until.At("rules")
        : rules.Select(r => r.Code).Distinct().Count() < rules.Length ? EligibilityRefusals.CodeTwice.At("rules")
        : null;
}

/// <summary>Refusals about eligibility. Codes are public and never reworded.</summary>
public static class EligibilityRefusals
{
    public static readonly Refusal Many = new("eligibility.many", "Give at most 20 rules.");
    public static readonly Refusal Label = new("eligibility.label", "Give each rule a code, and say in at most 80 characters why a family is not eligible.");
    public static readonly Refusal EventOrAge = new("eligibility.event-or-age", "Each rule needs either an event of the case or an age.");
    public static readonly Refusal Age = new("eligibility.age", "Give the age in completed years, from 1 to 30.");
    public static readonly Refusal Until = new("eligibility.until", "What makes a family eligible again is another event than the one that made it ineligible.");
    public static readonly Refusal CodeTwice = new("eligibility.code-twice", "Each rule needs a code of its own.");
}
