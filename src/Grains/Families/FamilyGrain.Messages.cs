using SosLongitudinal.Grains.Reminders;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Grains.Families;

/// <summary>Messages to the family.</summary>
internal sealed partial class FamilyGrain : IFamilyMessages
{
    public Task<Decision<Message>> Note(DueMessage message, ReminderTerms terms, Stamp stamp) => frames.Decide(frame =>
        Decide(stamp, (family, s) => ReminderRules.Note(family, terms, frame.Design.TimeZone, message, s), family => family.Messages[^1]));

    public Task<Decision<Message>> Settle(int number, MessageOutcome outcome, Stamp stamp) =>
        Decide(stamp, (family, _) => ReminderRules.Settle(family, number, outcome), family => family.Messages.First(m => m.Number == number));
}
