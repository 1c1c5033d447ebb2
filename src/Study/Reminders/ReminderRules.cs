using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Reminders;

/// <summary>Which messages are to be sent, and noting them. A message is noted before it is sent, so that it is sent at most once.</summary>
public static class ReminderRules
{
    private const int MostTries = 3;
    private static readonly TimeSpan TooLate = TimeSpan.FromHours(2);

    /// <summary>
    /// What is to be sent until an instant, the soonest first. Of several occasions of one appointment whose time has come only the last counts: after a time in
    /// which nothing could be sent nobody gets them all at once.
    /// </summary>
    public static IEnumerable<DueMessage> Due(FamilyState family, ReminderTerms terms, string timeZone, DateTimeOffset now, DateTimeOffset until)
    {
        if (!terms.ToFamilies || family.Appointments.IsEmpty || terms.DaysBefore.IsEmpty) yield break;
        foreach (var appointment in family.Appointments)
        {
            if (!appointment.IsOpen || appointment.Plan.Start <= now || family.MainRespondent(appointment.Plan.Wave, LocalTimes.Day(timeZone, now)) is not { } member) continue;
            var own = terms.DaysBefore.Order().Select(days => Occasion(family, appointment, member.Id, days, terms, timeZone)).OfType<DueMessage>().ToList();
            var past = own.FindIndex(m => m.From <= now); // the fewest days before come first
            if (past >= 0) own.RemoveRange(past + 1, own.Count - past - 1);
            foreach (var message in own.Where(m => m.From <= until && m.Until > now)) if (Fault(family, message, terms, timeZone, now) is null) yield return message;
        }
    }

    public static Decision<ImmutableArray<FamilyFact>> Note(FamilyState family, ReminderTerms terms, string timeZone, DueMessage message, Stamp stamp) =>
        !family.Exists ? FamilyRefusals.Unknown
        : family.Messages.Any(m => m.Occasion == message.Occasion && m.Outcome != MessageOutcome.Refused) ? ReminderRefusals.Noted
        : !Due(family, terms, timeZone, stamp.At, stamp.At).Contains(message) ? ReminderRefusals.NotDue
        : Facts.Of<FamilyFact>(new FamilyFact.MessageNoted(family.Messages.Select(m => m.Number).DefaultIfEmpty().Max() + 1, message.Member, message.Occasion, message.Appointment));

    public static Decision<ImmutableArray<FamilyFact>> Settle(FamilyState family, int number, MessageOutcome outcome) =>
        family.Messages.FirstOrDefault(m => m.Number == number) is not { } message ? ReminderRefusals.Unknown
        : message.Outcome == outcome ? Facts.None<FamilyFact>()
        : message.Outcome != MessageOutcome.Unknown ? ReminderRefusals.Noted
        : Facts.Of<FamilyFact>(new FamilyFact.MessageSettled(number, outcome));

    /// <summary>Whether nothing may be sent to a member any more: they or the family withdrew, their part ended, they left, or somebody died.</summary>
    public static bool IsSilent(FamilyState family, MemberId member, DateOnly day) =>
        family.Stage is < Stage.AgreedToContact or Stage.Ended || family.ErasedOn is not null || Departures.HasDied(family)
        || family.Consents.IsWithdrawn(ConsentScope.Interview, null, day) || family.Consents.IsWithdrawn(ConsentScope.Interview, member, day)
        || family.Member(member) is not { ErasedOn: null } there || !there.IsOn(day);

    private static Refusal? Fault(FamilyState family, DueMessage message, ReminderTerms terms, string timeZone, DateTimeOffset now)
    {
        var day = LocalTimes.Day(timeZone, message.From > now ? message.From : now);
        if (IsSilent(family, message.Member, day)) return ReminderRefusals.NotDue;
        var tried = family.Messages.Where(m => m.Occasion == message.Occasion).ToList();
        if (tried.Exists(m => m.Outcome != MessageOutcome.Refused) || tried.Count >= MostTries) return ReminderRefusals.Noted;
        var since = (message.From > now ? message.From : now).AddDays(-terms.CapDays);
        return family.Messages.Count(m => m.Member == message.Member && m.At > since && m.Outcome is MessageOutcome.Sent or MessageOutcome.Unknown) >= terms.MostPerPerson ? ReminderRefusals.NotDue : null;
    }

    /// <summary>From the first allowed hour of its day until two hours before they meet; in the evening of that day it waits for nothing.</summary>
    private static DueMessage? Occasion(FamilyState family, Appointment appointment, MemberId member, int days, ReminderTerms terms, string timeZone)
    {
        var day = LocalTimes.Day(timeZone, appointment.Plan.Start).AddDays(-days);
        var from = LocalTimes.At(timeZone, day, terms.From).Match(at => at, _ => LocalTimes.Start(timeZone, day));
        var until = appointment.Plan.Start - TooLate;
        return from < until ? new(family.Id, family.Site, member, appointment.Number, $"{appointment.Number}~{appointment.Told}~{days}", from, until, appointment.Plan.Start) : null;
    }
}
