using Microsoft.Extensions.Logging.Abstractions;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Reminders;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Tests.Grains;

/// <summary>That somebody is not back is told once: to the site's coordinators, whatever dies in between, and together where several became overdue while nothing ran.</summary>
public sealed class OverdueAlertTests(DiaryCluster study) : IClassFixture<DiaryCluster>
{
    private static readonly ReminderTerms Terms = new();

    [Fact]
    public async Task Who_is_not_back_is_told_once_to_the_coordinators_of_the_site_with_ids_and_times_only()
    {
        var coordinator = await Coordinator();
        var (gone, other) = (await Out(), await Out());
        var mail = new KeptMail();
        Assert.Equal(0, await Send(mail)); // not due yet

        study.Clock.GoOn(TimeSpan.FromHours(2));
        Assert.Equal(2, await Send(mail));
        Assert.Equal(0, await Send(mail));

        var sent = Assert.Single(mail.Kept, m => m.To == coordinator); // both in one, as after a stop
        Assert.Equal("Not back from an appointment", sent.Subject);
        Assert.Contains($"{gone.Id}, appointment 1", sent.Text, StringComparison.Ordinal);
        Assert.Contains($"{other.Id}, appointment 1", sent.Text, StringComparison.Ordinal);
        foreach (var hidden in (string[])["Ashmere", "ashmere", "@"]) Assert.DoesNotContain(hidden, sent.Text, StringComparison.Ordinal);
        Assert.Equal(MessageOutcome.Sent, Assert.Single((await Read(gone)).Appointment(1)!.Safety!.Alerts).Outcome);
    }

    [Fact]
    public async Task Killed_between_the_note_and_the_mail_it_is_not_sent_again_and_what_a_server_refuses_is_tried_three_times()
    {
        await Coordinator();
        var (lost, refused) = (await Out(), new KeptMail { Answers = MailAnswer.Refused });
        study.Clock.GoOn(TimeSpan.FromHours(2));
        await Send(new KeptMail { Dies = true });
        Assert.Equal(0, await Send(new KeptMail()));
        Assert.Equal(MessageOutcome.Unknown, Assert.Single((await Read(lost)).Appointment(1)!.Safety!.Alerts).Outcome);

        var family = await Out();
        study.Clock.GoOn(TimeSpan.FromHours(2));
        for (var n = 0; n < 5; n++) await Send(refused);
        Assert.Equal(3, (await Read(family)).Appointment(1)!.Safety!.Alerts.Length);
    }

    [Fact]
    public async Task Who_is_back_or_of_whom_the_alarm_was_raised_is_not_told_of()
    {
        var (back, raised) = (await Out(), await Out());
        study.Clock.GoOn(TimeSpan.FromHours(2));
        Some.Accepted(await study.Grains.Safety(back.Id).Return(1, SafeReport.Interviewer, study.Clock.GetUtcNow(), study.Stamp()));
        Some.Accepted(await study.Grains.Safety(raised.Id).Raise(1, AlarmTold.Police, study.Clock.GetUtcNow(), study.Stamp()));
        await Send(new KeptMail());

        Assert.Empty((await Read(back)).Appointment(1)!.Safety!.Alerts);
        Assert.Empty((await Read(raised)).Appointment(1)!.Safety!.Alerts);
    }

    /// <summary>Arrived, at the very beginning of a visit of half an hour.</summary>
    private async Task<FamilyState> Out()
    {
        if (LocalTimes.Local(Some.Design.TimeZone, study.Clock.GetUtcNow()).Hour >= 18) study.Clock.GoOn(TimeSpan.FromHours(8)); // the visit ends on its day
        var (family, plan) = (await study.Family(), study.Plan(await study.Interviewer()) with { Room = null, Travel = 0 });
        plan = plan with { Start = study.Clock.GetUtcNow().AddHours(1) };
        Some.Accepted(await study.Bookings.Book(family.Id, plan, study.Stamp()));
        return Some.Accepted(await study.Grains.Safety(family.Id).CheckIn(1, study.Clock.GetUtcNow(), study.Stamp()));
    }

    private async Task<string> Coordinator()
    {
        var account = AccountKey.Parse($"c{Guid.NewGuid()}@example.org");
        Some.Accepted(await study.Grains.Account(account).Create("Cora", Roles.Coordinator, SiteScope.Of(Some.Site), "hash", study.Stamp()));
        return $"{account}";
    }

    private async Task<FamilyState> Read(FamilyState family) => (await study.Grains.Family(family.Id).Read())!;

    private Task<int> Send(IMailOut mail) =>
        new OverdueAlerts(study.Grains, study.Service<AgendaRegisters>(), study.Service<StudyFrames>(), mail, study.Clock, NullLogger<OverdueAlerts>.Instance).Send(Terms);

    /// <summary>Keeps mail as a server would take it, or dies while it is asked to.</summary>
    private sealed class KeptMail : IMailOut
    {
        public List<Mail> Kept { get; } = [];

        public bool Dies { get; init; }

        public MailAnswer Answers { get; init; }

        public Task<MailAnswer> Send(Mail mail, CancellationToken cancellation = default)
        {
            if (Dies) throw new IOException("gone");
            Kept.Add(mail);
            return Task.FromResult(Answers);
        }
    }
}
