namespace SosLongitudinal.Web.Shell.Mail;

/// <summary>A mail server. User and password come from <c>SOS_SMTP_USER</c> and <c>SOS_SMTP_PASSWORD</c>, never from the command line.</summary>
/// <param name="Server">Host, or host:port; 587 without. Port 465 is encrypted from the start, any other must offer STARTTLS unless it is this machine.</param>
/// <param name="From">The sender's address.</param>
public sealed record MailOptions(string Server, string From)
{
    public string Host => Server.Split(':')[0];

    public int Port => Server.Split(':') is [_, var port] && int.TryParse(port, out var number) ? number : 587;
}
