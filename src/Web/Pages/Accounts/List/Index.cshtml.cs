using System.Collections.Immutable;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Accounts.List;

public sealed class IndexModel(IGrainFactory grains) : StudyPage
{
    public ImmutableArray<AccountLine> Lines { get; private set; } = [];

    public async Task OnGet() => Lines = await grains.Accounts().All();
}
