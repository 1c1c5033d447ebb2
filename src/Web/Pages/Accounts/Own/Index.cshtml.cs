using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Accounts.Own;

public sealed class IndexModel(IGrainFactory grains) : StudyPage
{
    public Account Known { get; private set; } = Account.Nothing;

    public async Task OnGet() => Known = await grains.Account(Person.Account).Read();
}
