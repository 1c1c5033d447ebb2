namespace SosLongitudinal.Web.Commands;

/// <summary>The addresses to serve on, as a person types them.</summary>
internal static class ServeUrls
{
    /// <summary>Whether each is http or https, a host and perhaps a port, and nothing after it.</summary>
    public static bool CanBeServed(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } all && all.All(IsAddress);

    private static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https" && address.PathBase.Length == 0 && address.Port is >= 0 and <= ushort.MaxValue;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
