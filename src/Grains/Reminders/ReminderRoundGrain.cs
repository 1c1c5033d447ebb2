using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Grains.Reminders;

/// <summary>What one round did.</summary>
/// <param name="Alerts">Appointments of which coordinators were told that somebody is not back.</param>
[GenerateSerializer, Immutable, Alias("sos.reminder-report")]
public sealed record ReminderReport([property: Id(0)] int Sent, [property: Id(1)] int NotSent, [property: Id(2)] int Digests, [property: Id(3)] int Waiting, [property: Id(4)] int Alerts = 0);

/// <summary>Sends what is due, a few at a time; woken every minute by every silo. One for the study, so that two never send at once; where two do all the same, the notes keep each message to once.</summary>
[GrainInterfaceType("sos.reminder-round")]
public interface IReminderRound : IGrainWithStringKey
{
    [Alias("run")] Task<ReminderReport> Run();
}

/// <summary>The round: no state of its own, what was sent stands in the records.</summary>
[GrainType("sos-reminder-round")]
internal sealed class ReminderRoundGrain(MessageRegisters registers, MessageDoor door, DigestWriter digests, IMailOut mail, StudyFrames frames, TimeProvider clock) : Grain, IReminderRound
{
    /// <summary>After a long stop what is due goes out minute by minute and not in a burst.</summary>
    private const int MostInARound = 20;
    private static readonly TimeSpan DigestWithin = TimeSpan.FromHours(8);

    public async Task<ReminderReport> Run()
    {
        var plan = await GrainFactory.Reminders().Read();
        var design = (await frames.Current()).Design;
        if (!design.IsOpen) return new(0, 0, 0, 0);
        var alerts = plan.Terms.Overdue ? await ServiceProvider.GetRequiredService<OverdueAlerts>().Send(plan.Terms) : 0; // before anything that can wait
        var now = clock.GetUtcNow();
        var local = design.Local(now);
        var (sent, not, waiting) = (0, 0, 0);
        if (plan.Terms.ToFamilies && TimeOnly.FromDateTime(local) is var time && time >= plan.Terms.From && time < plan.Terms.Until)
        {
            var due = await registers.Due(plan.Terms, now, now);
            waiting = Math.Max(0, due.Length - MostInARound);
            foreach (var message in due.Take(MostInARound))
                if (await door.Send(message, plan) is { } outcome) (sent, not) = outcome == MessageOutcome.Sent ? (sent + 1, not) : (sent, not + 1);
        }
        var written = plan.Terms.Digest ? await Digests(plan.Terms, local) : 0;
        return new(sent, not, written, waiting, alerts);
    }

    private async Task<int> Digests(ReminderTerms terms, DateTime local)
    {
        var late = local.TimeOfDay - terms.DigestAt.ToTimeSpan();
        if (late < TimeSpan.Zero || late > DigestWithin || local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) return 0;
        var (count, today) = (0, DateOnly.FromDateTime(local));
        foreach (var account in (await GrainFactory.Accounts().All()).Where(a => !a.IsClosed && a.Roles.HasFlag(Roles.Coordinator)).Take(500))
        {
            var log = GrainFactory.Digests($"{account.Key}", today.Year);
            if ((await log.Read()).Any(d => d.On >= today)) continue;
            if (count >= MostInARound) break;
            var text = await digests.Write(account.Sites.Match<System.Collections.Immutable.ImmutableArray<SiteCode>?>(_ => null, only => only.Sites));
            var operation = OperationId.New();
            if (await log.Note(today, new(operation, "system", clock.GetUtcNow())) is not Decision<Digest>.Accepted) continue;
            count++;
            if (await Sent(new($"{operation}", $"{account.Key}", "What waits today", text)) is { } outcome) await log.Settle(today, outcome, new(operation.Derive("settle"), "system", clock.GetUtcNow()));
        }
        return count;
    }

    private async Task<MessageOutcome?> Sent(Mail digest)
    {
        try
        {
            return await mail.Send(digest) == MailAnswer.Taken ? MessageOutcome.Sent : MessageOutcome.Refused;
        }
        catch (Exception fault)
        {
            ServiceProvider.GetRequiredService<ILogger<ReminderRoundGrain>>().LogWarning("What became of a digest is not known: {Fault}.", fault.GetType().Name); // its own words may hold the address
            return null;
        }
    }
}
