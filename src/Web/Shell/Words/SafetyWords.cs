using SosLongitudinal.Study.Fieldwork.Safety;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>The safety of those who meet families, in the words that people read.</summary>
public static class SafetyWords
{
    /// <summary>The flag wherever a family stands in a list; short, since nobody may miss it.</summary>
    public const string TwoPeople = "Two people";

    /// <summary>What a sheet says that is carried into a home: that two go, and not why.</summary>
    public const string TwoPeopleGo = "Two people go: nobody meets this family in person alone.";

    public static string Words(this TwoPersonReason reason) => reason switch
    {
        TwoPersonReason.RiskToStaff => "Risk to staff",
        TwoPersonReason.AllegationMade => "An allegation was made",
        TwoPersonReason.AfterIncident => "After an incident",
        _ => "Advised by the authority",
    };

    public static string Words(this TwoPersonLift reason) => reason switch
    {
        TwoPersonLift.RiskPassed => "The risk has passed",
        TwoPersonLift.AdvisedByAuthority => "Advised by the authority",
        _ => "It was set in error",
    };
}
