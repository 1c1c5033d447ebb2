using System.Collections.Frozen;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>What a token may be used for, beside what its holder may do.</summary>
internal static class TokenReach
{
    /// <summary>Sent as a body, kept nowhere.</summary>
    private static readonly FrozenSet<string> Asks = new[] { "Api/Extracts/Recipe", "Api/Redcap/Read", "Api/Instruments/Evaluate" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OfExtracts = new[] { "Api/Study/Read", "Api/Analysis/Table", "Api/Releases/List", "Api/Releases/Read", "Api/Releases/Download" }.ToFrozenSet(StringComparer.Ordinal);

    public static string? Refusal(TokenScope scope, HttpContext http)
    {
        var task = http.GetEndpoint()?.Metadata.GetMetadata<AccessRow>()?.Task ?? "";
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || Asks.Contains(task);
        return scope switch
        {
            TokenScope.Read when !isRead => "This token may only read.",
            TokenScope.Extract when !isRead || !IsOfExtracts(task) => "This token may only read extracts, releases and tables.",
            _ => null,
        };
    }

    private static bool IsOfExtracts(string task) =>
        task.StartsWith("Api/Extracts/", StringComparison.Ordinal) || task.StartsWith("Api/Redcap/", StringComparison.Ordinal) || OfExtracts.Contains(task);
}
