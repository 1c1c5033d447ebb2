using System.Collections.Immutable;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Accounts;

/// <summary>Roles and sites as they are ticked and typed on the pages that give them.</summary>
public static class RoleChoices
{
    public const string EverySite = "every";
    public const string SomeSites = "only";

    public static readonly ImmutableArray<Choice> Roles = [.. Study.Accounts.Roles.All.Each().Select(r => new Choice(r.ToString(), r.ToString(), RoleWords.WhatFor(r)))];

    public static readonly ImmutableArray<Choice> Reach = [new(EverySite, "All sites"), new(SomeSites, "Only these sites")];

    public static Roles Read(IEnumerable<string> ticked) =>
        ticked.Aggregate(Study.Accounts.Roles.None, (roles, text) => Enum.TryParse<Roles>(text, out var role) ? roles | role : roles);

    /// <summary>Codes as typed: separated by spaces, commas or lines.</summary>
    public static Decision<SiteScope> ReadSites(string reach, string codes)
    {
        if (reach == EverySite) return SiteScope.All;
        var typed = codes.Split([' ', ',', ';', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var wrong = typed.FirstOrDefault(text => !SiteCode.TryParse(text, null, out _));
        if (wrong is not null) return AccountRefusals.NotASite(wrong);
        return typed.Length == 0 ? AccountRefusals.NoSite : SiteScope.Of(typed.Select(text => SiteCode.Parse(text)));
    }
}
