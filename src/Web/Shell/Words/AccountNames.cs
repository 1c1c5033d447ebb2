using System.Collections.Immutable;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>What the accounts behind facts are called, closed ones too. Facts, extracts and the API keep the key; one request reads the register of accounts once, and only where it shows a name.</summary>
public sealed class AccountNames(IGrainFactory grains)
{
    private Task<ImmutableArray<AccountLine>>? read;
    private NameList? list;

    public async ValueTask<AccountName> Of(string key) => (await List()).Of(key);

    /// <summary>A sentence that names accounts by their keys, with their names.</summary>
    public async ValueTask<string> Say(string sentence) => sentence.Contains('@', StringComparison.Ordinal) ? (await List()).Say(sentence) : sentence;

    public async ValueTask<Refusal> Say(Refusal why) =>
        why with { Sentence = await Say(why.Sentence), Faults = [.. await Task.WhenAll(why.Faults.Select(async f => f with { Sentence = await Say(f.Sentence) }))] };

    public async ValueTask<NameList> List() => list ??= NameList.Of((await All()).Select(a => ($"{a.Key}", a.Name)));

    /// <summary>Names by key, for a page that names many.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ByKey()
    {
        var called = await List();
        return (await All()).ToDictionary(a => $"{a.Key}", a => $"{called.Of($"{a.Key}")}");
    }

    /// <summary>Accounts to choose from, by name; the address stands beside it only where two people have one name.</summary>
    public async Task<ImmutableArray<Choice>> Choices(IEnumerable<AccountLine> accounts)
    {
        var called = await List();
        return [.. accounts.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => new Choice($"{a.Key}", $"{called.Of($"{a.Key}")}"))];
    }

    /// <summary>Those whose role may do a task and who share a site with the person, by name; those who have left last, for what they did is still there.</summary>
    public async Task<ImmutableArray<Choice>> ThoseWhoMay(string task, Person person)
    {
        var (row, called) = (AccessTable.Of(task), await List());
        return [.. (await All()).Where(a => row.Allows(a.Roles) && a.Sites.Match(_ => true, only => only.Sites.Any(person.MaySee))).OrderBy(a => a.IsClosed).ThenBy(a => a.Name, StringComparer.Ordinal)
            .Select(a => new Choice($"{a.Key}", $"{called.Of($"{a.Key}")}{(a.IsClosed ? ", account closed" : "")}"))];
    }

    private Task<ImmutableArray<AccountLine>> All() => read ??= grains.Accounts().All();
}
