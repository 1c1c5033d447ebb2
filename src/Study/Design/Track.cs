namespace SosLongitudinal.Study.Design;

/// <summary>What is due, achieved and lost on its own at each wave. Numbers and names are stored; append only.</summary>
public enum Track
{
    Interview = 0,
    Teacher = 1,
    CaseRecord = 2,
}
