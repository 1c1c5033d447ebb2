using SosLongitudinal.Grains.Reminders;

namespace SosLongitudinal.Web.Shell.Mail;

/// <summary>Leaves mail in a folder as files, for a mail server that picks them up, or for nobody: what happens where none is configured.</summary>
public sealed class PickupMail(string folder, TimeProvider clock) : IMailOut
{
    private const string From = "reminders@localhost";

    public async Task<MailAnswer> Send(Grains.Reminders.Mail mail, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{mail.Id}.eml");
        await using (var file = File.Create($"{path}.part")) await Mimes.Of(mail, From, clock).WriteToAsync(file, cancellation);
        File.Move($"{path}.part", path, overwrite: true); // whole or not at all
        return MailAnswer.Taken;
    }
}
