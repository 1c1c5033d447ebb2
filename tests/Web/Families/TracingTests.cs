using System.Net;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Pages.Fieldwork;

namespace SosLongitudinal.Tests.Web.Families;

public sealed class TracingTests(RunningStudy study)
{
    private static readonly DateOnly Yesterday = OpenedStudy.Today.AddDays(-1);

    private Task<Visitor> Coordinator => study.At(RunningStudy.OwnSite, Roles.Coordinator);

    private static Dictionary<string, string> Typed(string source, string result, DateOnly on) =>
        new() { ["Source"] = source, ["Result"] = result, ["On.Day"] = $"{on.Day}", ["On.Month"] = $"{on.Month}", ["On.Year"] = $"{on.Year}" };

    [Fact]
    public async Task Looking_for_a_family_is_recorded_on_the_page_and_stands_on_the_family_s()
    {
        var (family, visitor) = (await study.Family(), await Coordinator);
        var address = FamiliesLinks.Trace(family.Id, OpenedStudy.T1);
        Assert.Contains(address, (await visitor.Get(FamiliesLinks.Show(family.Id))).Text, StringComparison.Ordinal);
        (await visitor.Post(address, new Dictionary<string, string> { ["Source"] = "School" })).ShouldAskFor("Result", "Choose what came of it.");
        var later = OpenedStudy.Today.AddDays(4);
        var saved = await visitor.Post(address, new Dictionary<string, string>(Typed("School", "WillPassOn", Yesterday)) { ["NextOn.Day"] = $"{later.Day}", ["NextOn.Month"] = $"{later.Month}", ["NextOn.Year"] = $"{later.Year}" });
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);

        var page = await visitor.Get(saved.Location!);
        Assert.Contains("Will pass a message on", page.Words, StringComparison.Ordinal);
        Assert.Contains("Not looked at yet: somebody who would know where they are, social worker or authority", page.Words, StringComparison.Ordinal);
        var shown = (await visitor.Get(FamiliesLinks.Show(family.Id))).Words;
        Assert.Contains("Looking for the family", shown, StringComparison.Ordinal);
        Assert.Contains("(school): will pass a message on", shown, StringComparison.Ordinal);
        Assert.DoesNotContain($"{family.Id}", await Listed("Now"), StringComparison.Ordinal);
        Assert.Contains($"Look for the family, family {family.Id}", await Listed("Later"), StringComparison.Ordinal);

        async Task<string> Listed(string state) => (await visitor.Get($"{FieldworkLinks.ToTryFor(state)}&take=500")).Words;
    }

    [Fact]
    public async Task Giving_up_as_not_located_says_where_nobody_looked_and_warns_but_does_not_refuse()
    {
        var (family, visitor) = (await study.Family(), await Coordinator);
        var address = FamiliesLinks.DispositionAs(family.Id, OpenedStudy.T1, Track.Interview, "3.18");
        Assert.Contains("Nobody has looked for this family at Time 1", (await visitor.Get(address)).Words, StringComparison.Ordinal);
        await visitor.Post(FamiliesLinks.Trace(family.Id, OpenedStudy.T1), Typed("ElectoralRegister", "Nothing", Yesterday));
        var page = await visitor.Get(address);
        Assert.DoesNotContain("Nobody has looked", page.Words, StringComparison.Ordinal);
        Assert.Contains("Looked at: electoral register. Not yet: somebody who would know where they are", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Looked at", (await visitor.Get(FamiliesLinks.Disposition(family.Id, OpenedStudy.T1, Track.CaseRecord))).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Post(address, new Dictionary<string, string> { ["Code"] = "3.18", ["On.Day"] = $"{OpenedStudy.Today.Day}", ["On.Month"] = $"{OpenedStudy.Today.Month}", ["On.Year"] = $"{OpenedStudy.Today.Year}" })).Status);
    }

    [Fact]
    public async Task The_same_by_the_API_once_for_each_operation_and_struck_out_with_a_reason()
    {
        var (family, visitor) = (await study.Family(), await Coordinator);
        var path = $"/families/{family.Id}/tracing";
        var body = new { wave = "t1", source = "stable-contact", on = Yesterday, result = "new-details" };
        for (var i = 0; i < 2; i++)
        {
            var sent = await ApiCall.Send(study, visitor, HttpMethod.Post, path, body, $"trace-{family.Id}");
            Assert.Equal((HttpStatusCode.Created, 1), (sent.Status, sent.Body.GetProperty("tracing").GetArrayLength()));
        }
        Assert.Equal("date.future", (await ApiCall.Send(study, visitor, HttpMethod.Post, path, new { wave = "t1", source = "school", on = OpenedStudy.Today.AddDays(2), result = "nothing" })).Code);
        Assert.Equal("reason.needed", (await ApiCall.Send(study, visitor, HttpMethod.Post, $"{path}/t1/1/strike", new { reason = "" })).Code);
        Assert.Equal("another family", (await ApiCall.Send(study, visitor, HttpMethod.Post, $"{path}/t1/1/strike", new { reason = "another family" })).Body.GetProperty("tracing")[0].GetProperty("struckBecause").GetString());
        var read = (await ApiCall.Send(study, visitor, HttpMethod.Get, path)).Body.GetProperty("sources")[0];
        Assert.Equal((0, 9), (read.GetProperty("tried").GetArrayLength(), read.GetProperty("untried").GetArrayLength()));
    }

    [Fact]
    public async Task An_interviewer_looks_only_for_families_assigned_to_them()
    {
        var (mine, other) = (await study.Family(), await study.Family());
        OpenedStudy.Accepted(await study.Grains.Fieldwork(mine.Id).Assign(OpenedStudy.T1, $"interviewer-{RunningStudy.OwnSite}@study.example", OpenedStudy.Sampled, OpenedStudy.Stamp()));
        var interviewer = await study.At(RunningStudy.OwnSite, Roles.Interviewer);
        Task<Page> Post(FamilyState family) => interviewer.Post(FamiliesLinks.Trace(family.Id, OpenedStudy.T1), Typed("School", "Nothing", Yesterday));
        Assert.Equal(HttpStatusCode.Redirect, (await Post(mine)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(other)).Status);
        Assert.Empty((await study.Grains.Family(other.Id).Read())!.Tracing);
    }

    [Fact]
    public async Task A_death_that_comes_to_light_cancels_what_was_booked()
    {
        var family = await study.Family();
        await study.Appointment(family, await study.Interviewer(), OpenedStudy.Today.AddDays(9), "14:00");
        var sent = await ApiCall.Send(study, await Coordinator, HttpMethod.Post, $"/families/{family.Id}/tracing", new { wave = "t1", source = "authority", on = Yesterday, result = "died" });
        Assert.Equal(HttpStatusCode.Created, sent.Status);
        Assert.DoesNotContain((await study.Grains.Family(family.Id).Read())!.Appointments, a => a.IsOpen);
    }
}
