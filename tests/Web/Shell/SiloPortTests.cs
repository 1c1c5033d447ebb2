using System.Net;
using System.Net.Sockets;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Web.Shell.Composition;

namespace SosLongitudinal.Tests.Web.Shell;

public sealed class SiloPortTests
{
    [Fact]
    public void A_silo_takes_two_ports_and_neither_is_one_that_pages_are_served_on_nor_one_that_is_listened_on()
    {
        var first = Five();
        var ports = Enumerable.Range(first, 5).ToArray();
        using var taken = new TcpListener(IPAddress.Loopback, ports[1]);
        taken.Start();
        var urls = $"http://127.0.0.1:{ports[0]}; https://*:{ports[3]}";
        for (var look = 0; look < 50; look++)
        {
            var (silo, gateway) = SiloPorts.Free(urls, first..(first + 5));
            Assert.Equal([ports[2], ports[4]], [int.Min(silo, gateway), int.Max(silo, gateway)]);
        }
    }

    [Fact]
    public void Where_fewer_than_two_are_free_it_says_what_to_do()
    {
        var first = Five();
        var fault = Assert.Throws<CannotStartException>(() => SiloPorts.Free($"http://127.0.0.1:{first}", first..(first + 2)));
        Assert.Contains("Stop what uses them", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void They_are_below_what_a_machine_gives_to_outgoing_connections_and_to_servers_that_ask_for_any_port()
    {
        var (silo, gateway) = SiloPorts.Free("http://127.0.0.1:0");
        Assert.InRange(silo, 1024, 32_767);
        Assert.InRange(gateway, 1024, 32_767);
    }

    // five neighbours that nothing listens on
    private static int Five()
    {
        while (true)
        {
            var first = FreePort.Take();
            if (Enumerable.Range(first, 5).All(IsFree)) return first;
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
