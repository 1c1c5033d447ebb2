using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;

namespace SosLongitudinal.Tests.Kit.Processes;

/// <summary>A study with one site and an administrator who has an access token, put into a store before anything serves it.</summary>
public static class SmallStudy
{
    public const string Site = "ashmere";
    private const string Account = "driver@example.org";

    public static StudyDesign Design { get; } = new()
    {
        Title = "A small study",
        Bands = [new("new", "New")],
        Cohorts = [new(new("c1"), "Cohort 1", new(2024, 1, 1), new(2024, 12, 31))],
        Waves = [new(new("t1"), "Time 1", 1), new(new("t2"), "Time 2", 2, new("t1"), 6, 6, 30, 90)],
        Schedule = [new(new("sdq-p-4-17"), DueSubject.StudyChild, DueRespondent.MainCarer, 4, 17) { Required = true }],
    };

    /// <summary>Returns the token.</summary>
    public static async Task<string> Plant(IRecordStore store)
    {
        var token = $"sos_{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(Account))}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        await Write<AccountFact>(store, "account", Account, [new AccountFact.Created("Driver", Roles.Administrator, SiteScope.All), new AccountFact.TokenIssued(hash, "driver", TokenScope.ReadAndWrite, WithSecondFactor: true)]);
        await Write<SiteFact>(store, "site", Site, [new SiteFact.Opened("Ashmere")]);
        await Write(store, "study", "study", StudyRules.Open(new(), Design).Match(facts => facts, why => throw new InvalidOperationException(why.Sentence)));
        return token;
    }

    /// <summary>An account that can be booked.</summary>
    public static async Task<string> PlantInterviewer(IRecordStore store, string name)
    {
        var account = $"{name}@example.org";
        await Write<AccountFact>(store, "account", account, [new AccountFact.Created(name, Roles.Interviewer, SiteScope.All)]);
        return account;
    }

    private static Task Write<TFact>(IRecordStore store, string state, string key, IEnumerable<TFact> facts) where TFact : class =>
        store.Write(new(state, key), Ledger<TFact>.Empty(key).Append(facts, new(new($"planted-{key}"), "system", DateTimeOffset.UtcNow)).ToStored(), expected: null);
}
