namespace SosLongitudinal.Study.Consent;

/// <summary>What one consent covers; each is given and withdrawn on its own. Numbers and names are stored; append only.</summary>
public enum ConsentScope
{
    Interview = 0,
    ChildInterview = 1,
    CaseFile = 2,
    Teacher = 3,
    Recording = 4,
    Linkage = 5,
    Recontact = 6,
    Archiving = 7,
}
