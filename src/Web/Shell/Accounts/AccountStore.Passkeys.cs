using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>Passkeys as Identity asks for them. The key is a fact; how often it signed is kept beside the facts.</summary>
internal sealed partial class AccountStore : IUserPasskeyStore<SignInUser>
{
    public async Task AddOrUpdatePasskeyAsync(SignInUser user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(passkey.CredentialId);
        if (user.Account.Passkeys.All(p => p.Id != id)) await grains.SecondFactor(user.Key).AddPasskey(Kept(passkey, passkey.Name ?? "Passkey"), [], Own(user));
        await grains.AccountAttempts(user.Key).PasskeyUsed(id, passkey.SignCount, passkey.IsBackedUp);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(SignInUser user, CancellationToken cancellationToken)
    {
        if (user.Account.Passkeys.IsEmpty) return [];
        var used = await grains.AccountAttempts(user.Key).ReadPasskeyUse();
        return [.. user.Account.Passkeys.Select(p => Info(p, used.GetValueOrDefault(p.Id)))];
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(SignInUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await GetPasskeysAsync(user, cancellationToken)).FirstOrDefault(p => p.CredentialId.AsSpan().SequenceEqual(credentialId));

    public async Task<SignInUser?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(credentialId);
        var whose = (await grains.Accounts().All()).FirstOrDefault(line => line.Passkeys.Contains(id));
        return whose is null ? null : await FindByNameAsync(whose.Key.ToString(), cancellationToken);
    }

    public Task RemovePasskeyAsync(SignInUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        grains.SecondFactor(user.Key).RemovePasskey(Base64Url.EncodeToString(credentialId), Own(user));

    internal static Passkey Kept(UserPasskeyInfo passkey, string name) =>
        new(Base64Url.EncodeToString(passkey.CredentialId), Base64Url.EncodeToString(passkey.PublicKey), name, [.. passkey.Transports ?? []], passkey.IsBackupEligible);

    private static UserPasskeyInfo Info(Passkey passkey, PasskeyUse? used) => new(
        Base64Url.DecodeFromChars(passkey.Id), Base64Url.DecodeFromChars(passkey.PublicKey), passkey.AddedAt, (uint)(used?.SignCount ?? 0), [.. passkey.Transports],
        isUserVerified: true, passkey.IsSynced, used?.IsBackedUp ?? passkey.IsSynced, attestationObject: [], clientDataJson: []) { Name = passkey.Name };

    private async Task<string?> WhoseHandle(string handle) => (await grains.Accounts().All()).FirstOrDefault(line => PasskeyHandle.Of(line.Key) == handle)?.Key.ToString();
}
