using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Families;

/// <summary>Members leave, take other roles and are corrected; one who was erased is not there for any of it.</summary>
public sealed class MemberTests(RunningStudy study)
{
    private Task<Visitor> Coordinator => study.At(RunningStudy.OwnSite, Roles.Coordinator);

    private async Task<Member> Read(MemberId member) => (await study.Grains.Family(member.Family).Read())!.Member(member)!;

    private async Task<(HttpStatusCode Status, JsonElement Body)> Post(string path, object body)
    {
        using var api = new HttpClient { BaseAddress = study.Address };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await (await Coordinator).Token(study));
        using var response = await api.PostAsJsonAsync($"/api/v1{path}", body, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_parent_becomes_a_kin_carer_and_leaves_on_a_date_known_to_the_month()
    {
        var parent = (await study.Family()).Parent().Id;
        var at = $"/families/{parent.Family}/members/{parent}";
        var taken = await (await Coordinator).Post(at, new Dictionary<string, string> { ["Role"] = "KinCarer", ["Since.Year"] = $"{OpenedStudy.Today.Year - 1}" }, "handler=Role");
        Assert.Equal((HttpStatusCode.Redirect, MemberRole.KinCarer), (taken.Status, (await Read(parent)).Role));
        var left = await Post($"{at}/leaving", new { on = $"{OpenedStudy.Today.AddMonths(-1):yyyy-MM}" });
        Assert.Equal((HttpStatusCode.OK, new PartialDate(OpenedStudy.Today.AddMonths(-1).Year, OpenedStudy.Today.AddMonths(-1).Month)), (left.Status, (await Read(parent)).Left));
    }

    [Fact]
    public async Task A_correction_needs_its_reason_and_both_halves_of_a_birth_month()
    {
        var child = (await study.Family()).Child().Id;
        var at = $"/families/{child.Family}/members/{child}/correction";
        Assert.Equal("reason.needed", (await Post(at, new { reason = "", birthYear = 2016, birthMonth = 5 })).Body.GetProperty("code").GetString());
        Assert.Equal("member.birth-month", (await Post(at, new { reason = "certificate", birthYear = 2016 })).Body.GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.OK, (await Post(at, new { reason = "certificate", birthYear = 2016, birthMonth = 5 })).Status);
        Assert.Equal(new BirthMonth(2016, 5), (await Read(child)).Birth);
    }

    [Fact]
    public async Task Of_an_erased_member_nothing_can_be_recorded_again()
    {
        var family = await study.Family();
        var child = family.Child().Id;
        OpenedStudy.Accepted(await study.Grains.Contact(family.Id).Erase(child, new ContactViewer(true, false, null), OpenedStudy.Stamp("asked")));
        OpenedStudy.Accepted(await study.Grains.Consent(family.Id).EraseMember(child, OpenedStudy.Today, OpenedStudy.Stamp("asked")));
        Assert.Equal("member.unknown", (await Post($"/families/{family.Id}/members/{child}/correction", new { reason = "again", birthYear = 2016, birthMonth = 5 })).Body.GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await (await Coordinator).Get($"/families/{family.Id}/members/{child}")).Status);
    }
}
