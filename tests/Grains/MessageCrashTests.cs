using Microsoft.Extensions.Logging.Abstractions;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Reminders;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Tests.Grains;

/// <summary>A crash at every step of sending, before the step and after it: a message goes out once or not at all, and what is not known is said to be so.</summary>
public sealed class MessageCrashTests(DiaryCluster study) : IClassFixture<DiaryCluster>
{
    private static readonly ContactViewer Office = new(Office: true, Interviewer: false, Sites: null);
    private readonly ReminderPlan plan = new() { Terms = new() { ToFamilies = true, DaysBefore = [100], From = new(0, 0), Until = new(23, 59) } };

    [Fact]
    public async Task Whatever_step_it_crashes_at_nobody_is_written_to_twice()
    {
        var (steps, sentAtAll) = (0, false);
        for (var step = 1; steps == 0; step++)
            foreach (var after in (bool[])[false, true])
            {
                var (family, mail) = (await Booked(), new CountingMail());
                var crashed = await study.Caller.Crashes(() => Send(family, mail), step, after);
                for (var again = 0; again < 3; again++) await Send(family, mail);

                Assert.InRange(mail.Sent, 0, 1);
                var message = Assert.Single((await study.Grains.Family(family.Id).Read())!.Messages);
                Assert.Equal(mail.Sent == 1 && !crashed ? MessageOutcome.Sent : message.Outcome, message.Outcome);
                Assert.True(message.Outcome == MessageOutcome.Unknown || mail.Sent == 1 == (message.Outcome == MessageOutcome.Sent), $"step {step}, {(after ? "after" : "before")}: {message.Outcome}, sent {mail.Sent}");
                sentAtAll |= mail.Sent == 1;
                if (!crashed && !after) steps = step - 1;
            }
        Assert.True(sentAtAll);
        Assert.Equal(4, steps); // note, safe contact, address, settle
    }

    [Fact]
    public async Task Killed_between_the_note_and_the_mail_it_is_lost_and_listed_as_not_known()
    {
        var family = await Booked();

        await Send(family, new CountingMail { Dies = true });
        var mail = new CountingMail();
        await Send(family, mail);

        Assert.Equal(0, mail.Sent);
        Assert.Equal(MessageOutcome.Unknown, Assert.Single((await study.Grains.Family(family.Id).Read())!.Messages).Outcome);
    }

    [Fact]
    public async Task What_the_server_refuses_is_tried_three_times_and_no_more()
    {
        var (family, mail) = (await Booked(), new CountingMail { Answers = MailAnswer.Refused });

        for (var i = 0; i < 5; i++) await Send(family, mail);

        Assert.Equal(3, mail.Sent);
        Assert.All((await study.Grains.Family(family.Id).Read())!.Messages, m => Assert.Equal(MessageOutcome.Refused, m.Outcome));
    }

    private async Task<FamilyState> Booked()
    {
        var family = await study.Family();
        var carer = family.Members.First(m => m.Role.IsCarer()).Id;
        Some.Accepted(await study.Grains.Contact(family.Id).Record(carer, new("Ada Example") { Email = "ada@post.example" }, Office, study.Stamp()));
        return Some.Accepted(await study.Bookings.Book(family.Id, study.Plan(await study.Interviewer()) with { Room = null }, study.Stamp()));
    }

    private async Task Send(FamilyState family, CountingMail mail)
    {
        var now = study.Clock.GetUtcNow();
        var read = (await study.Grains.Family(family.Id).Read())!;
        var door = new MessageDoor(study.Grains, study.Service<StudyFrames>(), mail, study.Clock, NullLogger<MessageDoor>.Instance);
        foreach (var due in ReminderRules.Due(read, plan.Terms, Some.Design.TimeZone, now, now)) await door.Send(due, plan);
    }

    /// <summary>Takes mail as a server would, or dies while it is asked to.</summary>
    private sealed class CountingMail : IMailOut
    {
        public int Sent { get; private set; }

        public bool Dies { get; init; }

        public MailAnswer Answers { get; init; }

        public Task<MailAnswer> Send(Mail mail, CancellationToken cancellation = default)
        {
            if (Dies) throw new IOException("gone");
            Sent++;
            return Task.FromResult(Answers);
        }
    }
}
