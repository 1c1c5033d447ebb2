using System.Collections.Immutable;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Diaries;

/// <summary>Who may interview at a site: those with an open interviewer's account that covers it.</summary>
public sealed class Interviewers(IGrainFactory grains)
{
    public async Task<ImmutableArray<AccountLine>> At(SiteCode site) => [.. (await grains.Accounts().All()).Where(a => !a.IsClosed && a.Roles.HasFlag(Roles.Interviewer) && a.Sites.Covers(site))];
}
