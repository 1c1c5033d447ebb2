using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Shell;

public sealed class TokenTests(RunningStudy study)
{
    [Fact]
    public async Task A_token_opens_the_api_and_is_kept_only_as_its_hash()
    {
        var key = await study.AddAccount("token-holder@study.example", Roles.Analyst, SiteScope.All);
        var token = await Issue("token-holder@study.example");
        Assert.Equal(HttpStatusCode.OK, await Get("/api/v1/study", token));
        var kept = Assert.Single((await study.Grains.Account(key).Read()).Tokens);
        Assert.Equal(64, kept.Hash.Length);
        Assert.DoesNotContain(token, kept.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sos_nonsense")]
    [InlineData("sos_dG9rZW4taG9sZGVyQHN0dWR5LmV4YW1wbGU.AAAA")]
    public async Task A_token_that_was_never_issued_opens_nothing(string token) => Assert.Equal(HttpStatusCode.Unauthorized, await Get("/api/v1/study", token));

    [Fact]
    public async Task A_token_for_reading_changes_nothing()
    {
        await study.AddAccount("reader@study.example", Roles.Administrator, SiteScope.All);
        var token = await Issue("reader@study.example", "read");
        Assert.Equal(HttpStatusCode.OK, await Get("/api/v1/study", token));
        using var http = With(token);
        using var answer = await http.PutAsJsonAsync("/api/v1/study/waves/t9", new { }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_sign_in_cookie_alone_changes_nothing_through_the_api()
    {
        var visitor = await study.As(Roles.Administrator);
        using var answer = await visitor.Http.PutAsJsonAsync("/api/v1/study/waves/t9", new { }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_gets_a_problem_with_its_code_and_no_token()
    {
        await study.AddAccount("no-token@study.example", Roles.Analyst, SiteScope.All);
        using var http = With(null);
        using var answer = await http.PostAsJsonAsync("/api/v1/tokens", new { email = "no-token@study.example", password = "wrong", name = "x" }, TestContext.Current.CancellationToken);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("account.sign-in", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_request_that_leaves_fields_out_is_told_which()
    {
        await study.AddAccount("leaves-out@study.example", Roles.Administrator, SiteScope.All);
        using var http = With(await Issue("leaves-out@study.example"));
        using var answer = await http.PostAsJsonAsync("/api/v1/families", new { }, TestContext.Current.CancellationToken);
        Assert.Contains("'site'", (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("title").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_too_large()
    {
        using var http = With(null);
        using var answer = await http.PostAsync("/api/v1/tokens", new StringContent(new string(' ', 3 << 20), null, "application/json"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private async Task<string> Issue(string email, string scope = "read-and-write")
    {
        using var http = With(null);
        using var answer = await http.PostAsJsonAsync("/api/v1/tokens", new { email, password = RunningStudy.Password, name = "test", scope }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("token").GetString()!;
    }

    private async Task<HttpStatusCode> Get(string path, string token)
    {
        using var http = With(token);
        using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private HttpClient With(string? token)
    {
        var http = new HttpClient { BaseAddress = study.Address };
        if (token is not null) http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return http;
    }
}
