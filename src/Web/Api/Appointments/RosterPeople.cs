using System.Collections.Immutable;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Appointments;

/// <summary>The interviewers whom a person plans for: those with an account for one of the person's sites.</summary>
public sealed class RosterPeople(IGrainFactory grains)
{
    public async Task<ImmutableArray<AccountLine>> Of(Person person) => [.. (await grains.Accounts().All()).Where(a => IsOne(a) && Shares(person, a.Sites))];

    public async Task<ImmutableArray<AccountLine>> At(SiteCode site) => [.. (await grains.Accounts().All()).Where(a => IsOne(a) && a.Sites.Covers(site))];

    public async Task<bool> May(Person person, AccountKey account) => (await Of(person)).Any(a => a.Key == account);

    /// <summary>Whether a person may open and end an interviewer's calendar feed: their own, or as one who plans for them.</summary>
    public async Task<bool> MayTend(Person person, AccountKey account) => (person.Account == account || person.Is(Roles.Coordinator | Roles.Administrator)) && await May(person, account);

    private static bool IsOne(AccountLine account) => !account.IsClosed && account.Roles.HasFlag(Roles.Interviewer);

    private static bool Shares(Person person, SiteScope sites) => sites.Match(_ => true, only => only.Sites.Any(person.MaySee));
}
