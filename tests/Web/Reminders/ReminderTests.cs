using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Reminders;
using SosLongitudinal.Web.Shell;

namespace SosLongitudinal.Tests.Web.Reminders;

/// <summary>Reminders over HTTP, read from the pickup folder: sent once, capped, and not to whom it is unsafe, withdrew, or has died. A study of its own, since terms are the study's.</summary>
public sealed class ReminderTests
{
    private static readonly ContactViewer Office = new(true, false, null);
    private static readonly object On = new { toFamilies = true, digest = false, daysBefore = new[] { 2, 5 }, from = "00:00:00", until = "23:59:59", mostPerPerson = 2, capDays = 7, digestAt = "07:30:00" };

    [Fact]
    public async Task Families_are_reminded_once_and_nobody_who_is_not_to_be()
    {
        await using var study = new RunningStudy();
        await study.InitializeAsync();
        var admin = await study.As(Roles.Administrator);
        var told = await Booked(study, "told@post.example");
        var unsafely = await Booked(study, "unsafe@post.example", new() { NoMessages = true });
        var unmailed = await Booked(study, "unmailed@post.example", new() { DoNotEmail = true });
        var without = await Booked(study, "");
        var dead = await Booked(study, "dead@post.example");
        OpenedStudy.Accepted(await study.Grains.Case(dead.Id).RecordEvent(CaseEventKind.Death, OpenedStudy.Today, null, "worker", OpenedStudy.Stamp()));
        var withdrawn = await Booked(study, "withdrew@post.example");
        OpenedStudy.Accepted(await study.Grains.Enrolment(withdrawn.Id).Withdraw([Study.Consent.ConsentScope.Interview], Study.Consent.WithdrawalExtent.NoFurtherContact, OpenedStudy.Today, OpenedStudy.Stamp("asked")));
        Assert.Equal(0, (await Run(study, admin)).Sent); // off until somebody switches it on

        Assert.Equal(System.Net.HttpStatusCode.OK, (await ApiCall.Send(study, admin, HttpMethod.Put, "/reminders/terms", On)).Status);
        Assert.Equal((1, 3), await Run(study, admin));
        Assert.Equal((0, 0), await Run(study, admin));

        var mail = Assert.Single(Mail(study));
        Assert.Contains("told@post.example", mail, StringComparison.Ordinal);
        Assert.Contains("Your appointment on", mail, StringComparison.Ordinal);
        foreach (var word in new[] { "Ashbourne", "Signs of Safety", "social", "Ada", "told_name" }) Assert.DoesNotContain(word, mail, StringComparison.OrdinalIgnoreCase);

        var page = await admin.Get(RemindersLinks.List);
        Assert.Contains($"{told.Id}P11Sent", page.Words.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Held back: not safe", page.Words, StringComparison.Ordinal);
        Assert.Contains("No e-mail address", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("post.example", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{dead.Id}", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("post.example", (await ApiCall.Send(study, admin, HttpMethod.Get, "/reminders/messages")).Body.ToString(), StringComparison.Ordinal);
        Assert.Equal("Unsafe", MessageOutcomeOf((await study.Grains.Family(unsafely.Id).Read())!));
        Assert.Equal("Unsafe", MessageOutcomeOf((await study.Grains.Family(unmailed.Id).Read())!));
        Assert.Equal("NoAddress", MessageOutcomeOf((await study.Grains.Family(without.Id).Read())!));
        Assert.Empty((await study.Grains.Family(withdrawn.Id).Read())!.Messages);
    }

    [Fact]
    public async Task Wording_that_tells_too_much_or_cannot_be_filled_in_is_refused_at_its_field()
    {
        await using var study = new RunningStudy();
        await study.InitializeAsync();
        var admin = await study.As(Roles.Administrator);
        async Task<string> Set(string text) => (await ApiCall.Send(study, admin, HttpMethod.Put, "/reminders/wording", new { language = "en", subject = "Your appointment", text })).Code;

        Assert.Equal("reminder.tells", await Set("See you in Ashbourne on {day} at {time}"));
        Assert.Equal("reminder.tells", await Set("About your social worker, {day} at {time}"));
        Assert.Equal("reminder.placeholder", await Set("Dear {name}, see you on {day} at {time}"));
        Assert.Equal("reminder.no-time", await Set("See you soon"));
        (await admin.Post(RemindersLinks.Terms, new { On = "families", DaysBefore = "2", From = "09:00", Until = "19:00", MostPerPerson = "2", CapDays = "7", DigestAt = "07:30", Language = "en", Subject = "Hello", Text = "See you soon" })).ShouldAskFor("Text", "Say when the appointment is: use {day} and {time}.");
    }

    private static string MessageOutcomeOf(FamilyState family) => $"{Assert.Single(family.Messages).Outcome}";

    private static async Task<FamilyState> Booked(RunningStudy study, string email, SafeContact? safety = null)
    {
        var family = await study.Family();
        var (door, parent) = (study.Grains.Contact(family.Id), family.Parent().Id);
        OpenedStudy.Accepted(await door.Record(parent, new("Ada Told_name") { Email = email }, Office, OpenedStudy.Stamp()));
        if (safety is not null) OpenedStudy.Accepted(await door.SetFlags(parent, safety, Office, OpenedStudy.Stamp()));
        await study.Appointment(family, await study.Interviewer(), OpenedStudy.Today.AddDays(2), "12:00");
        return family;
    }

    private static async Task<(int Sent, int NotSent)> Run(RunningStudy study, Visitor admin)
    {
        var ran = await ApiCall.Send(study, admin, HttpMethod.Post, "/reminders/run");
        return ran.Status == System.Net.HttpStatusCode.OK ? (ran.Body.GetProperty("sent").GetInt32(), ran.Body.GetProperty("notSent").GetInt32()) : throw new InvalidOperationException(ran.Body.ToString());
    }

    private static List<string> Mail(RunningStudy study)
    {
        var folder = Path.Combine(study.Services.GetRequiredService<ServeOptions>().Data, "mail");
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.eml").Select(File.ReadAllText)] : [];
    }
}
