using System.Collections.Immutable;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Accounts.Passkeys;

public sealed class IndexModel(IGrainFactory grains, StudyFrames frames) : StudyPage
{
    public ImmutableArray<Passkey> Passkeys { get; private set; } = [];

    public ImmutableDictionary<string, PasskeyUse> Used { get; private set; } = ImmutableDictionary<string, PasskeyUse>.Empty;

    public string Zone { get; private set; } = "";

    public async Task OnGet()
    {
        Passkeys = (await grains.Account(Person.Account).Read()).Passkeys;
        Used = await grains.AccountAttempts(Person.Account).ReadPasskeyUse();
        Zone = (await frames.Current()).Design.TimeZone;
    }
}
