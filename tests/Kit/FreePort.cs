using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SosLongitudinal.Tests.Kit;

/// <summary>Ports for servers that are told where to listen: below those that the machine gives out of itself and beside those that silos choose, so that nobody takes one before its server listens.</summary>
public static class FreePort
{
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <summary>A port of this machine that nothing listens on and that was not given out before in this run.</summary>
    public static int Take() => TakeRow(1);

    /// <summary>The first of so many neighbours that nothing listens on.</summary>
    public static int TakeRow(int length)
    {
        while (true)
        {
            var first = Random.Shared.Next(10_000, 20_000 - length);
            if (Enumerable.Range(first, length).All(port => Given.TryAdd(port, true) && IsFree(port))) return first;
        }
    }

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
