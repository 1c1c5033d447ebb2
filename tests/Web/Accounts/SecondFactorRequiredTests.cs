using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Accounts;

/// <summary>What an administrator does about second factors: requires them, and takes a lost one away.</summary>
public sealed class SecondFactorRequiredTests(RunningStudy study)
{
    [Fact]
    public async Task Where_it_is_required_whoever_sees_contact_details_is_led_to_set_it_up_and_nobody_else()
    {
        await using var strict = new RunningStudy(); // the setting is the whole study's
        await strict.InitializeAsync();
        await strict.AddAccount("interviewer@study.example", Roles.Interviewer, SiteScope.All);
        using var interviewer = strict.SignedOut();
        await interviewer.SignIn("interviewer@study.example", RunningStudy.Password);
        var analyst = await strict.As(Roles.Analyst);
        var administrator = await WithAuthenticator.Make(strict, "requires", Roles.Administrator);
        Assert.Equal("/accounts", (await administrator.Visitor.Post("/accounts/second-factor", new { Required = "contact-details" })).Location);

        Assert.Equal("/account/authenticator", (await interviewer.Get("/")).Location); // signed in before it was required
        using var api = await interviewer.Http.GetAsync("/api/v1/study", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, api.StatusCode);
        using var token = await interviewer.Http.PostAsJsonAsync("/api/v1/tokens", new { email = "interviewer@study.example", password = RunningStudy.Password, name = "x" }, TestContext.Current.CancellationToken);
        Assert.Equal("account.second-factor-first", (await token.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.OK, (await analyst.Get("/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await administrator.Visitor.Get("/")).Status);

        await WithAuthenticator.SetUp(interviewer, "interviewer@study.example");
        Assert.Equal(HttpStatusCode.OK, (await interviewer.Get("/")).Status);
    }

    [Fact]
    public async Task Once_it_is_required_a_token_made_without_one_opens_nothing_where_names_are_seen_and_its_line_says_so()
    {
        await using var strict = new RunningStudy(); // the setting is the whole study's
        await strict.InitializeAsync();
        const string email = "carries-a-token@study.example";
        await strict.AddAccount(email, Roles.Interviewer, SiteScope.All);
        using var http = new HttpClient { BaseAddress = strict.Address };
        async Task<JsonElement> Issue(string? code = null)
        {
            using var answer = await http.PostAsJsonAsync("/api/v1/tokens", new { email, password = RunningStudy.Password, name = "sheets", code }, TestContext.Current.CancellationToken);
            return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("token");
        }
        async Task<string?> Use(string? token)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/account") { Headers = { Authorization = new("Bearer", token) } };
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode ? "in" : (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString();
        }
        var before = (await Issue()).GetString();
        Assert.Equal("in", await Use(before));
        var administrator = await WithAuthenticator.Make(strict, "stops-tokens", Roles.Administrator);
        Assert.Equal("/accounts", (await administrator.Visitor.Post("/accounts/second-factor", new { Required = "contact-details" })).Location);
        Assert.Equal("account.token-without-second-factor", await Use(before));

        using var interviewer = strict.SignedOut();
        await interviewer.SignIn(email, RunningStudy.Password);
        var person = await WithAuthenticator.SetUp(interviewer, email);
        Assert.Equal("account.token-without-second-factor", await Use(before)); // whoever holds it never showed one
        Assert.Equal("in", await Use((await Issue(Totp.Code(person.Key, 1))).GetString()));
        Assert.Equal(["In use", "Stopped: made without a second factor"], (await interviewer.Get("/account/tokens")).Document.QuerySelectorAll(".data-table tbody tr td:nth-child(6)").Select(c => c.TextContent.Trim()));
    }

    [Fact]
    public async Task A_lost_one_is_reset_with_a_reason_that_stays_on_record()
    {
        var person = await WithAuthenticator.Make(study, "lost-telephone");
        var administrator = await study.As(Roles.Administrator);
        var page = $"/accounts/{Uri.EscapeDataString(person.Email)}/second-factor";
        (await administrator.Post(page, new { Why = " " })).ShouldAskFor("Why", SecondFactorRefusals.Reason.Sentence);
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Post(page, new { Why = "Telephone stolen; met at the office." })).Status);
        using var visitor = study.SignedOut();
        Assert.Equal("/", (await visitor.Post("/sign-in", new { person.Email, RunningStudy.Password })).Location);
        var history = await (await study.As(Roles.Auditor)).Get($"/accounts/{Uri.EscapeDataString(person.Email)}/history");
        var newest = history.Document.QuerySelectorAll(".data-table tbody tr").First().Children.Skip(1).Select(c => c.TextContent);
        Assert.Equal(["Second factor reset", "Administrator person (administrator-every@study.example)", "Telephone stolen; met at the office."], newest);
    }

    [Fact]
    public async Task A_reset_through_the_api_needs_a_reason_and_answers_twice_alike()
    {
        var person = await WithAuthenticator.Make(study, "lost-again");
        var administrator = await study.As(Roles.Administrator);
        var path = $"/accounts/{person.Email}/second-factor/reset";
        Assert.Equal("account.reset-reason", (await ApiCall.Send(study, administrator, HttpMethod.Post, path, new { })).Code);
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.NoContent, (await ApiCall.Send(study, administrator, HttpMethod.Post, path, new { why = "Lost." }, "reset-once")).Status);
        Assert.False((await study.Grains.Account(AccountKey.Parse(person.Email)).Read()).HasSecondFactor);
    }

    [Fact]
    public async Task Nobody_resets_their_own()
    {
        var person = await WithAuthenticator.Make(study, "own-reset", Roles.Administrator);
        var answer = await person.Visitor.Post($"/accounts/{person.Email}/second-factor", new { Why = "Shorter." });
        Assert.Contains("reset by another administrator", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_issued_for_password_and_code_and_not_for_the_password_alone()
    {
        var person = await WithAuthenticator.Make(study, "program");
        using var http = new HttpClient { BaseAddress = study.Address };
        async Task<(HttpStatusCode Status, JsonElement Body)> Ask(string? code)
        {
            using var answer = await http.PostAsJsonAsync("/api/v1/tokens", new { email = person.Email, password = RunningStudy.Password, name = "x", code }, TestContext.Current.CancellationToken);
            return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
        }
        var (status, body) = await Ask(null);
        Assert.Equal((HttpStatusCode.Unauthorized, "account.code-missing"), (status, body.GetProperty("code").GetString()));
        Assert.Equal("account.code", (await Ask("123")).Body.GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.Created, (await Ask(Totp.Code(person.Key, 1))).Status);
    }

    [Fact]
    public async Task A_token_says_whose_it_is()
    {
        var call = await ApiCall.Send(study, await study.At(RunningStudy.OwnSite, Roles.Researcher), HttpMethod.Get, "/account");
        Assert.Equal(("researcher-ashbourne@study.example", "False"), (call.Text("account"), call.Text("hasSecondFactor")));
    }
}
