using System.Collections.Immutable;

namespace SosLongitudinal.Study.Demo;

/// <summary>One person who can sign in to the demo. No site named: all of them.</summary>
public sealed record DemoAccount(string Email, string Name, string Role, ImmutableArray<string> Sites);

/// <summary>Who can sign in to the demo, and who wrote what in it.</summary>
public static class DemoAccounts
{
    public const string Password = "demo-study-2026";
    public const string Coordinator = "coordinator@demo.example";
    public const string Interviewer = "interviewer@demo.example";
    public const string Researcher = "researcher@demo.example";
    public const string SecondResearcher = "researcher-2@demo.example";
    public const string ThirdResearcher = "researcher-3@demo.example";
    public const string Administrator = "admin@demo.example";

    private static readonly string[] Interviewers =
    [
        Interviewer, "interviewer-2@demo.example", "interviewer-2@demo.example", "interviewer-3@demo.example", Interviewer,
        "interviewer-3@demo.example", "interviewer-4@demo.example", "interviewer-4@demo.example", "interviewer-5@demo.example", "interviewer-5@demo.example",
    ];

    public static ImmutableArray<DemoAccount> All { get; } =
    [
        new(Coordinator, "Demo coordinator", "coordinator", []),
        new(Interviewer, "Demo interviewer", "interviewer", ["brackenshire", "norrowdale"]),
        new(Researcher, "Demo researcher", "researcher", ["brackenshire", "norrowdale", "lindenshire"]),
        new(SecondResearcher, "Demo researcher 2", "researcher", []),
        new("analyst@demo.example", "Demo analyst", "analyst", []),
        new(Administrator, "Demo administrator", "administrator", []),
        new(ThirdResearcher, "Demo researcher 3", "researcher", [.. Enumerable.Range(0, DemoSites.Count).Where(site => !IsFirsts(site)).Select(DemoSites.CodeOf)]),
        .. Interviewers.Distinct().Where(email => email != Interviewer).Select((email, n) => new DemoAccount(email, $"Demo interviewer {n + 2}", "interviewer", SitesOf(email))),
    ];

    /// <summary>Who interviews in a site, by the site's place among the ten.</summary>
    internal static string InterviewerOf(int site) => Interviewers[site];

    private static ImmutableArray<string> SitesOf(string interviewer) => [.. Enumerable.Range(0, DemoSites.Count).Where(site => Interviewers[site] == interviewer).Select(DemoSites.CodeOf)];

    /// <summary>Who usually keys the forms of a site.</summary>
    internal static string ResearcherOf(int site) => IsFirsts(site) ? Researcher : SecondResearcher;

    /// <summary>Who keys them at other times, and checks what the first keyed.</summary>
    internal static string OtherResearcherOf(int site) => IsFirsts(site) ? SecondResearcher : ThirdResearcher;

    private static bool IsFirsts(int site) => site is 0 or 4 or 7;
}
