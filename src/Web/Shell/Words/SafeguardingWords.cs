using System.Globalization;
using SosLongitudinal.Study.Safeguarding;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>Disclosures of harm, in the words that people read.</summary>
public static class SafeguardingWords
{
    public static string Words(this HarmKind kind) => kind switch
    {
        HarmKind.Physical => "Physical harm",
        HarmKind.Emotional => "Emotional harm",
        HarmKind.Sexual => "Sexual harm",
        HarmKind.Neglect => "Neglect",
        HarmKind.DomesticAbuse => "Domestic abuse",
        HarmKind.SelfHarm => "Self-harm",
        HarmKind.RiskToOthers => "Risk to others",
        _ => "Other",
    };

    /// <summary>A day, with its time where it is known.</summary>
    public static string WithTime(this DateOnly day, TimeOnly? time) => time is { } at ? $"{day.Words()}, {at.ToString("HH:mm", CultureInfo.InvariantCulture)}" : day.Words();
}
