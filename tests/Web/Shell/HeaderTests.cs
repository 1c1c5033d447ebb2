using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Shell;

public sealed class HeaderTests(RunningStudy study, Chromium chromium)
{
    [Fact]
    public async Task Every_response_forbids_foreign_and_inline_content_and_framing()
    {
        using var visitor = study.SignedOut();
        var page = await visitor.Get("/sign-in");
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(page.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task The_api_reference_draws_under_a_policy_that_lets_no_inline_script_run()
    {
        var page = await chromium.Open(study);
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error") complaints.Add(message.Text);
        };
        var answer = await page.GotoAsync("/api/");
        await page.GetByText("Issue an access token").First.WaitForAsync();
        Assert.Contains("script-src 'self' 'nonce-", answer!.Headers["content-security-policy"], StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("SOS_PICTURES") is { Length: > 0 } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "api.png") });
        await page.Context.CloseAsync();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_nonce_is_new_with_every_response()
    {
        using var visitor = study.SignedOut();
        var policies = new[] { await visitor.Get("/sign-in"), await visitor.Get("/sign-in") }.Select(p => p.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(2, policies.Distinct().Count());
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_of_scripts_and_of_other_sites()
    {
        using var visitor = study.SignedOut();
        await study.AddAccount("cookies@study.example", Study.Accounts.Roles.Analyst, Study.Accounts.SiteScope.All);
        var answer = await visitor.Post("/sign-in", new { Email = "cookies@study.example", RunningStudy.Password });
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("sos=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Styles_and_scripts_may_be_kept_because_their_address_changes_with_them()
    {
        using var visitor = study.SignedOut();
        var href = (await visitor.Get("/sign-in")).Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        var styles = await visitor.Get(href);
        Assert.Equal(TimeSpan.FromDays(365), styles.Headers.CacheControl!.MaxAge);
        Assert.DoesNotContain("GDS Transport", styles.Text, StringComparison.Ordinal);
    }
}
