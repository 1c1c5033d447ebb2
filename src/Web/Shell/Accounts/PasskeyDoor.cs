using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>Passkeys on their way between the browser and the account. What the browser is asked is remembered in a sealed cookie until it answers.</summary>
public sealed class PasskeyDoor(SignInManager<SignInUser> signIn, AccountSeals seals, IGrainFactory grains)
{
    /// <summary>What a browser is asked to sign in with any passkey of this site; JSON for its script.</summary>
    public Task<string> AskAny() => signIn.MakePasskeyRequestOptionsAsync(null!);

    /// <summary>Signs the browser in by what its passkey answered. The device made sure who holds it, so this is both steps in one.</summary>
    public async Task<Decision<bool>> Enter(string? credential)
    {
        var result = await Heard(() => signIn.PasskeySignInAsync(credential!), credential);
        return result is { Succeeded: true } ? true : result is { IsLockedOut: true } ? SecondFactorRefusals.Locked : SecondFactorRefusals.Passkey;
    }

    /// <summary>What a browser is asked to make a passkey; JSON for its script.</summary>
    public Task<string> AskNew(Person person) => signIn.MakePasskeyCreationOptionsAsync(new() { Id = PasskeyHandle.Of(person.Account), Name = person.Account.ToString(), DisplayName = person.Name });

    /// <summary>Keeps the passkey that the browser made; answers recovery codes where it is the first second factor, none otherwise.</summary>
    public async Task<Decision<ImmutableArray<string>>> Add(AccountKey account, string? credential, string name, string closedSecret, Stamp stamp)
    {
        if (seals.Open(account, closedSecret) is not { } secret) return SecondFactorRefusals.SetUpGone;
        var made = await Heard(() => signIn.PerformPasskeyAttestationAsync(credential!), credential);
        if (made is not { Succeeded: true } || made.UserEntity.Id != PasskeyHandle.Of(account)) return SecondFactorRefusals.Passkey;
        var isFirst = !(await grains.Account(account).Read()).HasSecondFactor;
        var codes = isFirst ? RecoveryCodes.Of(secret, stamp.Operation) : [];
        return (await grains.SecondFactor(account).AddPasskey(AccountStore.Kept(made.Passkey, name), RecoveryCodes.HashesOf(account, codes), stamp)).Select(_ => codes);
    }

    /// <summary>An answer to a question that was not asked, or that cannot be read, is no answer.</summary>
    private static async Task<T?> Heard<T>(Func<Task<T>> hear, string? credential) where T : class
    {
        if (string.IsNullOrEmpty(credential)) return null;
        try
        {
            return await hear();
        }
        catch (Exception fault) when (fault is InvalidOperationException or PasskeyException or System.Text.Json.JsonException or FormatException)
        {
            return null;
        }
    }
}
