using System.Collections.Frozen;

namespace SosLongitudinal.Study.Fieldwork;

/// <summary>The letter under which a disposition enters the outcome rates (AAPOR; DOMAIN §3.1-3.2).</summary>
public enum OutcomeClass { Complete, Partial, Refusal, NonContact, Other, UnknownHousehold, UnknownOther, NotEligible }

/// <summary>One final disposition code.</summary>
public sealed record DispositionCode(string Code, OutcomeClass Class, string Label);

/// <summary>Final dispositions for a named-person sample drawn from authorities' case lists and met in person (DOMAIN §3.2).</summary>
public static class Dispositions
{
    public static IReadOnlyList<DispositionCode> All { get; } =
    [
        new("1.1", OutcomeClass.Complete, "Complete"),
        new("1.2", OutcomeClass.Partial, "Partial"),
        new("2.11", OutcomeClass.Refusal, "Refused"),
        new("2.111", OutcomeClass.Refusal, "Household refused"),
        new("2.112", OutcomeClass.Refusal, "Respondent refused"),
        new("2.12", OutcomeClass.Refusal, "Broke off"),
        new("2.20", OutcomeClass.NonContact, "Not contacted"),
        new("2.23", OutcomeClass.NonContact, "Could not enter the building"),
        new("2.24", OutcomeClass.NonContact, "No one at home"),
        new("2.25", OutcomeClass.NonContact, "Respondent away"),
        new("2.31", OutcomeClass.Other, "Died"),
        new("2.32", OutcomeClass.Other, "Physically or mentally unable"),
        new("2.33", OutcomeClass.Other, "Language"),
        new("2.331", OutcomeClass.Other, "Household language"),
        new("2.332", OutcomeClass.Other, "Respondent language"),
        new("2.333", OutcomeClass.Other, "No interviewer for the language"),
        new("2.36", OutcomeClass.Other, "Other, such as a safeguarding stop"),
        new("3.11", OutcomeClass.UnknownHousehold, "Not attempted"),
        new("3.17", OutcomeClass.UnknownHousehold, "Unsafe to reach"),
        new("3.18", OutcomeClass.UnknownOther, "Could not be located"),
        new("3.90", OutcomeClass.UnknownOther, "Other, eligibility not known"),
        new("4.10", OutcomeClass.NotEligible, "Out of sample"),
        new("4.70", OutcomeClass.NotEligible, "No eligible respondent"),
    ];

    private static readonly FrozenDictionary<string, DispositionCode> ByCode = All.ToFrozenDictionary(d => d.Code);

    public static DispositionCode? Find(string code) => ByCode.GetValueOrDefault(code);
}
