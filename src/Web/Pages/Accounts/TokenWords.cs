using System.Collections.Immutable;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Accounts;

/// <summary>What a person reads and chooses about access tokens.</summary>
public static class TokenWords
{
    public const string UntilRevoked = "0";

    public static readonly ImmutableArray<Choice> Scopes =
    [
        new(nameof(TokenScope.Read), Of(TokenScope.Read), "Everything that you may see, and nothing is changed."),
        new(nameof(TokenScope.Extract), Of(TokenScope.Extract), "Data files without names. 32 letters and digits, as clients of REDCap take them."),
        new(nameof(TokenScope.ReadAndWrite), Of(TokenScope.ReadAndWrite), "Everything that you may do."),
    ];

    public static readonly ImmutableArray<Choice> Lifetimes = [new("30", "30 days"), new("90", "90 days"), new("365", "A year"), new(UntilRevoked, "Until it is revoked")];

    public static string Of(TokenScope scope) => scope switch
    {
        TokenScope.Read => "Read only",
        TokenScope.Extract => "Extracts only",
        _ => "Read and change",
    };
}

/// <summary>A list of tokens as a page shows it.</summary>
/// <param name="Operation">The page's operation; each token's revocation derives from it.</param>
public sealed record TokenList(ImmutableArray<TokenLine> Lines, string Zone, string Operation, string Empty)
{
    public string Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(Zone)).DateTime).Words();
}
