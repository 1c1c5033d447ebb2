using System.Collections.Immutable;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Appointments;

/// <summary>Those whose time a person plans: who interviews, or holds focus groups, at one of the person's sites.</summary>
public sealed class RosterPeople(IGrainFactory grains)
{
    private const Roles WithDiary = Roles.Interviewer | Roles.Researcher | Roles.Coordinator;

    public async Task<ImmutableArray<AccountLine>> Of(Person person) => [.. (await grains.Accounts().All()).Where(a => !a.IsClosed && (a.Roles & WithDiary) != 0 && Shares(person, a.Sites))];

    /// <summary>Only those who interview at a site.</summary>
    public async Task<ImmutableArray<AccountLine>> At(SiteCode site) => [.. (await grains.Accounts().All()).Where(a => !a.IsClosed && a.Roles.HasFlag(Roles.Interviewer) && a.Sites.Covers(site))];

    public async Task<bool> May(Person person, AccountKey account) => (await Of(person)).Any(a => a.Key == account);

    /// <summary>Whether a person may open and end somebody's calendar feed: their own, or as one who plans for them.</summary>
    public async Task<bool> MayTend(Person person, AccountKey account) => (person.Account == account || person.Is(Roles.Coordinator | Roles.Administrator)) && await May(person, account);

    private static bool Shares(Person person, SiteScope sites) => sites.Match(_ => true, only => only.Sites.Any(person.MaySee));
}
