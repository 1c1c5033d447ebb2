using System.Net;
using System.Net.Sockets;

namespace SosLongitudinal.Web.Shell.Composition;

/// <summary>Where the other silos of a cluster reach this one.</summary>
public static class SiloEndpoint
{
    /// <summary>
    /// Below what a machine gives out of itself (Linux from 32,768, Windows and macOS from 49,152): between the look here and the silo's start no outgoing connection and no
    /// server that asked for any port can be given one of these.
    /// </summary>
    private static readonly Range Own = 20_000..30_000;

    /// <summary>An IP address, with or without a port (0 where left out); null where it is none, or one that names no single machine.</summary>
    public static IPEndPoint? Parse(string text) =>
        IPEndPoint.TryParse(text, out var endpoint) && !endpoint.Address.Equals(IPAddress.Any) && !endpoint.Address.Equals(IPAddress.IPv6Any) ? endpoint : null;

    /// <summary>What was asked for, with a port chosen where none was; this machine alone where nothing was.</summary>
    /// <exception cref="CannotStartException">The address is not this machine's, or the port is taken.</exception>
    public static IPEndPoint Of(ServeOptions options)
    {
        var asked = options.Silo ?? new(IPAddress.Loopback, 0);
        if (asked.Port == 0) return Free(asked.Address, options.Urls, Own);
        return Look(asked) switch
        {
            SocketError.Success => asked,
            var error => throw Cannot(asked, error),
        };
    }

    /// <summary>One of these ports, the last excluded, that nothing listens on just now and that none of the urls names.</summary>
    /// <exception cref="CannotStartException">The address is not this machine's, or no port is free.</exception>
    public static IPEndPoint Free(IPAddress address, string urls, Range among)
    {
        var ports = Enumerable.Range(among.Start.Value, among.End.Value - among.Start.Value).Except(Named(urls)).ToArray();
        Random.Shared.Shuffle(ports);
        foreach (var endpoint in ports.Select(port => new IPEndPoint(address, port)))
        {
            switch (Look(endpoint))
            {
                case SocketError.Success: return endpoint;
                case SocketError.AddressAlreadyInUse or SocketError.AccessDenied: break;
                case var error: throw Cannot(endpoint, error);
            }
        }
        throw new CannotStartException($"No port from {among.Start} to {among.End.Value - 1} is free on this machine. Stop what uses them.");
    }

    private static CannotStartException Cannot(IPEndPoint endpoint, SocketError error) => new(error == SocketError.AddressNotAvailable
        ? $"{endpoint.Address} is not an address of this machine. Give one that is in --silo."
        : $"{endpoint} cannot be listened on: {new SocketException((int)error).Message}. Stop what uses it, or give another port in --silo.");

    private static IEnumerable<int> Named(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(url => BindingAddress.Parse(url).Port);

    private static SocketError Look(IPEndPoint endpoint)
    {
        try
        {
            using var listener = new TcpListener(endpoint);
            listener.Start();
            return SocketError.Success;
        }
        catch (SocketException fault)
        {
            return fault.SocketErrorCode;
        }
    }
}
