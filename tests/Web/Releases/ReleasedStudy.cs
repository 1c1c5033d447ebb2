using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms.Edits;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Releases;

/// <summary>A study whose data are frozen, and then go on.</summary>
internal static class ReleasedStudy
{
    public static async Task<HttpResponseMessage> Ask(this RunningStudy study, Visitor visitor, HttpMethod method, string path, object? body, string? key = null, RangeHeaderValue? range = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}");
        if (body is not null) request.Content = JsonContent.Create(body);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (range is not null) request.Headers.Range = range;
        request.Headers.Authorization = new("Bearer", await visitor.Token(study));
        return await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> Release(this RunningStudy study, Visitor visitor, object recipe, string? key = null)
    {
        using var answer = await study.Ask(visitor, HttpMethod.Post, "releases", new { title = "Made by a test", recipe }, key);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Five edits for each of ten families: their form, their worker, their case, their membership and their place.</summary>
    public static async Task FiftyEdits(this RunningStudy study, IReadOnlyCollection<FamilyState> families)
    {
        var worker = await study.Worker("Later");
        foreach (var (id, child) in families.Select(f => (f.Id, f.Child())))
        {
            var now = (await study.Grains.Family(id).Read())!;
            var form = now.FormAt(now.SdqPlace())!;
            var answer = form.Answers["somatic"] == Answer.Of(2) ? 0 : 2;
            var changes = Answers.Of([("somatic", Answer.Of(answer))]);
            OpenedStudy.Accepted(await study.Grains.FormWork(id).Edit(new(form.Place, form.Version, changes, EditReason.KeyingError), OpenedStudy.Stamp("misread")));
            OpenedStudy.Accepted(await study.Grains.Case(id).Allocate(new CaseHolder.Named(worker.Id), OpenedStudy.Today.AddDays(-2), "authority", null, OpenedStudy.Stamp("moved on")));
            OpenedStudy.Accepted(await study.Grains.Case(id).RecordEvent(CaseEventKind.ReReferral, OpenedStudy.Today.AddDays(-1), null, "authority", OpenedStudy.Stamp()));
            OpenedStudy.Accepted(await study.Grains.Members(id).Correct(child.Id, child.Birth, now.Member(child.Id)!.Sex == Sex.Male ? Sex.Female : Sex.Male, OpenedStudy.Stamp("certificate")));
            OpenedStudy.Accepted(await study.Grains.Members(id).Move(now.Site == RunningStudy.OwnSite ? RunningStudy.OtherSite : RunningStudy.OwnSite, OpenedStudy.Today, OpenedStudy.Stamp("moved house")));
        }
    }
}
