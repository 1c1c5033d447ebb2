using System.Collections.Immutable;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.FocusGroups;

/// <summary>Who may facilitate at a site: whoever has an account there as interviewer, researcher or coordinator.</summary>
internal static class Facilitators
{
    private const Roles May = Roles.Interviewer | Roles.Researcher | Roles.Coordinator;

    public static async Task<ImmutableArray<Choice>> At(IGrainFactory grains, AccountNames names, SiteCode site) =>
        await names.Choices((await grains.Accounts().All()).Where(a => !a.IsClosed && (a.Roles & May) != 0 && a.Sites.Covers(site)));
}
