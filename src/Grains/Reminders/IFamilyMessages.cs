using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Grains.Reminders;

/// <summary>Messages to a family. Whether one may be sent, and noting that it is about to be, is one decision of the family's own record: a withdrawal or a death before it stops it.</summary>
[GrainInterfaceType("sos.family-messages")]
public interface IFamilyMessages : IGrainWithStringKey
{
    /// <summary>Notes that a message is about to be sent. Accepted once for each occasion; only who was accepted sends.</summary>
    [Alias("note")] Task<Decision<Message>> Note(DueMessage message, ReminderTerms terms, Stamp stamp);

    /// <summary>Says what became of it.</summary>
    [Alias("settle")] Task<Decision<Message>> Settle(int number, MessageOutcome outcome, Stamp stamp);
}
