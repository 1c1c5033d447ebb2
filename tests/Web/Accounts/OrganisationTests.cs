using System.Net;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Shell;
using SosLongitudinal.Web.Shell.Accounts;

namespace SosLongitudinal.Tests.Web.Accounts;

/// <summary>Signing in through an OpenID Connect provider; every step is a request over HTTP.</summary>
public sealed class OrganisationTests : IAsyncLifetime
{
    private OpenIdProvider provider = null!;
    private OrganisedStudy study = null!;

    public async ValueTask InitializeAsync()
    {
        provider = await OpenIdProvider.Start();
        study = new(provider.Address);
        await study.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await study.DisposeAsync();
        await provider.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Whom_the_organisation_vouches_for_is_signed_in_where_they_have_an_account_and_nobody_else_is()
    {
        await study.AddAccount("known@study.example", Roles.Analyst, SiteScope.All);
        using var known = study.SignedOut();
        Assert.Contains("Sign in with the county", (await known.Get("/sign-in")).Words, StringComparison.Ordinal);
        Assert.Equal("/account", (await Come(known, "Known@study.example")).Location);
        Assert.Equal("Your account", (await known.Get("/account")).Heading);

        using var unknown = study.SignedOut();
        var refused = await Come(unknown, "unknown@study.example");
        Assert.Equal((HttpStatusCode.Forbidden, "You are not signed in"), (refused.Status, refused.Heading));
        Assert.Contains("unknown@study.example has no account in this study. Ask Administrator person (first@study.example) to add you.", refused.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(await study.Grains.Accounts().All(), line => line.Key.ToString() == "unknown@study.example");

        using var unchecked_ = study.SignedOut();
        Assert.Contains("no e-mail address of yours that it has checked", (await Come(unchecked_, "known@study.example", verified: false)).Words, StringComparison.Ordinal);

        provider.Forges = true;
        using var forged = study.SignedOut();
        Assert.Contains("was not finished", (await Come(forged, "known@study.example")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await forged.Get("/account")).Status);
        Assert.Contains("was not finished", (await forged.Get("/sign-in/organisation/answer")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_here_unless_the_organisation_asked_for_one()
    {
        var person = await WithAuthenticator.Make(study, "two-places");
        using var again = study.SignedOut();
        var asks = await Come(again, person.Email);
        Assert.StartsWith("/sign-in/code", asks.Location, StringComparison.Ordinal);
        Assert.Equal("/account", (await again.Send(await again.Get(asks.Location!), "/sign-in/code", new { Code = Totp.Code(person.Key, 1) })).Location);
        using var once = study.SignedOut();
        Assert.Equal("/account", (await Come(once, person.Email, methods: ["pwd", "mfa"])).Location);

        await study.AddAccount("rings@study.example", Roles.Interviewer, SiteScope.All);
        OpenedStudy.Accepted(await study.Grains.StudyAccess().RequireSecondFactor(true, OpenedStudy.Stamp()));
        using var vouched = study.SignedOut();
        await Come(vouched, "rings@study.example", methods: ["pwd", "mfa"]);
        Assert.Equal(HttpStatusCode.OK, (await vouched.Get("/")).Status);
        using var bare = study.SignedOut();
        await Come(bare, "rings@study.example");
        Assert.Equal("/account/authenticator", (await bare.Get("/")).Location);
    }

    [Fact]
    public async Task While_the_organisation_does_not_answer_the_password_still_does()
    {
        await using var alone = new OrganisedStudy("http://127.0.0.1:9"); // nobody listens there
        await alone.InitializeAsync();
        using var visitor = alone.SignedOut();
        Assert.Contains("does not answer just now", (await visitor.Get("/sign-in/organisation")).Words, StringComparison.Ordinal);
        await visitor.SignIn("first@study.example", RunningStudy.Password);
    }

    /// <summary>To the provider and back, until the study answers with something of its own.</summary>
    private async Task<Page> Come(Visitor visitor, string email, bool verified = true, string[]? methods = null)
    {
        provider.Person = new() { ["email"] = email, ["email_verified"] = verified, ["amr"] = methods ?? ["pwd"] };
        using var stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var sent = await visitor.Get("/sign-in/organisation?to=/account");
        using var back = await stranger.GetAsync(sent.Location, TestContext.Current.CancellationToken);
        var answer = await visitor.Get(back.Headers.Location!.PathAndQuery);
        Assert.StartsWith("/sign-in/organisation/answer", answer.Location, StringComparison.Ordinal);
        return await visitor.Get(answer.Location!);
    }

    private sealed class OrganisedStudy(string provider) : RunningStudy
    {
        protected override ServeOptions Options(ServeOptions usual) => usual with { Oidc = new(provider, OpenIdProvider.Client) { Secret = OpenIdProvider.Secret, Name = "the county" } };
    }
}
