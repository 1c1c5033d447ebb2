using System.Net;
using System.Net.Sockets;

namespace SosLongitudinal.Web.Commands;

/// <summary>Finds out that an address is taken before a data folder is opened or a large demo is made. Between the look and the serving another may take it; then the server says so.</summary>
internal static class PortProbe
{
    /// <summary>Throws <see cref="SocketException"/> where an address of this machine cannot be listened on.</summary>
    public static void Try(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) continue; // http://*:80 and the like: the server's to judge
            var address = uri.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(uri.Host.Trim('[', ']'), out var given) ? given : null;
            if (address is null) continue;
            using var listener = new TcpListener(address, uri.Port);
            listener.Start();
        }
    }
}
