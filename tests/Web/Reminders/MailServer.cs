using System.Net;
using System.Net.Sockets;

namespace SosLongitudinal.Tests.Web.Reminders;

/// <summary>A mail server on this machine that takes one message, or says no to its recipient; it keeps what it was told.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task talk;

    public MailServer(bool refuses)
    {
        listener.Start();
        talk = Talk(refuses);
    }

    public string Address => $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public List<string> Heard { get; } = [];

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await talk;
    }

    private async Task Talk(bool refuses)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 here");
        for (var inText = false; await reader.ReadLineAsync() is { } line;)
        {
            Heard.Add(line);
            if (inText && line != ".") continue;
            var answer = (inText, line.Split(' ', ':')[0].ToUpperInvariant()) switch
            {
                (true, _) => "250 taken",
                (_, "DATA") => "354 go on",
                (_, "RCPT") when refuses => "550 nobody of that name",
                (_, "QUIT") => "221 bye",
                _ => "250 yes",
            };
            inText = answer.StartsWith("354", StringComparison.Ordinal);
            await writer.WriteLineAsync(answer);
            if (answer.StartsWith("221", StringComparison.Ordinal)) return;
        }
    }
}
