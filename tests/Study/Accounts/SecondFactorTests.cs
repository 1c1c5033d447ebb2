using System.Collections.Immutable;
using CsCheck;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Study.Accounts;

public sealed class SecondFactorTests
{
    private static readonly AccountKey Key = AccountKey.Parse("somebody@study.example");

    private delegate Decision<ImmutableArray<AccountFact>> Command(Account account, Stamp stamp);

    private static readonly Gen<Command> AnyCommand = Gen.OneOf(
        Gen.Int[1, 3].Select(n => (Command)((a, _) => SecondFactorRules.TurnOn(a, $"sealed-{n}", [$"r{n}", "s"]))),
        Gen.Const((Command)((a, _) => SecondFactorRules.TurnOff(a))),
        Gen.Int[1, 3].Select(n => (Command)((a, _) => SecondFactorRules.SetRecoveryCodes(a, [$"t{n}", "u"]))),
        Gen.Int[0, 3].Select(i => new[] { "r1", "s", "t2", "u" }[i]).Select(hash => (Command)((a, _) => SecondFactorRules.UseRecoveryCode(a, hash))),
        Gen.Int[1, 3].Select(n => (Command)((a, _) => SecondFactorRules.AddPasskey(a, new($"p{n}", "key", "Laptop", [], false), ["v"]))),
        Gen.Int[1, 3].Select(n => (Command)((a, _) => SecondFactorRules.RemovePasskey(a, $"p{n}"))),
        Gen.Const((Command)((a, s) => SecondFactorRules.Reset(a, Key, s))),
        Gen.Const((Command)((a, _) => AccountRules.SetPassword(a, "another-hash"))));

    [Fact]
    public void Recovery_codes_never_outlive_the_second_factor_and_every_change_of_it_ends_other_sign_ins() =>
        AnyCommand.Array[0, 20].Sample(commands =>
        {
            var (account, _) = Start();
            foreach (var command in commands)
            {
                var next = Fold(account, Facts(command(account, By())));
                if (!next.HasSecondFactor) Assert.Empty(next.RecoveryCodes);
                if (next.Authenticator != account.Authenticator || next.Passkeys.Length != account.Passkeys.Length) Assert.True(next.SecurityVersion > account.SecurityVersion);
                Assert.True(next.SecurityVersion >= account.SecurityVersion);
                account = next;
            }
        });

    [Fact]
    public void A_ledger_whose_past_secrets_are_erased_folds_to_the_same_account() =>
        AnyCommand.Array[0, 20].Sample(commands =>
        {
            var (account, ledger) = Start();
            foreach (var command in commands)
            {
                var facts = Facts(command(account, By()));
                ledger = ledger.Append(facts, By());
                account = Fold(account, facts);
            }
            var erased = ledger.Erase(f => f.Content switch
            {
                AccountFact.AuthenticatorSet set => set.Key != account.Authenticator,
                AccountFact.PasswordSet set => set.Hash != account.PasswordHash,
                _ => false,
            });
            var again = erased.Facts.Aggregate(Account.Nothing, Account.Fold);
            Assert.Equal((account.Authenticator, account.PasswordHash, account.SecurityVersion), (again.Authenticator, again.PasswordHash, again.SecurityVersion));
            Assert.Equal(account.RecoveryCodes, again.RecoveryCodes);
        });

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void A_reset_without_a_reason_is_refused(string? why)
    {
        var (account, _) = Start();
        Assert.Equal("account.reset-reason", Assert.IsType<Decision<ImmutableArray<AccountFact>>.Refused>(SecondFactorRules.Reset(account, Key, By() with { Why = why })).Why.Code);
    }

    private static (Account Account, Ledger<AccountFact> Ledger) Start()
    {
        ImmutableArray<AccountFact> made = [new AccountFact.Created("Somebody", Roles.Analyst, SiteScope.All), new AccountFact.PasswordSet("first-hash")];
        return (Fold(Account.Nothing, made), Ledger<AccountFact>.Empty(Key.ToString()).Append(made, By()));
    }

    private static Stamp By() => new(OperationId.New(), "administrator@study.example", new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero), "Lost.");

    private static ImmutableArray<AccountFact> Facts(Decision<ImmutableArray<AccountFact>> decision) => decision.Match(facts => facts, _ => []);

    private static Account Fold(Account account, ImmutableArray<AccountFact> facts) =>
        Ledger<AccountFact>.Empty(Key.ToString()).Append(facts, By()).Facts.Aggregate(account, Account.Fold);
}
