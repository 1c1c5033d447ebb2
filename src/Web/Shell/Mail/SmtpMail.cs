using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using SosLongitudinal.Grains.Reminders;

namespace SosLongitudinal.Web.Shell.Mail;

/// <summary>Hands mail to a server. What it says no to, or never heard of, is refused for certain; once the message itself is on its way, a fault leaves it unknown.</summary>
public sealed class SmtpMail(MailOptions options, TimeProvider clock) : IMailOut
{
    private const int Patience = 10_000;

    public async Task<MailAnswer> Send(Grains.Reminders.Mail mail, CancellationToken cancellation = default)
    {
        if (!MailboxAddress.TryParse(mail.To, out _)) return MailAnswer.Refused;
        using var client = new SmtpClient { Timeout = Patience };
        try
        {
            await client.ConnectAsync(options.Host, options.Port, Security(), cancellation);
            if (Environment.GetEnvironmentVariable("SOS_SMTP_USER") is { Length: > 0 } user) await client.AuthenticateAsync(user, Environment.GetEnvironmentVariable("SOS_SMTP_PASSWORD") ?? "", cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return MailAnswer.Refused; // nothing of the message has left
        }
        try
        {
            await client.SendAsync(Mimes.Of(mail, options.From, clock), cancellation);
        }
        catch (Exception fault) when (fault is SmtpCommandException or ServiceNotAuthenticatedException)
        {
            return MailAnswer.Refused; // the server said no
        }
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception fault) when (fault is IOException or ProtocolException or OperationCanceledException)
        {
            // it was taken before; how the talk ended changes nothing
        }
        return MailAnswer.Taken;
    }

    private SecureSocketOptions Security() => options.Port == 465 ? SecureSocketOptions.SslOnConnect : options.Host is "localhost" or "127.0.0.1" ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls;
}
