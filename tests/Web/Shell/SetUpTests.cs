using System.Net;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Shell;

public sealed class SetUpTests(RunningStudy study)
{
    [Fact]
    public async Task Of_many_first_visitors_at_once_one_becomes_the_administrator()
    {
        var untouched = new UntouchedStudy();
        await using var _ = untouched;
        await untouched.InitializeAsync();
        using var first = untouched.SignedOut();
        Assert.Equal("/set-up", (await first.Get("/")).Location);
        Assert.Equal("/set-up", (await first.Get("/sign-in")).Location);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            using var visitor = untouched.SignedOut();
            return await visitor.Post("/set-up", new { Name = $"Visitor {i}", Email = $"visitor-{i}@study.example", RunningStudy.Password });
        }));

        Assert.Single(answers, a => a.Location == "/");
        Assert.All(answers.Where(a => a.Location is null), a => Assert.Equal(HttpStatusCode.Conflict, a.Status));
        var made = Assert.Single(await untouched.Grains.Accounts().All());
        Assert.Equal((Roles.Administrator, SiteScope.All), (made.Roles, made.Sites));
    }

    [Fact]
    public async Task A_weak_password_is_asked_for_again_and_claims_nothing()
    {
        var untouched = new UntouchedStudy();
        await using var _ = untouched;
        await untouched.InitializeAsync();
        using var visitor = untouched.SignedOut();
        var page = await visitor.Post("/set-up", new { Name = "First", Email = "first@study.example", Password = "short" });
        page.ShouldAskFor("Password", "Enter a password of 12 to 128 characters.");
        Assert.Null((await untouched.Grains.SetUp().Read()).Claimant);
    }

    [Fact]
    public async Task A_study_that_is_set_up_sends_set_up_to_sign_in()
    {
        using var visitor = study.SignedOut();
        Assert.Equal("/sign-in", (await visitor.Get("/set-up")).Location);
    }

    [Fact]
    public async Task What_was_typed_is_kept_when_the_store_fails_and_nothing_was_saved()
    {
        var failing = new EmptyStudy();
        await using var _ = failing;
        await failing.InitializeAsync();
        var administrator = await failing.As(Roles.Administrator);
        var form = await administrator.Get("/accounts/add");
        await failing.StopStore();
        var answer = await administrator.Send(form, "/accounts/add", new { Name = "Kept Name", Email = "kept@study.example", RunningStudy.Password, Roles = "Analyst", Reach = "every" });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("Nothing was saved", answer.Words, StringComparison.Ordinal);
        Assert.Equal("Kept Name", answer.ValueOf("Name"));
        Assert.Equal(form.ValueOf("operation"), answer.ValueOf("operation"));
        Assert.DoesNotContain(RunningStudy.Password, answer.Text, StringComparison.Ordinal);
    }
}
