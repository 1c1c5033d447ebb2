using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Tests.Web.FocusGroups;
using SosLongitudinal.Web.Shell;

namespace SosLongitudinal.Tests.Web.Reminders;

/// <summary>What a coordinator is told in the morning, read from the pickup folder: once a day, on working days, about their own sites.</summary>
public sealed class DigestTests(DigestTests.EarlyStudy study) : IClassFixture<DigestTests.EarlyStudy>
{
    [Fact]
    public async Task A_coordinator_is_told_once_a_working_day_what_waits_at_their_sites()
    {
        var admin = await study.As(Roles.Administrator);
        await study.At(RunningStudy.OwnSite, Roles.Coordinator);
        await study.Ask(HttpMethod.Put, "/study/group-targets", new { wave = "t1", kind = "parents", number = 2, site = $"{RunningStudy.OwnSite}" }, Roles.Administrator);
        var (ours, theirs) = (await Booked(RunningStudy.OwnSite), await Booked(RunningStudy.OtherSite));
        await ApiCall.Send(study, admin, HttpMethod.Put, "/reminders/terms", new { toFamilies = false, digest = true, daysBefore = new[] { 2 }, from = "09:00:00", until = "19:00:00", mostPerPerson = 2, capDays = 7, digestAt = "07:30:00" });

        await ApiCall.Send(study, admin, HttpMethod.Post, "/reminders/run");
        await ApiCall.Send(study, admin, HttpMethod.Post, "/reminders/run");

        var digest = Assert.Single(Mail());
        Assert.Contains("Focus groups and key-informant interviews still to be booked: 1", digest, StringComparison.Ordinal);
        Assert.Contains($"Booked groups of the next two weeks with seats free: 1 ({ours.Id})", digest, StringComparison.Ordinal);
        Assert.DoesNotContain($"{theirs.Id}", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("Ashbourne", digest, StringComparison.Ordinal);
    }

    private async Task<FocusGroup> Booked(Study.Kernel.SiteCode site) =>
        await study.Group(site, GroupKind.Parents, await study.Room(site), [await study.Interviewer(site)], OpenedStudy.Today.AddDays(9));

    private List<string> Mail()
    {
        var folder = Path.Combine(study.Services.GetRequiredService<ServeOptions>().Data, "mail");
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.eml").Select(File.ReadAllText).Select(m => m.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal))] : [];
    }

    /// <summary>A study on the morning of the next working day.</summary>
    public sealed class EarlyStudy : RunningStudy
    {
        protected override TimeProvider Clock { get; } = new TurnedClock(new(WorkingDay(OpenedStudy.Today.AddDays(1)), new(8, 0), TimeSpan.Zero));

        private static DateOnly WorkingDay(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? WorkingDay(day.AddDays(1)) : day;
    }
}
