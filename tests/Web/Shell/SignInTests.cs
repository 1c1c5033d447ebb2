using System.Net;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Shell;

public sealed class SignInTests(RunningStudy study)
{
    [Fact]
    public async Task Signing_in_goes_on_to_the_page_that_was_asked_for()
    {
        using var visitor = study.SignedOut();
        await study.AddAccount("goes-on@study.example", Roles.Administrator, SiteScope.All);
        var asked = await visitor.Get("/accounts");
        var answer = await visitor.Post(asked.Location!, new { Email = "Goes-On@study.example ", RunningStudy.Password });
        Assert.Equal("/accounts", answer.Location);
        Assert.Equal("Accounts", (await visitor.Get("/accounts")).Heading);
    }

    [Fact]
    public async Task Signing_in_never_goes_on_to_another_site()
    {
        using var visitor = study.SignedOut();
        await study.AddAccount("stays@study.example", Roles.Analyst, SiteScope.All);
        var answer = await visitor.Post("/sign-in?to=https://elsewhere.example/", new { Email = "stays@study.example", RunningStudy.Password });
        Assert.Equal("/", answer.Location);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        using var visitor = study.SignedOut();
        await study.AddAccount("known@study.example", Roles.Analyst, SiteScope.All);
        var wrong = await visitor.Post("/sign-in", new { Email = "known@study.example", Password = "not this one" });
        var unknown = await visitor.Post("/sign-in", new { Email = "unknown@study.example", Password = "not this one" });
        Assert.Equal(wrong.Document.QuerySelector(".govuk-error-summary")!.TextContent, unknown.Document.QuerySelector(".govuk-error-summary")!.TextContent);
        Assert.Equal("known@study.example", wrong.ValueOf("Email"));
    }

    [Fact]
    public async Task After_eight_wrong_passwords_the_right_one_is_refused_too()
    {
        using var visitor = study.SignedOut();
        await study.AddAccount("locked@study.example", Roles.Analyst, SiteScope.All);
        for (var i = 0; i < 8; i++) await visitor.Post("/sign-in", new { Email = "locked@study.example", Password = "wrong" });
        var answer = await visitor.Post("/sign-in", new { Email = "locked@study.example", RunningStudy.Password });
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        using var visitor = study.SignedOut();
        await study.AddAccount("leaves@study.example", Roles.Analyst, SiteScope.All);
        await visitor.SignIn("leaves@study.example", RunningStudy.Password);
        await visitor.Post("/sign-out", new { });
        Assert.StartsWith("http", (await visitor.Get("/")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_survives_an_expired_sign_in_and_is_saved_once()
    {
        using var visitor = study.SignedOut();
        await study.AddAccount("typist@study.example", Roles.Administrator, SiteScope.All);
        await visitor.SignIn("typist@study.example", RunningStudy.Password);
        var form = await visitor.Get("/accounts/typed-for@study.example".Replace("typed-for@study.example", (await study.AddAccount("typed-for@study.example", Roles.Analyst, SiteScope.All)).ToString(), StringComparison.Ordinal));
        visitor.LoseSignIn();

        var expired = await visitor.Send(form, "/accounts/typed-for@study.example", new { Roles = new[] { "Researcher", "Coordinator" }, Reach = "only", Sites = "kelham" });
        Assert.Equal(HttpStatusCode.Unauthorized, expired.Status);
        var signedIn = await visitor.Send(expired, "/sign-in-again", new Dictionary<string, string> { ["kept-password-of"] = "typist@study.example", ["kept-password"] = RunningStudy.Password });
        Assert.Equal("You are signed in", signedIn.Heading);
        var saved = await visitor.Send(signedIn, "/accounts/typed-for@study.example", new { });

        Assert.Equal("/accounts", saved.Location);
        var account = await study.Grains.Account(AccountKey.Parse("typed-for@study.example")).Read();
        Assert.Equal(Roles.Researcher | Roles.Coordinator, account.Roles);
        Assert.Equal(SiteScope.Of(SiteCode.Parse("kelham")), account.Sites);
    }

    [Fact]
    public async Task A_post_from_another_site_is_never_kept_for_after_sign_in()
    {
        using var visitor = study.SignedOut();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/accounts/add") { Content = new FormUrlEncodedContent([KeyValuePair.Create("Name", "Planted")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_change_of_roles_ends_what_was_proved_at_sign_in()
    {
        var key = await study.AddAccount("demoted@study.example", Roles.Administrator, SiteScope.All);
        var before = await study.Grains.Account(key).Read();
        await study.Grains.Account(key).SetRoles(Roles.Analyst, SiteScope.All, new Stamp(OperationId.New(), "first@study.example", DateTimeOffset.UtcNow));
        Assert.NotEqual(before.SecurityVersion, (await study.Grains.Account(key).Read()).SecurityVersion);
    }
}
