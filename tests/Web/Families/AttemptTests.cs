using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Pages.Fieldwork;

namespace SosLongitudinal.Tests.Web.Families;

public sealed class AttemptTests(RunningStudy study)
{
    private static readonly ContactViewer Office = new(Office: true, Interviewer: false, Sites: null);
    private static readonly DateTimeOffset Yesterday = DateTimeOffset.UtcNow.AddDays(-1);

    private async Task<(HttpStatusCode Status, JsonElement Answer)> Send(HttpMethod method, string path, object? body = null, string? operation = null, Roles roles = Roles.Coordinator)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{path}");
        if (body is not null) request.Content = JsonContent.Create(body);
        if (operation is not null) request.Headers.Add("Idempotency-Key", operation);
        using var http = new HttpClient { BaseAddress = study.Address };
        request.Headers.Authorization = new("Bearer", await (await study.At(RunningStudy.OwnSite, roles)).Token(study));
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    private static object Call(DateTimeOffset at, string outcome = "no-answer", object? more = null) => more ?? new { wave = "t1", mode = "telephone", outcome, at };

    [Fact]
    public async Task A_coordinator_records_an_attempt_on_the_page_and_sees_it_and_what_is_left_to_try()
    {
        var family = await study.Family();
        var coordinator = await study.At(RunningStudy.OwnSite, Roles.Coordinator);
        var address = FamiliesLinks.Attempts(family.Id, OpenedStudy.T1);
        Assert.Contains("0 of 6", (await coordinator.Get(address)).Words, StringComparison.Ordinal);

        var saved = await coordinator.Post(address, new Dictionary<string, string>
        {
            ["Typed.Mode"] = "Telephone", ["Typed.Outcome"] = "no-answer", ["Typed.On.Day"] = $"{Yesterday.Day}", ["Typed.On.Month"] = $"{Yesterday.Month}", ["Typed.On.Year"] = $"{Yesterday.Year}", ["Typed.Time"] = "11:30",
        });
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var page = await coordinator.Get(saved.Location!);
        Assert.Contains("1 of 6", page.Words, StringComparison.Ordinal);
        Assert.Contains("No answer (3.13)", page.Words, StringComparison.Ordinal);
        Assert.Contains("weekday evening", page.Words, StringComparison.Ordinal);
        Assert.Contains("attempt 1: telephone, no answer", (await coordinator.Get(FamiliesLinks.Show(family.Id))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_and_what_was_typed_stays()
    {
        var family = await study.Family();
        var coordinator = await study.At(RunningStudy.OwnSite, Roles.Coordinator);
        var page = await coordinator.Post(FamiliesLinks.Attempts(family.Id, OpenedStudy.T1), new Dictionary<string, string> { ["Typed.Mode"] = "Visit", ["Typed.Note"] = "Left a card" });
        page.ShouldAskFor("Typed.Outcome", "Say what the attempt came to.");
        Assert.Contains("Left a card", page.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_operation_again_is_one_attempt()
    {
        var family = await study.Family();
        for (var i = 0; i < 2; i++)
        {
            var (status, answer) = await Send(HttpMethod.Post, $"/families/{family.Id}/attempts", Call(Yesterday), $"try-{family.Id}");
            Assert.Equal((HttpStatusCode.Created, 1), (status, answer.GetProperty("attempts").GetArrayLength()));
        }
    }

    [Fact]
    public async Task Safe_contact_stands_first_and_blocks_what_it_forbids_unless_it_was_done_all_the_same()
    {
        var family = await study.Family();
        var mother = family.Parent().Id;
        OpenedStudy.Accepted(await study.Grains.Contact(family.Id).SetFlags(mother, new() { DoNotCall = true, UnsafeNumbers = ["01632 960001"], CodeWord = "bluebell" }, Office, OpenedStudy.Stamp()));

        var coordinator = await study.At(RunningStudy.OwnSite, Roles.Coordinator);
        var page = await coordinator.Get(FamiliesLinks.Attempts(family.Id, OpenedStudy.T1));
        Assert.Contains("Do not call", page.Words, StringComparison.Ordinal);
        Assert.True(page.Text.IndexOf("bluebell", StringComparison.Ordinal) < page.Text.IndexOf("Record an attempt", StringComparison.Ordinal));
        Assert.Contains("safety-check", string.Concat((await study.Grains.Contact(family.Id).History()).Select(h => h.Content)), StringComparison.Ordinal);

        var path = $"/families/{family.Id}/attempts";
        var (blocked, problem) = await Send(HttpMethod.Post, path, Call(Yesterday));
        Assert.Equal((HttpStatusCode.Conflict, "safety.do-not-call"), (blocked, problem.GetProperty("code").GetString()));
        var (visited, _) = await Send(HttpMethod.Post, path, new { wave = "t1", mode = "visit", outcome = "no-one-home", at = Yesterday, next = "telephone" });
        Assert.Equal(HttpStatusCode.Conflict, visited); // the next step would call
        var (unexplained, why) = await Send(HttpMethod.Post, path, new { wave = "t1", mode = "telephone", outcome = "no-answer", at = Yesterday, againstSafety = true });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "reason.needed"), (unexplained, why.GetProperty("code").GetString()));
        var (owned, answer) = await Send(HttpMethod.Post, path, new { wave = "t1", mode = "telephone", outcome = "no-answer", at = Yesterday, againstSafety = true, reason = "rang before I looked" });
        Assert.Equal(HttpStatusCode.Created, owned);
        Assert.True(answer.GetProperty("attempts")[0].GetProperty("againstSafety").GetBoolean());
        var (needless, _) = await Send(HttpMethod.Post, path, new { wave = "t1", mode = "letter", outcome = "sent", at = Yesterday, againstSafety = true, reason = "x" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, needless);
    }

    [Fact]
    public async Task At_the_ceiling_the_family_is_listed_to_be_given_up_with_the_outcome_its_attempts_point_to()
    {
        var family = await study.Family();
        for (var i = 0; i < 6; i++)
        {
            var made = await Send(HttpMethod.Post, $"/families/{family.Id}/attempts", new { wave = "t1", mode = "visit", outcome = "no-one-home", at = Yesterday.AddDays(-3 * i) });
            Assert.Equal(HttpStatusCode.Created, made.Status);
        }
        Assert.Equal("attempt.ceiling", (await Send(HttpMethod.Post, $"/families/{family.Id}/attempts", Call(Yesterday.AddHours(1)))).Answer.GetProperty("code").GetString());

        var coordinator = await study.At(RunningStudy.OwnSite, Roles.Coordinator);
        Assert.Contains($"{family.Id}", (await coordinator.Get(FieldworkLinks.ToTryFor("Dispose"))).Words, StringComparison.Ordinal);
        var page = await coordinator.Get(FamiliesLinks.Attempts(family.Id, OpenedStudy.T1));
        var link = page.Document.QuerySelector(".govuk-inset-text a")!.GetAttribute("href")!;
        Assert.Equal("2.24", (await coordinator.Get(link)).Document.QuerySelector("input[name=Code][checked]")!.GetAttribute("value"));

        OpenedStudy.Accepted(await study.Grains.Fieldwork(family.Id).Dispose(OpenedStudy.T1, Track.Interview, "2.24", OpenedStudy.Today, OpenedStudy.Stamp()));
        var (_, listed) = await Send(HttpMethod.Get, "/attempts/to-try?state=dispose&take=500");
        Assert.DoesNotContain(listed.GetProperty("items").EnumerateArray(), r => r.GetProperty("family").GetString() == $"{family.Id}");
    }

    [Fact]
    public async Task An_interviewer_sees_only_their_own_families_to_try_and_may_try_no_other()
    {
        var (mine, other) = (await study.Family(), await study.Family());
        var interviewer = await study.At(RunningStudy.OwnSite, Roles.Interviewer);
        OpenedStudy.Accepted(await study.Grains.Fieldwork(mine.Id).Assign(OpenedStudy.T1, $"interviewer-{RunningStudy.OwnSite}@study.example", OpenedStudy.Sampled, OpenedStudy.Stamp()));
        var (_, listed) = await Send(HttpMethod.Get, "/attempts/to-try?take=500", roles: Roles.Interviewer);
        var families = listed.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("family").GetString()).ToList();
        Assert.Contains($"{mine.Id}", families);
        Assert.DoesNotContain($"{other.Id}", families);
        Assert.Equal(HttpStatusCode.Forbidden, (await interviewer.Get(FamiliesLinks.Attempts(other.Id, OpenedStudy.T1))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(HttpMethod.Post, $"/families/{other.Id}/attempts", Call(Yesterday), roles: Roles.Interviewer)).Status);
    }

    [Fact]
    public async Task An_attempt_recorded_in_error_is_struck_out_with_its_reason()
    {
        var family = await study.Family();
        await Send(HttpMethod.Post, $"/families/{family.Id}/attempts", Call(Yesterday));
        var coordinator = await study.At(RunningStudy.OwnSite, Roles.Coordinator);
        var strike = FamiliesLinks.StrikeAttempt(family.Id, OpenedStudy.T1, 1);
        (await coordinator.Post(strike, new { Reason = "" })).ShouldAskFor("Reason", "Give the reason; it becomes part of the record.");
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Post(strike, new { Reason = "It was another family" })).Status);
        var page = await coordinator.Get(FamiliesLinks.Attempts(family.Id, OpenedStudy.T1));
        Assert.Contains("0 of 6", page.Words, StringComparison.Ordinal);
        Assert.Contains("It was another family", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_that_was_used_is_kept_nowhere()
    {
        var family = await study.Family();
        await Send(HttpMethod.Post, $"/families/{family.Id}/attempts", new { wave = "t1", mode = "telephone", outcome = "no-answer", at = Yesterday, number = "01632 960777" });
        Assert.DoesNotContain("960777", string.Concat((await study.Grains.Family(family.Id).History()).Select(h => h.Content)), StringComparison.Ordinal);
        Assert.DoesNotContain("960777", string.Concat((await study.Grains.Contact(family.Id).History()).Select(h => h.Content)), StringComparison.Ordinal);
    }
}
