using Orleans;

namespace SosLongitudinal.Study.Instruments;

/// <summary>Why there is no answer. Numbers travel and lie in memory, kebab-case names are stored: append only, below 100.</summary>
[GenerateSerializer, Alias("sos.missing-reason")]
public enum MissingReason
{
    NotStated = 0,
    NotApplicable = 1,
    Refused = 2,
    DontKnow = 3,
    Unable = 4,
    Illegible = 5,
    NotInVersion = 6,
    NotDue = 7,
    FormNotDone = 8,
    InterviewNotDone = 9,
    NotYetInStudy = 10,
    LeftStudy = 11,
    Withdrawn = 12,
    TooFewItems = 13,
    NotSettled = 14,
}
