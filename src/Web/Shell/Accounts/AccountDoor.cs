using Microsoft.AspNetCore.Identity;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>Makes accounts and sets passwords: the only place where a password turns into its hash.</summary>
public sealed class AccountDoor(IGrainFactory grains, IPasswordHasher<SignInUser> hasher)
{
    private static readonly SignInUser Anyone = new(default, Account.Nothing);

    /// <summary>Sent again under the same operation it answers as before, although a second hash of the same password would differ.</summary>
    public async Task<Decision<Account>> Create(string? email, string name, Roles roles, SiteScope sites, string? password, Stamp stamp)
    {
        if (!AccountKey.TryParse(email, null, out var key)) return AccountRefusals.Email;
        if (AccountRules.Password(password) is Decision<string>.Refused(var why)) return why;
        var known = await grains.Account(key).Read();
        if (known.Exists && known.CreatedUnder == stamp.Operation) return known;
        return await grains.Account(key).Create(name, roles, sites, Hash(password!), stamp);
    }

    public async Task<Decision<Account>> SetPassword(AccountKey key, string? password, Stamp stamp) =>
        AccountRules.Password(password) is Decision<string>.Refused(var why) ? why : await grains.Account(key).SetPassword(Hash(password!), stamp);

    /// <summary>The first administrator of an empty study. Of several first visitors one succeeds.</summary>
    public async Task<Decision<Account>> SetUp(string? email, string name, string? password, OperationId operation, DateTimeOffset at)
    {
        if (!AccountKey.TryParse(email, null, out var key)) return AccountRefusals.Email;
        if (AccountRules.Password(password) is Decision<string>.Refused(var weak)) return weak;
        if (string.IsNullOrWhiteSpace(name)) return AccountRefusals.Name;
        var stamp = new Stamp(operation, key.ToString(), at);
        if (await grains.SetUp().Claim(key, stamp) is Decision<SetUp>.Refused(var taken)) return taken;
        var made = await Create(email, name, Roles.Administrator, SiteScope.All, password, stamp);
        if (made is Decision<Account>.Accepted) await grains.SetUp().Finish(stamp.For("finish"));
        return made;
    }

    /// <summary>Whether this study still waits for its first administrator.</summary>
    public async Task<bool> NeedsSetUp() => !(await grains.SetUp().Read()).IsFinished && (await grains.Accounts().All()).IsEmpty;

    private string Hash(string password) => hasher.HashPassword(Anyone, password);
}
