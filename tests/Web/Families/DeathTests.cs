using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Shell;

namespace SosLongitudinal.Tests.Web.Families;

/// <summary>A death, however it comes to light, stops every message at once. A study of its own, since reminders are the study's.</summary>
public sealed class DeathTests
{
    private static readonly ContactViewer Office = new(true, false, null);
    private static readonly DateOnly Yesterday = OpenedStudy.Today.AddDays(-1);

    private static readonly (string Path, Func<FamilyState, object> Body)[] ComesToLight =
    [
        ("events", _ => new { kind = "death", on = Yesterday, source = "worker" }),
        ("events", f => new { kind = "death", on = Yesterday, source = "worker", child = $"{f.Child().Id}" }),
        ("attempts", _ => new { wave = "t1", mode = "visit", outcome = "died", at = DateTimeOffset.UtcNow.AddHours(-1) }),
        ("tracing", _ => new { wave = "t1", source = "authority", on = Yesterday, result = "died" }),
    ];

    [Fact]
    public async Task After_a_death_no_reminder_plan_booking_call_label_or_posted_voucher_reaches_the_family()
    {
        await using var study = new RunningStudy();
        await study.InitializeAsync();
        var admin = await study.As(Roles.Administrator);
        var interviewer = await study.Interviewer();
        var alive = await Known(study, "alive@post.example");
        await study.Appointment(alive, interviewer, OpenedStudy.Today.AddDays(2), "12:00");
        var (waits, gone) = (await Known(study, "waits@post.example"), new List<FamilyState>());
        foreach (var (path, body) in ComesToLight)
        {
            var family = await Known(study, $"gone{gone.Count}@post.example");
            await study.Appointment(family, interviewer, OpenedStudy.Today.AddDays(2), $"{13 + gone.Count}:30");
            var sent = await ApiCall.Send(study, admin, HttpMethod.Post, $"/families/{family.Id}/{path}", body(family));
            Assert.True((int)sent.Status is 200 or 201, $"{path}: {sent.Body}");
            gone.Add(family);
        }

        Assert.Equal(HttpStatusCode.OK, (await ApiCall.Send(study, admin, HttpMethod.Put, "/reminders/terms", new { toFamilies = true, digest = false, daysBefore = new[] { 2, 5 }, from = "00:00:00", until = "23:59:59", mostPerPerson = 2, capDays = 7, digestAt = "07:30:00" })).Status);
        Assert.Equal(1, (await ApiCall.Send(study, admin, HttpMethod.Post, "/reminders/run")).Body.GetProperty("sent").GetInt32());
        var folder = Path.Combine(study.Services.GetRequiredService<ServeOptions>().Data, "mail");
        Assert.Contains("alive@post.example", File.ReadAllText(Assert.Single(Directory.EnumerateFiles(folder, "*.eml"))), StringComparison.Ordinal);

        var plan = (await ApiCall.Send(study, admin, HttpMethod.Post, $"/sites/{RunningStudy.OwnSite}/plan", new { weeks = 3 })).Body;
        var toTry = (await ApiCall.Send(study, admin, HttpMethod.Get, "/attempts/to-try?take=500")).Body.ToString();
        Assert.Contains($"{waits.Id}", toTry, StringComparison.Ordinal);
        var labels = (await ApiCall.Send(study, admin, HttpMethod.Post, "/sheets", new { kind = "labels", wave = "t1", families = gone.Append(waits).Select(f => $"{f.Id}") })).Text("number");
        var printed = (await ApiCall.Send(study, admin, HttpMethod.Get, $"/sheets/{labels}/content")).Body.GetProperty("labels").ToString();
        Assert.Contains($"{waits.Id}", printed, StringComparison.Ordinal);
        foreach (var family in gone)
        {
            var id = $"{family.Id}";
            Assert.DoesNotContain((await study.Grains.Family(family.Id).Read())!.Appointments, a => a.IsOpen);
            Assert.DoesNotContain(id, plan.GetProperty("lines").ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(id, toTry, StringComparison.Ordinal);
            Assert.DoesNotContain(id, printed, StringComparison.Ordinal);
            Assert.Equal("appointment.died", (await Book(study, admin, family, interviewer)).Code);
            Assert.Equal("voucher.silent", (await ApiCall.Send(study, admin, HttpMethod.Post, $"/families/{id}/vouchers", new { serial = id, pence = 1000, kind = "paper", member = $"{family.Parent().Id}", wave = "t1", way = "posted", on = OpenedStudy.Today })).Code);
        }
    }

    private static Task<ApiCall> Book(RunningStudy study, Visitor visitor, FamilyState family, string interviewer) => ApiCall.Send(study, visitor, HttpMethod.Post, $"/families/{family.Id}/appointments",
        new { wave = "t1", interviewer, on = OpenedStudy.Today.AddDays(9), at = "10:00:00", mode = "telephone" });

    private static async Task<FamilyState> Known(RunningStudy study, string email)
    {
        var family = await study.Family();
        OpenedStudy.Accepted(await study.Grains.Contact(family.Id).Record(family.Parent().Id, new("Ada Told_name") { Email = email }, Office, OpenedStudy.Stamp()));
        return family;
    }
}
