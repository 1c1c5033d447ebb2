using System.Net;
using System.Net.Sockets;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Web.Shell;
using SosLongitudinal.Web.Shell.Composition;

namespace SosLongitudinal.Tests.Web.Shell;

public sealed class SiloEndpointTests
{
    [Theory]
    [InlineData("10.0.0.4", "10.0.0.4:0")]
    [InlineData("10.0.0.4:11111", "10.0.0.4:11111")]
    [InlineData("[fd00::4]:11111", "[fd00::4]:11111")]
    [InlineData("0.0.0.0:11111", null)]
    [InlineData("::", null)]
    [InlineData("example.org", null)]
    [InlineData("10.0.0.4:99999", null)]
    public void Is_an_address_of_one_machine_with_or_without_a_port(string text, string? endpoint) => Assert.Equal(endpoint, SiloEndpoint.Parse(text)?.ToString());

    [Fact]
    public void A_chosen_port_is_none_that_pages_are_served_on_and_none_that_is_listened_on()
    {
        var first = FreePort.TakeRow(4);
        using var taken = new TcpListener(IPAddress.Loopback, first + 1);
        taken.Start();
        for (var look = 0; look < 50; look++)
        {
            Assert.Equal(first + 2, SiloEndpoint.Free(IPAddress.Loopback, $"http://127.0.0.1:{first}; https://*:{first + 3}", first..(first + 4)).Port);
        }
    }

    [Fact]
    public void A_chosen_port_is_below_what_a_machine_gives_to_outgoing_connections_and_to_servers_that_ask_for_any() =>
        Assert.InRange(SiloEndpoint.Of(new() { Data = "unused" }).Port, 1024, 32_767);

    [Fact]
    public void Where_none_is_free_or_the_address_is_not_this_machines_it_says_what_to_do()
    {
        var port = FreePort.Take();
        using var taken = new TcpListener(IPAddress.Loopback, port);
        taken.Start();
        Says("Stop what uses them", () => SiloEndpoint.Free(IPAddress.Loopback, $"http://127.0.0.1:{port}", port..(port + 1)));
        Says("give another port", () => SiloEndpoint.Of(new ServeOptions { Data = "unused", Silo = new(IPAddress.Loopback, port) }));
        Says("not an address of this machine", () => SiloEndpoint.Of(new ServeOptions { Data = "unused", Silo = new(IPAddress.Parse("192.0.2.1"), 0) })); // kept for documentation: nobody's
    }

    private static void Says(string words, Func<IPEndPoint> choose) => Assert.Contains(words, Assert.Throws<CannotStartException>(choose).Message, StringComparison.Ordinal);
}
