using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Accounts;

/// <summary>An administrator's task with one account.</summary>
public abstract class AccountTask(IGrainFactory grains) : StudyPage
{
    [FromRoute(Name = "account")]
    public string Text { get; set; } = "";

    public Account Known { get; private set; } = Account.Nothing;

    public AccountKey Key { get; private set; }

    protected IGrainFactory Grains { get; } = grains;

    /// <summary>Whether there is such an account.</summary>
    protected async Task<bool> Find(bool orClosed = false)
    {
        if (!AccountKey.TryParse(Text, null, out var key)) return false;
        (Key, Known) = (key, await Grains.Account(key).Read());
        return orClosed ? Known.Exists : Known.IsOpen;
    }
}
