using System.Collections.Immutable;
using Microsoft.AspNetCore.WebUtilities;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Fieldwork;

/// <summary>Where the fieldwork pages are.</summary>
public static class FieldworkLinks
{
    public const string Due = "/fieldwork/due";
    public const string Plan = "/fieldwork/plan";
    public const string Grid = "/fieldwork/grid";
    public const string Progress = "/fieldwork/progress";

    /// <summary>The grid of forms, narrowed as the worklist is.</summary>
    public static string GridFor(string? site = null, string? wave = null, string? cohort = null, string? after = null) =>
        QueryHelpers.AddQueryString(Grid, ImmutableArray.Create<KeyValuePair<string, string?>>(new("site", site), new("wave", wave), new("cohort", cohort), new("after", after)).Where(part => !string.IsNullOrEmpty(part.Value)));

    /// <summary>A small form of one line of the worklist; <paramref name="back"/> is the list as it was narrowed.</summary>
    public static string Quick(Quick.QuickKind kind, FamilyId family, WaveCode wave, string back) =>
        QueryHelpers.AddQueryString($"{Due}/{family}/{wave}/{(kind == Fieldwork.Quick.QuickKind.NotAchieved ? "not-achieved" : $"{kind}".ToLowerInvariant())}", "back", back);

    public const string ToTry = "/fieldwork/to-try";

    /// <summary>Whom to try, narrowed; parts left out or empty do not narrow it.</summary>
    public static string ToTryFor(string? state = null, string? site = null, string? wave = null, string? interviewer = null, string? after = null) =>
        QueryHelpers.AddQueryString(ToTry, ImmutableArray.Create<KeyValuePair<string, string?>>(
            new("state", state), new("site", site), new("wave", wave), new("interviewer", interviewer), new("after", after)).Where(part => !string.IsNullOrEmpty(part.Value)));

    /// <summary>The worklist, narrowed; parts left out or empty do not narrow it.</summary>
    public static string DueFor(string? site = null, string? wave = null, string? track = null, string? state = null, string? interviewer = null, string? after = null) =>
        QueryHelpers.AddQueryString(Due, ImmutableArray.Create<KeyValuePair<string, string?>>(
            new("site", site), new("wave", wave), new("track", track), new("state", state), new("interviewer", interviewer), new("after", after))
            .Where(part => !string.IsNullOrEmpty(part.Value)));
}
