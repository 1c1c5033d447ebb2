using System.Net;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Accounts;

public sealed class OwnTokensTests(RunningStudy study)
{
    [Fact]
    public async Task A_token_is_made_on_the_page_shown_once_used_listed_and_revoked()
    {
        var visitor = await Person("token-keeper");
        var shown = await visitor.Get("/account/tokens/make");
        var made = await visitor.Send(shown, "/account/tokens/make", new { Name = "Wave 2 notebook", Scope = "Read", Days = "30", Proof = RunningStudy.Password });
        var token = made.Document.QuerySelector(".shown-once")!.TextContent.Trim();
        Assert.Equal(token, (await visitor.Send(shown, "/account/tokens/make", new { Name = "Wave 2 notebook", Scope = "Read", Days = "30", Proof = RunningStudy.Password })).Document.QuerySelector(".shown-once")!.TextContent.Trim());
        Assert.Equal(["Wave 2 notebook", "Read only", "Never"], await Row(visitor));
        Assert.Equal(HttpStatusCode.OK, await Use(token));
        Assert.DoesNotContain("Never", await Row(visitor));
        Assert.DoesNotContain(token, (await visitor.Get("/account/tokens")).Text, StringComparison.Ordinal);
        Assert.Equal("/account/tokens", (await visitor.Post("/account/tokens", new { })).Location);
        Assert.Equal(HttpStatusCode.Unauthorized, await Use(token)); // at once, not when it is forgotten
        Assert.Contains("You have no tokens.", (await visitor.Get("/account/tokens")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_finds_a_browser_signed_in_makes_no_token_without_the_password()
    {
        var visitor = await Person("left-the-room");
        var answer = await visitor.Post("/account/tokens/make", new { Name = "Mine now", Scope = "ReadAndWrite", Days = "0", Proof = "a guess at it" });
        answer.ShouldAskFor("Proof", SecondFactorRefusals.Proof.Sentence);
        Assert.Empty((await study.Grains.Account(AccountKey.Parse("left-the-room@study.example")).Read()).Tokens);
    }

    [Fact]
    public async Task A_program_lists_and_revokes_its_own_tokens()
    {
        var visitor = await Person("own-program");
        var listed = await ApiCall.Send(study, visitor, HttpMethod.Get, "/account/tokens");
        var line = Assert.Single(listed.Body.EnumerateArray());
        Assert.Equal(("test", "read-and-write"), (line.GetProperty("name").GetString(), line.GetProperty("scope").GetString()));
        Assert.Equal(HttpStatusCode.NoContent, (await ApiCall.Send(study, visitor, HttpMethod.Delete, $"/account/tokens/{line.GetProperty("token").GetString()}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ApiCall.Send(study, visitor, HttpMethod.Get, "/account/tokens")).Status);
    }

    [Fact]
    public async Task An_administrator_sees_and_revokes_the_tokens_of_others()
    {
        using var api = await study.Api($"{await study.AddAccount("gone-away@study.example", Roles.Analyst, SiteScope.All)}", RunningStudy.Password);
        var administrator = await study.As(Roles.Administrator);
        var listed = await ApiCall.Send(study, administrator, HttpMethod.Get, "/accounts/gone-away@study.example/tokens");
        Assert.Single(listed.Body.EnumerateArray());
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Post("/accounts/gone-away@study.example/tokens", new { })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync("/api/v1/study", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("account.unknown-token", (await ApiCall.Send(study, administrator, HttpMethod.Delete, "/accounts/gone-away@study.example/tokens/0123456789abcdef")).Code);
    }

    [Fact]
    public async Task A_new_password_ends_the_sign_ins_elsewhere_and_not_the_one_at_hand()
    {
        await using var turned = new TurnedStudy();
        await turned.InitializeAsync();
        await turned.AddAccount("two-browsers@study.example", Roles.Analyst, SiteScope.All);
        using var here = turned.SignedOut();
        using var elsewhere = turned.SignedOut();
        await here.SignIn("two-browsers@study.example", RunningStudy.Password);
        await elsewhere.SignIn("two-browsers@study.example", RunningStudy.Password);
        Assert.Equal("/account", (await here.Post("/account/password", new { Present = RunningStudy.Password, Password = "four quite odd words" })).Location);
        turned.Turn(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.OK, (await here.Get("/account")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.Get("/account")).Status);
    }

    private async Task<Visitor> Person(string name)
    {
        await study.AddAccount($"{name}@study.example", Roles.Analyst, SiteScope.All);
        var visitor = study.SignedOut();
        await visitor.SignIn($"{name}@study.example", RunningStudy.Password);
        return visitor;
    }

    /// <summary>Name, what it may and last use of the one token listed.</summary>
    private static async Task<string[]> Row(Visitor visitor)
    {
        var cells = (await visitor.Get("/account/tokens")).Document.QuerySelectorAll(".data-table tbody tr").Single().Children.Select(c => c.TextContent.Trim()).ToList();
        return [cells[0], cells[1], cells[3]];
    }

    private async Task<HttpStatusCode> Use(string token)
    {
        using var http = new HttpClient { BaseAddress = study.Address, DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
        using var answer = await http.GetAsync("/api/v1/study", TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
