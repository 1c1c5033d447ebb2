using System.Net;
using System.Text.Json;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Families;

namespace SosLongitudinal.Tests.Web.Families;

/// <summary>People who would know where a member is: recorded and shown by page and API, only to find or correct, and gone with the member.</summary>
public sealed class StableContactTests(RunningStudy study)
{
    private static readonly ContactViewer Office = new(true, false, null);

    private Task<Visitor> Coordinator => study.At(RunningStudy.OwnSite, Roles.Coordinator);

    [Fact]
    public async Task Who_would_know_is_recorded_on_the_page_and_shown_only_to_find_or_correct()
    {
        var (family, visitor) = (await study.Family(), await Coordinator);
        var address = FamiliesLinks.Contact(family.Parent().Id);
        var saved = await visitor.Post(address, new Dictionary<string, string>
        {
            ["Typed.Name"] = "Jo Example", ["Typed.Stable[0].Name"] = "Ida Thornquist", ["Typed.Stable[0].Relation"] = "godmother", ["Typed.Stable[0].Phone"] = "01632 960055", ["Typed.Stable[0].MayHear"] = "StudyName",
            ["Typed.Stable[1].Name"] = "Sid Marlowe", ["Typed.Stable[1].Relation"] = "neighbour", ["Typed.Stable[1].Address"] = "2 Alder Mews\nZZ1 1ZZ",
        });
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);

        foreach (var purpose in new[] { "Visit", "ArrangeInterview", "SafetyCheck" })
            Assert.DoesNotContain("Thornquist", (await visitor.Post(address, new { Purpose = purpose })).Text, StringComparison.Ordinal);
        var shown = await visitor.Post(address, new { Purpose = "Trace" });
        foreach (var word in new[] { "Ida Thornquist", "godmother", "01632 960055", "May be told what the study is called", "Sid Marlowe", "2 Alder Mews", "Only the caller's name" }) Assert.Contains(word, shown.Words, StringComparison.Ordinal);
        Assert.Equal("Sid Marlowe", (await visitor.Post(address, new { Purpose = "Correct" })).ValueOf("Typed.Stable[1].Name"));
        Assert.DoesNotContain("Thornquist", (await visitor.Get(FamiliesLinks.Show(family.Id))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_at_its_field()
    {
        var family = await study.Family();
        var page = await (await Coordinator).Post(FamiliesLinks.Contact(family.Parent().Id), new Dictionary<string, string> { ["Typed.Name"] = "Jo Example", ["Typed.Stable[0].Name"] = "Ida Thornquist", ["Typed.Stable[0].Phone"] = "01632 960055" });
        page.ShouldAskFor("Typed.Stable[0].Relation", "Say what the person is to the member, in at most 60 characters.");
    }

    [Fact]
    public async Task The_same_by_the_API_and_gone_with_the_member()
    {
        var (family, visitor) = (await study.Family(), await Coordinator);
        var path = $"/families/{family.Id}/contacts/{family.Parent().Id}";
        var details = new { name = "Jo Example", email = "jo@post.example", stable = new[] { new { name = "Ida Thornquist", relation = "godmother", phone = "01632 960055", mayHear = "study-name" } } };
        Assert.Equal(HttpStatusCode.OK, (await ApiCall.Send(study, visitor, HttpMethod.Put, path, details)).Status);
        Assert.Equal("stable-contact.no-way", (await ApiCall.Send(study, visitor, HttpMethod.Put, path, new { name = "Jo", stable = new[] { new { name = "Ida", relation = "aunt" } } })).Code);
        Assert.Equal(HttpStatusCode.OK, (await ApiCall.Send(study, visitor, HttpMethod.Put, $"{path}/safety", new { doNotEmail = true })).Status);

        async Task<JsonElement> View(string purpose) => (await ApiCall.Send(study, visitor, HttpMethod.Post, $"{path}/views", new { purpose })).Body;
        Assert.Equal(JsonValueKind.Null, (await View("visit")).GetProperty("details").GetProperty("stable").ValueKind);
        var traced = await View("trace");
        Assert.Equal("study-name", traced.GetProperty("details").GetProperty("stable")[0].GetProperty("mayHear").GetString());
        Assert.True(traced.GetProperty("safety").GetProperty("doNotEmail").GetBoolean());
        Assert.Equal(HttpStatusCode.Forbidden, (await ApiCall.Send(study, await study.At(RunningStudy.OwnSite, Roles.Researcher), HttpMethod.Post, $"{path}/views", new { purpose = "trace" })).Status);

        OpenedStudy.Accepted(await study.Grains.Contact(family.Id).Erase(family.Parent().Id, Office, OpenedStudy.Stamp("asked")));
        Assert.Equal("contact.none", (await ApiCall.Send(study, visitor, HttpMethod.Post, $"{path}/views", new { purpose = "trace" })).Code);
    }

    [Fact]
    public async Task A_possible_duplicate_is_shown_by_id_with_the_way_to_merge_and_at_another_site_without_its_id()
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        var (one, other, elsewhere) = (await Known(mark, null), await Known(mark, null), await Known(mark, RunningStudy.OtherSite));
        var page = await (await Coordinator).Post(FamiliesLinks.Contact(one.Parent().Id), new { Purpose = "Visit" });
        Assert.Contains("Possible duplicate", page.Words, StringComparison.Ordinal);
        Assert.Contains($"{other.Id}", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain($"{elsewhere.Id}", page.Text, StringComparison.Ordinal);
        Assert.Contains(page.Document.QuerySelectorAll("a"), a => a.GetAttribute("href") == FamiliesLinks.Merge(one.Id));

        var answer = (await ApiCall.Send(study, await Coordinator, HttpMethod.Post, $"/families/{one.Id}/contacts/{one.Parent().Id}/views", new { purpose = "visit" })).Body;
        Assert.Equal($"{other.Id}", Assert.Single(answer.GetProperty("possibleDuplicates").EnumerateArray()).GetString());
        Assert.True(answer.GetProperty("possibleDuplicateElsewhere").GetBoolean());
    }

    private async Task<FamilyState> Known(string mark, Study.Kernel.SiteCode? site)
    {
        var family = await study.Family(site);
        OpenedStudy.Accepted(await study.Grains.Contact(family.Id).Record(family.Parent().Id, new($"Same {mark}") { Postcode = "ZZ9 9ZZ" }, Office, OpenedStudy.Stamp()));
        return family;
    }
}
