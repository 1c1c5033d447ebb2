using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.FormWork;

/// <summary>What is done to forms after they were entered, by the API.</summary>
public sealed class FormWorkApiTests(RunningStudy study)
{
    private async Task<(HttpStatusCode Status, JsonElement Body)> Send(HttpMethod method, string path, object? body = null, Roles role = Roles.Researcher, string? key = null)
    {
        using var api = new HttpClient { BaseAddress = study.Address };
        using var request = new HttpRequestMessage(method, $"/api/v1{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", await (await study.At(RunningStudy.OwnSite, role)).Token(study));
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var response = await api.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    private Task<(HttpStatusCode Status, JsonElement Body)> Post(string path, object body, Roles role = Roles.Researcher, string? key = null) => Send(HttpMethod.Post, path, body, role, key);

    [Fact]
    public async Task An_edit_names_the_version_it_saw_and_a_stale_one_gets_both_values()
    {
        var family = await study.Family();
        var form = await study.EnterSdq(family);
        var at = $"/families/{family.Id}/forms/{form.Place}";
        var edit = new { version = form.Version, reason = "keying-error", answers = new { somatic = 2 }, why = "the paper says 2" };
        var key = Guid.NewGuid().ToString();
        var edited = await Post($"{at}/edits", edit, key: key);
        Assert.Equal(HttpStatusCode.OK, edited.Status);
        Assert.Equal(edited.Body.GetProperty("version").GetInt32(), (await Post($"{at}/edits", edit, key: key)).Body.GetProperty("version").GetInt32());
        Assert.Equal(2, edited.Body.GetProperty("answers").GetProperty("somatic").GetInt32());

        var stale = await Post($"{at}/edits", edit with { answers = new { somatic = 0 } });
        Assert.Equal((HttpStatusCode.Conflict, "form.changed"), (stale.Status, stale.Body.GetProperty("code").GetString()));
        Assert.Contains("made it 2, you enter 0", stale.Body.GetProperty("faults")[0].GetProperty("sentence").GetString(), StringComparison.Ordinal);
        var story = (await Send(HttpMethod.Get, $"{at}/history", role: Roles.Auditor)).Body;
        Assert.Equal("the paper says 2", story.GetProperty("changes")[0].GetProperty("why").GetString());
    }

    [Fact]
    public async Task A_query_a_lock_and_a_move_are_one_call_each()
    {
        var (family, right) = (await study.Family(), await study.Family());
        var form = await study.EnterSdq(family);
        var at = $"/families/{family.Id}/forms/{form.Place}";
        Assert.Equal(HttpStatusCode.Created, (await Post($"{at}/queries", new { item = "somatic", remark = "Is this a 1?" })).Status);
        Assert.Equal("answered", (await Post($"{at}/queries/1/answer", new { remark = "Yes." })).Body.GetProperty("state").GetString());
        var listed = (await Send(HttpMethod.Get, "/queries?state=answered")).Body.GetProperty("items").EnumerateArray();
        Assert.Contains(listed, q => q.GetProperty("family").GetString() == family.Id.ToString());

        Assert.Equal(HttpStatusCode.Forbidden, (await Post($"{at}/lock", new { why = "final" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await Post($"{at}/lock", new { why = "final" }, Roles.Administrator)).Status);
        var move = new { family = right.Id.ToString(), subject = right.Child().Id.ToString(), respondent = right.Parent().Id.ToString(), why = "wrong id keyed" };
        Assert.Equal("form.locked", (await Post($"{at}/move", move)).Body.GetProperty("code").GetString());
        await Post($"{at}/unlock", new { why = "wrong family" }, Roles.Administrator);
        var moved = await Post($"{at}/move", move);
        Assert.Equal((HttpStatusCode.OK, right.Id.ToString()), (moved.Status, moved.Body.GetProperty("family").GetString()));
    }

    [Fact]
    public async Task A_paper_and_a_form_of_the_tray_are_told_by_the_api()
    {
        var family = await study.Family();
        var place = family.SdqPlace();
        var paper = await Send(HttpMethod.Put, $"/families/{family.Id}/forms/{place}/paper/sent", new { on = OpenedStudy.Today.AddDays(-9) });
        Assert.Equal(HttpStatusCode.OK, paper.Status);
        var found = (await Send(HttpMethod.Get, $"/papers?sentBefore={OpenedStudy.Today.AddDays(-7):yyyy-MM-dd}")).Body.GetProperty("items").EnumerateArray();
        Assert.Contains(found, p => p.GetProperty("family").GetString() == family.Id.ToString());

        var keyed = await Post("/tray/ashbourne", new { batch = "2024", receivedOn = OpenedStudy.Today.AddDays(-1), box = "B1", instrument = "sdq-p-4-17", answers = new { consid = 1 } });
        Assert.Equal(HttpStatusCode.Created, keyed.Status);
        var parts = keyed.Body.GetProperty("id").GetString()!.Split('.', 2);
        var match = new { family = family.Id.ToString(), wave = "t1", subject = family.Child().Id.ToString(), respondent = family.Parent().Id.ToString(), completedOn = OpenedStudy.Today.AddDays(-3) };
        for (var sent = 0; sent < 2; sent++) Assert.Equal(HttpStatusCode.OK, (await Post($"/tray/{parts[0]}/{parts[1]}/match", match)).Status);
        Assert.Equal("tray.not-waiting", (await Post($"/tray/{parts[0]}/{parts[1]}/discard", new { why = "nobody's" })).Body.GetProperty("code").GetString());
    }
}
