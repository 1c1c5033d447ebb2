using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>
/// Recovery codes: 80 bits each in sixteen characters without those that are easily confused. They follow from a secret and the operation that gives them, so
/// that a form sent twice shows the same ones; only their hashes are kept.
/// </summary>
internal static class RecoveryCodes
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;
    private const int Group = 4;

    public static ImmutableArray<string> Of(string secret, OperationId operation) =>
        [.. Enumerable.Range(1, SecondFactorRules.RecoveryCodes).Select(n => Text(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"recovery {n} {operation}"))))];

    public static ImmutableArray<string> HashesOf(AccountKey account, ImmutableArray<string> codes) => [.. codes.Select(code => HashOf(account, code)!)];

    /// <summary>As it is kept; <c>null</c> for what cannot be a code however it is typed.</summary>
    public static string? HashOf(AccountKey account, string typed)
    {
        var letters = new string([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c })]);
        return letters.Length != Length ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account}\n{letters}")));
    }

    private static string Text(byte[] random)
    {
        var letters = random.Take(Length).Select(b => Alphabet[b & 31]).ToArray();
        return string.Join('-', letters.Chunk(Group).Select(chunk => new string(chunk)));
    }
}
