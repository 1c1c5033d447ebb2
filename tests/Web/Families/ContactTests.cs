using System.Net;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Families;

/// <summary>Contact details: for whom, when, and that each look is on record.</summary>
public sealed class ContactTests(RunningStudy study)
{
    private Task<Visitor> Coordinator => study.At(RunningStudy.OwnSite, Roles.Coordinator);

    [Fact]
    public async Task Details_are_shown_for_a_purpose_and_the_look_is_on_record()
    {
        var family = await study.Family();
        await Save(family);
        var closed = await (await Coordinator).Get(Address(family));
        Assert.DoesNotContain("Jo Example", closed.Text, StringComparison.Ordinal);
        var shown = await (await Coordinator).Post(Address(family), new { Purpose = "ArrangeInterview" });
        Assert.Contains("Jo Example", shown.Words, StringComparison.Ordinal);
        Assert.Contains("Do not call", shown.Words, StringComparison.Ordinal);
        Assert.Contains(await study.Grains.Contact(family.Id).History(), h => h.Kind == "contact.viewed" && h.By == "coordinator-ashbourne@study.example");
    }

    [Fact]
    public async Task A_purpose_must_be_given()
    {
        var family = await study.Family();
        await Save(family);
        (await (await Coordinator).Post(Address(family), new { })).ShouldAskFor("Purpose", "Choose what you need them for.");
    }

    [Fact]
    public async Task An_interviewer_sees_them_only_while_assigned()
    {
        var family = await study.Family();
        await Save(family);
        var interviewer = await study.At(RunningStudy.OwnSite, Roles.Interviewer);
        var before = await interviewer.Get(Address(family));
        Assert.Equal(HttpStatusCode.Forbidden, before.Status);
        Assert.Contains("members you are assigned to", before.Words, StringComparison.Ordinal);
        await (await Coordinator).Post($"/families/{family.Id}/interviewer/t1", new Dictionary<string, string>
        {
            ["Interviewer"] = "interviewer-ashbourne@study.example", ["From.Day"] = $"{OpenedStudy.Sampled.Day}", ["From.Month"] = $"{OpenedStudy.Sampled.Month}", ["From.Year"] = $"{OpenedStudy.Sampled.Year}",
        });
        Assert.Contains("Jo Example", (await interviewer.Post(Address(family), new { Purpose = "Visit" })).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_family_agreed_there_are_none()
    {
        var family = await study.Family(but: e => e with { ConsentedOn = null, AgreedOn = null, Consents = [] });
        var page = await (await Coordinator).Get(Address(family));
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("has not agreed to be contacted", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_researcher_never_reaches_them()
    {
        var family = await study.Family();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await study.At(RunningStudy.OwnSite, Roles.Researcher)).Get(Address(family))).Status);
        Assert.DoesNotContain("/contact/", (await (await study.At(RunningStudy.OwnSite, Roles.Researcher)).Get($"/families/{family.Id}")).Text, StringComparison.Ordinal);
    }

    private async Task Save(FamilyState family)
    {
        var saved = await (await Coordinator).Post(Address(family), new Dictionary<string, string> { ["Typed.Name"] = "Jo Example", ["Typed.Phones"] = "01632 960001", ["Typed.Barred"] = "call" });
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
    }

    private static string Address(FamilyState family) => $"/families/{family.Id}/contact/{family.Parent().Id}";
}
