using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Families;

namespace SosLongitudinal.Tests.Web.Families;

/// <summary>Once a family is no longer to be met its appointments to come are cancelled, and the diaries have their times back.</summary>
public sealed class DepartureTests(RunningStudy study)
{
    private static readonly DateOnly Day = OpenedStudy.Today.AddDays(17);

    [Theory]
    [InlineData("withdrawals", """{"scopes":["interview"],"extent":"no-further-contact","from":"TODAY","reason":"asked"}""")]
    [InlineData("stages", """{"stage":"ended","on":"TODAY","endReason":"died","reason":"told by phone"}""")]
    [InlineData("events", """{"kind":"death","on":"TODAY","source":"worker"}""")]
    [InlineData("erasures", """{"confirm":"FAMILY","reason":"asked"}""")]
    public async Task Over_the_API_it_frees_the_diaries_and_sent_again_it_changes_nothing(string command, string body)
    {
        var (family, other, interviewer, visitor) = (await study.Family(), await study.Family(), await study.Interviewer(), await study.As(Roles.Administrator));
        await study.Appointment(family, interviewer, Day);
        var sent = System.Text.Json.JsonSerializer.Deserialize<object>(body.Replace("TODAY", $"{OpenedStudy.Today:yyyy-MM-dd}", StringComparison.Ordinal).Replace("FAMILY", $"{family.Id}", StringComparison.Ordinal));
        var operation = Guid.NewGuid().ToString();

        var first = await ApiCall.Send(study, visitor, HttpMethod.Post, $"/families/{family.Id}/{command}", sent, operation);
        await ApiCall.Send(study, visitor, HttpMethod.Post, $"/families/{family.Id}/{command}", sent, operation);

        Assert.True(first.Status == System.Net.HttpStatusCode.OK, $"{first.Status} {first.Body}");
        Assert.DoesNotContain((await study.Grains.Family(family.Id).Read())!.Appointments, a => a.HoldsTime);
        Assert.DoesNotContain((await study.Grains.Diary(new(DiaryOwner.Person(interviewer), DiaryMonth.Of(Day))).Read()).Entries, e => e.Family == family.Id);
        await study.Appointment(other, interviewer, Day);
    }

    [Fact]
    public async Task By_page_too_and_what_is_over_before_the_withdrawal_begins_stays_booked()
    {
        var (family, interviewer, visitor) = (await study.Family(), await study.Interviewer(), await study.At(RunningStudy.OwnSite, Roles.Coordinator));
        await study.Appointment(family, interviewer, Day);
        await study.Appointment(family, interviewer, Day.AddDays(4));
        var from = Day.AddDays(2);

        await visitor.Post(FamiliesLinks.Withdraw(family.Id), new KeyValuePair<string, string>[]
        {
            new("Scopes", "Interview"), new("About", "family"), new("Extent", "NoFurtherContact"), new("From.Day", $"{from.Day}"), new("From.Month", $"{from.Month}"), new("From.Year", $"{from.Year}"), new("Reason", "moves away"),
        });

        var left = (await study.Grains.Family(family.Id).Read())!.Appointments;
        Assert.Equal((AppointmentState.Booked, AppointmentState.Cancelled), (left[0].State, left[1].State));
        Assert.Equal("The family is no longer to be met.", left[1].Why);
    }

    [Fact]
    public async Task Withdrawing_one_scope_of_others_cancels_nothing()
    {
        var (family, interviewer, visitor) = (await study.Family(), await study.Interviewer(), await study.As(Roles.Administrator));
        await study.Appointment(family, interviewer, Day);

        await ApiCall.Send(study, visitor, HttpMethod.Post, $"/families/{family.Id}/withdrawals", new { scopes = new[] { "linkage" }, extent = "no-further-use", from = OpenedStudy.Today, reason = "asked" });

        Assert.True((await study.Grains.Family(family.Id).Read())!.Appointments[0].IsOpen);
    }
}
