using System.Net;
using System.Net.Sockets;

namespace SosLongitudinal.Web.Shell.Composition;

/// <summary>The two ports of this machine on which a silo talks to others and to its clients.</summary>
public static class SiloPorts
{
    /// <summary>
    /// Below what a machine gives out of itself (Linux from 32,768, Windows and macOS from 49,152): between the look here and the silo's start no outgoing connection and no
    /// server that asked for any port can be given one of these.
    /// </summary>
    private static readonly Range Own = 20_000..30_000;

    /// <summary>Two different ports that nothing listens on just now and that none of these addresses names.</summary>
    public static (int Silo, int Gateway) Free(string urls) => Free(urls, Own);

    /// <summary>The same, out of these ports, the last excluded.</summary>
    /// <exception cref="CannotStartException">Fewer than two are free.</exception>
    public static (int Silo, int Gateway) Free(string urls, Range among)
    {
        var ports = Enumerable.Range(among.Start.Value, among.End.Value - among.Start.Value).Except(Named(urls)).ToArray();
        Random.Shared.Shuffle(ports);
        return ports.Where(IsFree).Take(2).ToArray() is [var silo, var gateway]
            ? (silo, gateway)
            : throw new CannotStartException($"No two ports from {among.Start} to {among.End.Value - 1} are free on this machine. Stop what uses them.");
    }

    private static IEnumerable<int> Named(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(url => BindingAddress.Parse(url).Port);

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
