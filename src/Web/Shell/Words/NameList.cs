using System.Text.RegularExpressions;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>What one account is called: its name, and its key where the name does not say which of two people it is.</summary>
/// <param name="IsKnown">Whether there is such an account; where there is none, the key stands for the name.</param>
public sealed record AccountName(string Key, string Name, bool IsShared, bool IsKnown)
{
    public override string ToString() => IsShared ? $"{Name} ({Key})" : Name;
}

/// <summary>Names by account key.</summary>
public sealed partial class NameList
{
    private const string CommandLine = "@command-line";

    private readonly Dictionary<string, AccountName> names;

    private NameList(Dictionary<string, AccountName> names) => this.names = names;

    public static readonly NameList None = new([]);

    public static NameList Of(IEnumerable<(string Key, string Name)> accounts)
    {
        var all = accounts.Where(a => a.Name.Trim().Length > 0).ToList();
        var shared = all.GroupBy(a => a.Name.Trim(), StringComparer.OrdinalIgnoreCase).Where(g => g.Skip(1).Any()).Select(g => g.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(all.ToDictionary(a => a.Key, a => new AccountName(a.Key, a.Name.Trim(), shared.Contains(a.Name.Trim()), IsKnown: true), StringComparer.Ordinal));
    }

    /// <summary>What an account is called; who worked on the data folder itself is named with that, and a key without account is left as it is.</summary>
    public AccountName Of(string key) =>
        names.TryGetValue(key, out var known) ? known
        : key == "system" ? new(key, "The system", IsShared: false, IsKnown: false)
        : key.EndsWith(CommandLine, StringComparison.Ordinal) ? new(key, $"{key[..^CommandLine.Length]}, on the command line", IsShared: false, IsKnown: false)
        : new(key, key, IsShared: false, IsKnown: false);

    /// <summary>A sentence with names for keys; a key in brackets stands beside the name already.</summary>
    public string Say(string sentence) => Key().Replace(sentence, found => Of(found.Value).ToString());

    [GeneratedRegex(@"(?<![^\s,;:])[^\s(),;:]+@[^\s(),;:]*[^\s(),;:.]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();
}
