using System.Collections.Immutable;
using SosLongitudinal.Analysis.Results;
using SosLongitudinal.Analysis.Statistics;
using SosLongitudinal.Study.Fieldwork.Outcomes;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Analysis.Outcomes;

/// <summary>The outcome rates of one wave. The unit is the family.</summary>
/// <param name="E">The share of unknown cases that is taken as eligible in RR3, RR4, REF2 and CON2.</param>
/// <param name="UsualE">What it is where nobody states another: 1 at follow-up waves, since eligibility is known; else the share eligible among the known.</param>
public sealed record OutcomeResult(
    ResultStatus Status, WaveCode Wave, string WaveName, OutcomeBase Base, bool ClosedOnly, double E, double UsualE, ImmutableArray<OutcomeGroup> Groups, ImmutableArray<CodeCount> Codes, ApproachRate Approach)
{
    public const string Unit = "family";

    public const string UnknownNote = "A family whose window has closed and of which nobody has said what became of it counts as unknown until somebody does.";

    public const string CaseNote = "A child's removal, a move, a closed case or a change of worker is never an outcome: the family stays due and is traced.";
}

/// <summary>One group: its cases by class, those without an outcome yet beside them, its rates, and location, contact and cooperation.</summary>
/// <param name="Undisposed">Closed without an outcome; they are among the unknown.</param>
public sealed record OutcomeGroup(
    string By, string Group, OutcomeCounts Counts, int NotOpen, int InField, int Undisposed, OutcomeRates Rates, ImmutableArray<OutcomeStep> Steps);

/// <summary>Of the families that passed the step before, how many passed this one; the product of all is the share interviewed.</summary>
public sealed record OutcomeStep(string Step, Rate Passed);

/// <summary>How many cases ended with a disposition code; <see cref="Letter"/> is that of the rates.</summary>
public sealed record CodeCount(string Code, string Label, string Letter, int Families);

/// <summary>How many of the eligible families the authorities' workers approached. Apart from the response rates: the gatekeeper's no is not the family's.</summary>
public sealed record ApproachRate(Rate Approached);
