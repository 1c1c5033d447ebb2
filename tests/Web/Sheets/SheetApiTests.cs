using System.Net;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Sheets;

/// <summary>Sheets over the API: one number however often it is sent, content for whoever printed it, and each look on record.</summary>
public sealed class SheetApiTests(RunningStudy study)
{
    [Fact]
    public async Task A_sheet_sent_twice_is_one_sheet_and_its_log_names_families_by_id_only()
    {
        var (family, visitor, operation) = (await study.Family(), await study.At(RunningStudy.OwnSite, Roles.Coordinator), Guid.NewGuid().ToString());
        var wish = new { kind = "labels", families = new[] { $"{family.Id}" }, wave = "t1" };

        var first = await ApiCall.Send(study, visitor, HttpMethod.Post, "/sheets", wish, operation);
        var again = await ApiCall.Send(study, visitor, HttpMethod.Post, "/sheets", wish, operation);

        Assert.Equal((HttpStatusCode.Created, first.Text("number")), (again.Status, again.Text("number")));
        Assert.Equal($"{OpenedStudy.Today.AddDays(90):yyyy-MM-dd}", first.Text("destroyBy"));
        var content = await ApiCall.Send(study, visitor, HttpMethod.Get, $"/sheets/{first.Text("number")}/content");
        Assert.Contains(content.Body.GetProperty("labels").EnumerateArray(), l => l.GetProperty("text").GetString()!.Contains("sdq-p-4-17", StringComparison.Ordinal));
        Assert.Equal("sheet.not-yours", (await ApiCall.Send(study, await study.At(RunningStudy.OwnSite, Roles.Administrator), HttpMethod.Get, $"/sheets/{first.Text("number")}/content")).Code);
        Assert.Equal("sheet.unknown", (await ApiCall.Send(study, await study.At(RunningStudy.OtherSite, Roles.Coordinator), HttpMethod.Get, $"/sheets/{first.Text("number")}")).Code);
    }

    [Fact]
    public async Task Looking_at_a_visit_sheet_is_on_record_and_a_sheet_ends_once()
    {
        var (family, visitor) = (await study.Family(), await study.At(RunningStudy.OwnSite, Roles.Coordinator));
        OpenedStudy.Accepted(await study.Grains.Contact(family.Id).Record(family.Parent().Id, new("Ada Example"), new(true, false, null), OpenedStudy.Stamp()));
        var sheet = await ApiCall.Send(study, visitor, HttpMethod.Post, "/sheets", new { kind = "visit", families = new[] { $"{family.Id}" }, wave = "t1" });

        var content = await ApiCall.Send(study, visitor, HttpMethod.Get, $"/sheets/{sheet.Text("number")}/content");

        Assert.Contains("Ada", content.Body.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Example", content.Body.ToString(), StringComparison.Ordinal);
        Assert.Contains(await study.Grains.Contact(family.Id).History(), h => h.Kind == "contact.viewed" && h.By.StartsWith("coordinator", StringComparison.Ordinal));
        Assert.Equal("reason.needed", (await ApiCall.Send(study, visitor, HttpMethod.Post, $"/sheets/{sheet.Text("number")}/end", new { end = "lost" })).Code);
        Assert.Equal("lost", (await ApiCall.Send(study, visitor, HttpMethod.Post, $"/sheets/{sheet.Text("number")}/end", new { end = "lost", why = "left on the train" })).Text("end"));
        Assert.Equal("destroyed", (await ApiCall.Send(study, visitor, HttpMethod.Post, $"/sheets/{sheet.Text("number")}/end", new { end = "destroyed" })).Text("end"));
        Assert.Equal("sheet.gone", (await ApiCall.Send(study, visitor, HttpMethod.Post, $"/sheets/{sheet.Text("number")}/end", new { end = "lost", why = "no" })).Code);
    }
}
