using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Orleans.Core.Internal;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Shell;

namespace SosLongitudinal.Tests.Web.Accounts;

public sealed class RateLimitTests(RunningStudy study)
{
    [Fact]
    public async Task Whoever_tries_passwords_too_fast_is_told_when_to_try_again_on_the_page_and_in_the_api()
    {
        await using var limited = new LimitedStudy();
        await limited.InitializeAsync();
        await limited.AddAccount("hurried@study.example", Roles.Analyst, SiteScope.All);
        using var visitor = limited.SignedOut();
        for (var i = 0; i < LimitedStudy.SignIns; i++) Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Post("/sign-in", new { Email = "hurried@study.example", Password = "wrong" })).Status);

        var page = await visitor.Post("/sign-in", new { Email = "hurried@study.example", RunningStudy.Password });
        Assert.Equal((HttpStatusCode.TooManyRequests, "Too many tries"), (page.Status, page.Heading));
        Assert.InRange(page.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        using var token = await visitor.Http.PostAsJsonAsync("/api/v1/tokens", new { email = "hurried@study.example", password = RunningStudy.Password, name = "x" }, TestContext.Current.CancellationToken);
        await IsTooMany(token);
    }

    [Fact]
    public async Task One_account_that_asks_too_often_is_stopped_and_another_at_the_same_address_is_not()
    {
        await using var limited = new LimitedStudy();
        await limited.InitializeAsync();
        await limited.AddAccount("wild@study.example", Roles.Analyst, SiteScope.All);
        await limited.AddAccount("calm@study.example", Roles.Analyst, SiteScope.All);
        using var wild = await limited.Api("wild@study.example", RunningStudy.Password);
        using var calm = await limited.Api("calm@study.example", RunningStudy.Password);
        for (var i = 0; i < LimitedStudy.Requests; i++) Assert.Equal(HttpStatusCode.OK, await Status(wild));
        using var refused = await wild.GetAsync("/api/v1/account", TestContext.Current.CancellationToken);
        await IsTooMany(refused);
        Assert.Equal(HttpStatusCode.OK, await Status(calm));
    }

    [Fact]
    public async Task Wrong_passwords_are_still_counted_when_the_account_has_been_away_from_memory()
    {
        var key = await study.AddAccount("restarted@study.example", Roles.Analyst, SiteScope.All);
        using var visitor = study.SignedOut();
        for (var i = 0; i < 8; i++)
        {
            await visitor.Post("/sign-in", new { Email = $"{key}", Password = "wrong" });
            if (i == 4) await study.Grains.AccountAttempts(key).AsReference<IGrainManagementExtension>().DeactivateOnIdle(TestContext.Current.CancellationToken);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Post("/sign-in", new { Email = $"{key}", RunningStudy.Password })).Status);
    }

    private static async Task<HttpStatusCode> Status(HttpClient http)
    {
        using var answer = await http.GetAsync("/api/v1/account", TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task IsTooMany(HttpResponseMessage answer)
    {
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(("request.too-many", "Wait a minute, then try again."), (problem.GetProperty("code").GetString(), problem.GetProperty("title").GetString()));
    }

    private sealed class LimitedStudy : RunningStudy
    {
        public const int SignIns = 4;
        public const int Requests = 30;

        protected override ServeOptions Options(ServeOptions usual) => usual with { SignInsPerMinute = SignIns, RequestsPerMinute = Requests };
    }
}
