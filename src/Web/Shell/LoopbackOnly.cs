using System.Net;

namespace SosLongitudinal.Web.Shell;

/// <summary>Whether every address of a list of urls is this machine's own.</summary>
internal static class LoopbackOnly
{
    public static bool IsTrueOf(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).All(IsOne);

    private static bool IsOne(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}
