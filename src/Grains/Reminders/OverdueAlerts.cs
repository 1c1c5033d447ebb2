using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Grains.Reminders;

/// <summary>
/// Tells a site's coordinators by e-mail that somebody is not back from a visit: once for each appointment, noted with the family before it is sent. Those that became overdue since the last
/// round, or while nothing ran, stand in one message to each coordinator. It holds ids and times, and neither name nor place.
/// </summary>
public sealed class OverdueAlerts(IGrainFactory grains, AgendaRegisters registers, StudyFrames frames, IMailOut mail, TimeProvider clock, ILogger<OverdueAlerts> log)
{
    private const string System = "system";
    private const int MostInARound = 50;

    /// <summary>How many appointments were told of.</summary>
    public async Task<int> Send(ReminderTerms terms)
    {
        var now = clock.GetUtcNow();
        var overdue = await registers.Overdue(new(terms.BackWithin, now));
        var (noted, operation) = (new List<OverdueVisit>(), OperationId.New()); // its own each time: only who is accepted under a new operation sends
        foreach (var visit in overdue.Where(v => VisitSafetyRules.MayBeTold(v.Appointment)).Take(MostInARound))
            if (await grains.Safety(visit.Family).NoteAlert(visit.Appointment.Number, terms.BackWithin, Stamp(operation.Derive($"note {visit.Appointment.Number}"))) is Decision<FamilyState>.Accepted) noted.Add(visit);
        if (noted.Count == 0) return 0;
        var zone = (await frames.Current()).Design.TimeZone;
        var told = noted.ToDictionary(v => (v.Family, v.Appointment.Number), _ => new List<MessageOutcome>());
        foreach (var account in (await grains.Accounts().All()).Where(a => !a.IsClosed && a.Roles.HasFlag(Roles.Coordinator)))
        {
            var theirs = noted.Where(v => account.Sites.Covers(v.Site)).ToImmutableArray();
            if (theirs.IsEmpty) continue;
            var outcome = await Deliver(new($"{operation.Derive($"{account.Key}")}", $"{account.Key}", Subject(theirs), Text(theirs, zone, now)));
            foreach (var visit in theirs) told[(visit.Family, visit.Appointment.Number)].Add(outcome);
        }
        foreach (var ((family, number), outcomes) in told)
            if (Of(outcomes) is var outcome and not MessageOutcome.Unknown) await grains.Safety(family).SettleAlert(number, outcome, Stamp(operation.Derive($"settle {number}")));
        return noted.Count;
    }

    /// <summary>One coordinator who was reached is enough; where one may have been, nobody is written to again.</summary>
    private static MessageOutcome Of(List<MessageOutcome> outcomes) =>
        outcomes.Count == 0 ? MessageOutcome.NoAddress
        : outcomes.Contains(MessageOutcome.Sent) ? MessageOutcome.Sent
        : outcomes.Contains(MessageOutcome.Unknown) ? MessageOutcome.Unknown
        : MessageOutcome.Refused;

    private static string Subject(ImmutableArray<OverdueVisit> visits) => visits.Any(v => v.State == VisitState.NotBack) ? "Not back from an appointment" : "Nothing heard of an appointment";

    private static string Text(ImmutableArray<OverdueVisit> visits, string zone, DateTimeOffset now)
    {
        var text = new StringBuilder();
        foreach (var visit in visits)
            text.AppendLine(CultureInfo.InvariantCulture, $"{(visit.State == VisitState.NotBack ? "Not back" : "Nothing heard")}: due {LocalTimes.Local(zone, visit.Due):HH:mm 'on' d MMMM}, {(now - visit.Due).TotalMinutes:0} minutes ago. {visit.Family}, appointment {visit.Appointment.Number}.");
        text.AppendLine().AppendLine("Follow the team's procedure. Then record what is known: it stands at the head of Appointments.");
        return text.ToString();
    }

    private async Task<MessageOutcome> Deliver(Mail message)
    {
        try
        {
            return await mail.Send(message) == MailAnswer.Taken ? MessageOutcome.Sent : MessageOutcome.Refused;
        }
        catch (Exception fault) // its own words may hold the address
        {
            log.LogWarning("What became of an alert is not known: {Fault}.", fault.GetType().Name);
            return MessageOutcome.Unknown;
        }
    }

    private Stamp Stamp(OperationId operation) => new(operation, System, clock.GetUtcNow());
}
