namespace SosLongitudinal.Grains.Reminders;

/// <summary>One e-mail, in plain text.</summary>
/// <param name="Id">The same for the same occasion, so that a mailbox can tell a copy.</param>
public sealed record Mail(string Id, string To, string Subject, string Text);

public enum MailAnswer { Taken = 0, Refused = 1 }

/// <summary>Where mail leaves the house.</summary>
public interface IMailOut
{
    /// <summary>Taken or refused for certain; throws where neither is. An adapter logs no address, and the caller logs no message of its exceptions.</summary>
    Task<MailAnswer> Send(Mail mail, CancellationToken cancellation = default);
}

/// <summary>Where nothing is set up nothing is sent.</summary>
public sealed class NoMail : IMailOut
{
    public Task<MailAnswer> Send(Mail mail, CancellationToken cancellation = default) => Task.FromResult(MailAnswer.Refused);
}
