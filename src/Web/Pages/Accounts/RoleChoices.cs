using System.Collections.Immutable;
using SosLongitudinal.Grains.Studies;
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

    public static async Task<ImmutableArray<Choice>> Sites(StudyFrames frames) =>
        [.. (await frames.Current()).Sites.Values.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice(s.Code.ToString(), s.Name))];

    public static Decision<SiteScope> ReadSites(string reach, IReadOnlyCollection<string> ticked) =>
        reach == EverySite ? SiteScope.All
        : ticked.FirstOrDefault(text => !SiteCode.TryParse(text, null, out _)) is { } wrong ? AccountRefusals.NotASite(wrong)
        : ticked.Count == 0 ? AccountRefusals.NoSite
        : SiteScope.Of(ticked.Select(text => SiteCode.Parse(text)));
}
