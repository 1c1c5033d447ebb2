using System.Globalization;
using Microsoft.Extensions.Logging;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Reminders;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Grains.Contacts;

/// <summary>
/// Sends one message at most once: the family notes it, then safe contact is asked and the address looked up, then it is sent, then what became of it is noted.
/// Stopped anywhere after the first step it is never sent again and stays listed as of unknown outcome. The address leaves this type towards the mail and nowhere else.
/// </summary>
public sealed class MessageDoor(IGrainFactory grains, StudyFrames frames, IMailOut mail, TimeProvider clock, ILogger<MessageDoor> log)
{
    private const string System = "system";
    private static readonly ContactViewer Office = new(Office: true, Interviewer: false, Sites: null);

    /// <summary>What became of it; <c>null</c> where it was not to be sent after all.</summary>
    public async Task<MessageOutcome?> Send(DueMessage due, ReminderPlan plan)
    {
        var operation = OperationId.New(); // its own each time: only who is accepted under a new operation sends
        if (await grains.Messages(due.Family).Note(due, plan.Terms, Stamp(operation)) is not Decision<Message>.Accepted(var message)) return null;
        var outcome = await Deliver(due, plan, operation);
        if (outcome != MessageOutcome.Unknown) await grains.Messages(due.Family).Settle(message.Number, outcome, Stamp(operation.Derive("settle")));
        return outcome;
    }

    private async Task<MessageOutcome> Deliver(DueMessage due, ReminderPlan plan, OperationId operation)
    {
        var frame = await frames.Current();
        var contact = grains.Contact(due.Family);
        if (await contact.Check(due.Member, new(AttemptMode.Email, frame.Design.Local(clock.GetUtcNow()), LeavesMessage: true), Office, System) is Decision<ContactUse>.Refused) return MessageOutcome.Unsafe;
        var card = (await contact.View(due.Member, ContactPurpose.ArrangeInterview, Office, Stamp(operation.Derive("address")))).Match(c => (ContactCard?)c, _ => null);
        if (card?.Details is not { Email: { Length: > 0 } address } || await grains.Family(due.Family).Read() is not { } family || family.Appointment(due.Appointment) is not { } appointment) return MessageOutcome.NoAddress;
        var local = frame.Design.Local(appointment.Plan.Start);
        var wording = plan.WordingIn(family.Interviews.LastOrDefault()?.Interview.Language ?? "en");
        string Filled(string text) => wording.Fill(text, local.ToString("dddd d MMMM", CultureInfo.InvariantCulture), local.ToString("HH:mm", CultureInfo.InvariantCulture), How(appointment.Plan.Mode), appointment.Plan.Minutes);
        return await Send(new($"{operation.Derive(due.Occasion)}", address, Filled(wording.Subject), Filled(wording.Text)));
    }

    private async Task<MessageOutcome> Send(Mail message)
    {
        try
        {
            return await mail.Send(message) == MailAnswer.Taken ? MessageOutcome.Sent : MessageOutcome.Refused;
        }
        catch (Exception fault) // its own words may hold the address
        {
            log.LogWarning("What became of a message is not known: {Fault}.", fault.GetType().Name);
            return MessageOutcome.Unknown;
        }
    }

    private static string How(VisitMode mode) => mode switch { VisitMode.Telephone => "by telephone", VisitMode.Video => "by video", _ => "in person" };

    private Stamp Stamp(OperationId operation) => new(operation, System, clock.GetUtcNow());
}
