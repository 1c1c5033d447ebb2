using MimeKit;
using MimeKit.Text;

namespace SosLongitudinal.Web.Shell.Mail;

internal static class Mimes
{
    public static MimeMessage Of(Grains.Reminders.Mail mail, string from, TimeProvider clock)
    {
        var message = new MimeMessage { Subject = mail.Subject, Date = clock.GetUtcNow(), MessageId = $"{mail.Id}@sos.invalid", Body = new TextPart(TextFormat.Plain) { Text = mail.Text } };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(MailboxAddress.Parse(mail.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
