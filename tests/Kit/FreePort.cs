using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SosLongitudinal.Tests.Kit;

/// <summary>Ports for servers that are told where to listen: below those that the machine gives out of itself and beside those that silos choose, so that nobody takes one before its server listens.</summary>
public static class FreePort
{
    private static readonly ConcurrentDictionary<int, bool> Taken = new();

    /// <summary>A port of this machine that nothing listens on and that was not given out before in this run.</summary>
    public static int Take()
    {
        while (true)
        {
            var port = Random.Shared.Next(10_000, 20_000);
            if (!Taken.TryAdd(port, true)) continue;
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // somebody's: the next one
            }
        }
    }
}
