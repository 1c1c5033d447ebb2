namespace SosLongitudinal.Study.Accounts;

/// <summary>What a person does in the study; one account may hold several.</summary>
[Flags]
public enum Roles
{
    None = 0,
    Coordinator = 1,
    Interviewer = 2,
    Researcher = 4,
    Analyst = 8,
    Administrator = 16,
    Auditor = 32,
    All = Coordinator | Interviewer | Researcher | Analyst | Administrator | Auditor,
}

/// <summary>Roles one by one, and what each is for.</summary>
public static class RoleWords
{
    public static IEnumerable<Roles> Each(this Roles roles) => Enum.GetValues<Roles>().Where(r => int.IsPow2((int)r) && roles.HasFlag(r));

    public static string Words(this Roles roles) => roles == Roles.None ? "No role" : string.Join(", ", roles.Each());

    public static string WhatFor(Roles role) => role switch
    {
        Roles.Coordinator => "Sees who is due, books interviews, records attempts and changes of worker",
        Roles.Interviewer => "Interviews the families assigned to them",
        Roles.Researcher => "Enters questionnaires and settles differences",
        Roles.Analyst => "Reads results and downloads data without names",
        Roles.Administrator => "Looks after accounts, sites, waves and instruments",
        Roles.Auditor => "Reads who did what, when and why",
        _ => "",
    };
}
