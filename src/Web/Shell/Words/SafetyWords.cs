using System.Globalization;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>The safety of those who meet families, in the words that people read.</summary>
public static class SafetyWords
{
    /// <summary>The flag wherever a family stands in a list; short, since nobody may miss it.</summary>
    public const string TwoPeople = "Two people";

    /// <summary>What a sheet says that is carried into a home: that two go, and not why.</summary>
    public const string TwoPeopleGo = "Two people go: nobody meets this family in person alone.";

    public static string Words(this VisitState state) => state switch
    {
        VisitState.Out => "Arrived",
        VisitState.NothingHeard => "Nothing heard",
        VisitState.NotBack => "Not back",
        VisitState.Raised => "Not back, raised",
        VisitState.Back => "Back safe",
        _ => "",
    };

    public static Tone Tone(this VisitState state) => state switch
    {
        VisitState.Out => Components.Tone.Waiting,
        VisitState.NothingHeard => Components.Tone.Attention,
        VisitState.NotBack or VisitState.Raised => Components.Tone.Bad,
        VisitState.Back => Components.Tone.Good,
        _ => Components.Tone.Neutral,
    };

    public static string Words(this AlarmTold told) => told == AlarmTold.Police ? "The police were told" : "The manager was told";

    public static string Words(this SafeReport said) => said switch { SafeReport.Interviewer => "the interviewer said so", SafeReport.SecondPerson => "the second person said so", _ => "somebody else said so" };

    /// <summary>What is known of those who went, with its time: <c>Arrived 14:02</c>.</summary>
    public static string At(this VisitState state, VisitSafety? safety, string timeZone) => (state, safety) switch
    {
        (VisitState.Out, { Arrived: { } arrived }) => $"Arrived {Clock(arrived, timeZone)}",
        (VisitState.Back, { Back: { } back }) => $"Back safe {Clock(back, timeZone)}",
        (VisitState.Raised, { Alarms: [.., var alarm] }) => $"Not back. {alarm.Told.Words()} {Clock(alarm.At, timeZone)}",
        _ => state.Words(),
    };

    /// <summary><c>45 minutes ago</c>, from two hours on <c>3 hours ago</c>, from two days on <c>4 days ago</c>.</summary>
    public static string Ago(TimeSpan since) => since switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalMinutes: < 2 } => "1 minute ago",
        { TotalHours: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(since.TotalMinutes)} minutes ago"),
        { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(since.TotalHours)} hours ago"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(since.TotalDays)} days ago"),
    };

    private static string Clock(DateTimeOffset at, string timeZone) => LocalTimes.Local(timeZone, at).ToString("HH:mm", CultureInfo.InvariantCulture);

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
