using SosLongitudinal.Grains.Reminders;
using SosLongitudinal.Web.Shell.Mail;

namespace SosLongitudinal.Tests.Web.Reminders;

/// <summary>Mail handed to a server, as far as it goes.</summary>
public sealed class SmtpMailTests
{
    private static readonly Mail Reminder = new("an-occasion", "somebody@post.example", "Our visit", "We meet on Tuesday.");

    private static Task<MailAnswer> Send(string server, Mail mail) =>
        new SmtpMail(new(server, "study@post.example"), TimeProvider.System).Send(mail, TestContext.Current.CancellationToken);

    [Fact]
    public async Task What_the_server_takes_is_taken_whole()
    {
        await using var server = new MailServer(refuses: false);
        Assert.Equal(MailAnswer.Taken, await Send(server.Address, Reminder));
        Assert.Contains("RCPT TO:<somebody@post.example>", server.Heard);
        Assert.Contains("Subject: Our visit", server.Heard);
        Assert.Contains("We meet on Tuesday.", server.Heard);
    }

    [Fact]
    public async Task Whom_the_server_does_not_know_is_refused()
    {
        await using var server = new MailServer(refuses: true);
        Assert.Equal(MailAnswer.Refused, await Send(server.Address, Reminder));
    }

    [Fact]
    public async Task Where_no_server_answers_it_is_refused_and_can_be_tried_again()
    {
        string address;
        await using (var gone = new ClosedPort()) address = gone.Address;
        Assert.Equal(MailAnswer.Refused, await Send(address, Reminder));
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_before_anybody_is_asked()
    {
        Assert.Equal(MailAnswer.Refused, await Send("127.0.0.1:1", Reminder with { To = "not an address <" }));
    }

    /// <summary>A port that was free a moment ago.</summary>
    private sealed class ClosedPort : IAsyncDisposable
    {
        private readonly System.Net.Sockets.TcpListener listener = new(System.Net.IPAddress.Loopback, 0);

        public ClosedPort() => listener.Start();

        public string Address => $"127.0.0.1:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}";

        public ValueTask DisposeAsync()
        {
            listener.Stop();
            return ValueTask.CompletedTask;
        }
    }
}
