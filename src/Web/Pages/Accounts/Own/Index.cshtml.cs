using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Accounts.Own;

public sealed class IndexModel(IGrainFactory grains, TimeProvider clock) : StudyPage
{
    public Account Known { get; private set; } = Account.Nothing;

    public int Tokens { get; private set; }

    public async Task OnGet()
    {
        Known = await grains.Account(Person.Account).Read();
        Tokens = Known.Tokens.Count(t => t.HoldsAt(clock.GetUtcNow()));
    }
}
