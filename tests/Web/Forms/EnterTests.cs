using System.Net;
using System.Net.Http.Json;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Forms;

/// <summary>Forms entered without script, and every way in which they are refused.</summary>
public sealed class EnterTests(RunningStudy study)
{
    private static readonly DateOnly Yesterday = OpenedStudy.Today.AddDays(-1);

    private Task<Visitor> Researcher => study.At(RunningStudy.OwnSite, Roles.Researcher);

    [Fact]
    public async Task Without_script_a_form_is_saved_and_its_answers_and_scores_are_shown()
    {
        var family = await study.Family();
        var saved = await (await Researcher).Post(SdqAnswers.Address(family), SdqAnswers.Typed(family, Yesterday));
        var shown = await (await Researcher).Get(saved.Location!);
        Assert.Contains("The form is saved.", shown.Words, StringComparison.Ordinal);
        Assert.Equal("22", shown.Document.QuerySelector("[data-scale=ebdtot] td")!.TextContent.Trim());
        Assert.Contains("Entered", (await (await Researcher).Get($"/families/{family.Id}")).Document.QuerySelector("#forms")!.NextElementSibling!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_faulty_item_is_named_what_was_typed_stays_and_nothing_is_saved()
    {
        var family = await study.Family();
        var typed = SdqAnswers.Typed(family, Yesterday).But(("answer.somatic", "7"), ("answer.caring", "x"));
        var page = await (await Researcher).Post(SdqAnswers.Address(family), typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page.ShouldAskFor("answer.somatic", "Item 3 (somatic) must be one of 0, 1, 2, or a reason why it is missing.");
        page.ShouldAskFor("answer.caring", "Item 9 (caring) must be one of 0, 1, 2, or a reason why it is missing.");
        Assert.NotNull(page.Document.QuerySelector("[name='answer.restles'][value='1'][checked]"));
        Assert.Equal($"{Yesterday.Day}", page.ValueOf("CompletedOn.Day"));
        Assert.Empty((await Read(family)).Forms);
    }

    [Fact]
    public async Task An_answer_behind_a_closed_gate_is_set_aside_said_and_kept()
    {
        var family = await study.Family();
        var saved = await (await Researcher).Post(SdqAnswers.Address(family), SdqAnswers.Typed(family, Yesterday).But(("answer.imphome", "2")));
        var shown = await (await Researcher).Get(saved.Location!);
        Assert.Contains("The form is saved. The answer to item 29 (imphome) is set aside: the item does not apply.", shown.Words, StringComparison.Ordinal);
        Assert.Contains("not applicable; set aside: 2", shown.Words, StringComparison.Ordinal);
        Assert.Equal(Answer.Of(MissingReason.NotApplicable), Assert.Single((await Read(family)).Forms).Answers["imphome"]);
    }

    [Fact]
    public async Task A_client_is_told_which_answers_were_set_aside()
    {
        var family = await study.Family();
        using var api = new HttpClient { BaseAddress = study.Address };
        api.DefaultRequestHeaders.Authorization = new("Bearer", await (await Researcher).Token(study));
        api.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var saved = await api.PutAsJsonAsync($"/api/v1/families/{family.Id}/forms/{family.SdqPlace()}", new { completedOn = Yesterday, answers = new { ebddiff = 0, imphome = 2 } }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        var receipt = await saved.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(["imphome"], receipt.GetProperty("setAside").EnumerateArray().Select(e => e.GetString()!));
    }

    [Fact]
    public async Task Items_left_without_an_answer_are_asked_for_once_and_then_saved_as_not_stated()
    {
        var family = await study.Family();
        var typed = SdqAnswers.Typed(family, Yesterday);
        typed.Remove("answer.kind");
        var asked = await (await Researcher).Post(SdqAnswers.Address(family), typed);
        Assert.Contains("Item 17 (kind) has no answer.", asked.Words, StringComparison.Ordinal);
        Assert.Empty((await Read(family)).Forms);
        var saved = await (await Researcher).Send(asked, SdqAnswers.Address(family), typed.But(("LeaveOut", "true")));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Contains("not stated", (await (await Researcher).Get(saved.Location!)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_age_form_asks_for_a_reason_and_is_then_saved_with_a_flag()
    {
        var family = await study.Family(age: 2);
        var typed = SdqAnswers.Typed(family, Yesterday);
        var asked = await (await Researcher).Post(SdqAnswers.Address(family), typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.NotNull(asked.Document.QuerySelector("[name=Reason]"));
        Assert.NotNull(asked.Document.QuerySelector("[name='answer.restles'][value='1'][checked]"));
        var saved = await (await Researcher).Send(asked, SdqAnswers.Address(family), typed.But(("Reason", "The parent was handed this form")));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Contains(FormFlag.WrongAgeForm, Assert.Single((await Read(family)).Forms).Flags);
        Assert.Contains("Flagged", (await (await Researcher).Get(saved.Location!)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_form_for_the_same_place_says_who_entered_the_first_and_when()
    {
        var family = await study.Family();
        await study.EnterSdq(family);
        var page = await (await Researcher).Post(SdqAnswers.Address(family), SdqAnswers.Typed(family, Yesterday));
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Matches($@"This form was already entered by Administrator person( \(first@study\.example\))? on {DateTime.UtcNow:d MMMM yyyy}", page.Words);
        Assert.Single((await Read(family)).Forms);
    }

    [Fact]
    public async Task A_date_in_the_future_and_one_that_is_none_are_refused_at_the_date()
    {
        var family = await study.Family();
        var future = await (await Researcher).Post(SdqAnswers.Address(family), SdqAnswers.Typed(family, OpenedStudy.Today.AddDays(2)));
        Assert.Contains("The form's date lies in the future.", future.Words, StringComparison.Ordinal);
        var none = await (await Researcher).Post(SdqAnswers.Address(family), SdqAnswers.Typed(family, Yesterday).But(("CompletedOn.Day", "31"), ("CompletedOn.Month", "2")));
        Assert.Contains("must be a real date", none.Words, StringComparison.Ordinal);
        Assert.Empty((await Read(family)).Forms);
    }

    [Fact]
    public async Task A_form_before_the_consent_that_covers_it_is_refused()
    {
        var family = await study.Family(but: e => e with { Consents = [Study.Consent.ConsentScope.Interview] });
        var address = $"/families/{family.Id}/forms/t1/case-record/family/enter";
        var page = await (await Researcher).Post(address, new Dictionary<string, string>
        {
            ["Respondent"] = "case-file", ["CompletedOn.Day"] = $"{Yesterday.Day}", ["CompletedOn.Month"] = $"{Yesterday.Month}", ["CompletedOn.Year"] = $"{Yesterday.Year}", ["Mode"] = "CaseFile", ["Language"] = "en", ["LeaveOut"] = "true",
        });
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("There is no consent for 'case-file'", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_save_twice_is_one_form_and_other_answers_under_the_same_operation_are_refused()
    {
        var family = await study.Family();
        var form = await (await Researcher).Get(SdqAnswers.Address(family));
        var first = await (await Researcher).Send(form, SdqAnswers.Address(family), SdqAnswers.Typed(family, Yesterday));
        var again = await (await Researcher).Send(form, SdqAnswers.Address(family), SdqAnswers.Typed(family, Yesterday));
        Assert.Equal(first.Location, again.Location);
        var other = await (await Researcher).Send(form, SdqAnswers.Address(family), SdqAnswers.Typed(family, Yesterday).But(("answer.kind", "2")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Single((await Read(family)).Forms);
    }

    [Fact]
    public async Task Answers_survive_an_expired_sign_in_and_are_saved_once()
    {
        using var visitor = study.SignedOut();
        await study.AddAccount("sdq-typist@study.example", Roles.Researcher, SiteScope.All);
        await visitor.SignIn("sdq-typist@study.example", RunningStudy.Password);
        var family = await study.Family();
        var form = await visitor.Get(SdqAnswers.Address(family));
        visitor.LoseSignIn();

        var expired = await visitor.Send(form, SdqAnswers.Address(family), SdqAnswers.Typed(family, Yesterday));
        Assert.Equal(HttpStatusCode.Unauthorized, expired.Status);
        var signedIn = await visitor.Send(expired, "/sign-in-again", new Dictionary<string, string> { ["kept-password-of"] = "sdq-typist@study.example", ["kept-password"] = RunningStudy.Password });
        var saved = await visitor.Send(signedIn, SdqAnswers.Address(family), new { });
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal("sdq-typist@study.example", Assert.Single((await Read(family)).Forms).EnteredBy);
    }

    [Fact]
    public async Task A_form_that_will_not_come_is_marked_with_its_reason_and_one_that_comes_after_all_takes_its_place()
    {
        var family = await study.Family();
        var address = SdqAnswers.Address(family).Replace("/enter", "/not-achieved", StringComparison.Ordinal);
        await (await Researcher).Post(address, new Dictionary<string, string>
        {
            ["Respondent"] = family.Parent().Id.ToString(), ["Why"] = "Refused", ["On.Day"] = $"{Yesterday.Day}", ["On.Month"] = $"{Yesterday.Month}", ["On.Year"] = $"{Yesterday.Year}",
        });
        Assert.Contains("Not achieved: refused", (await (await Researcher).Get($"/families/{family.Id}")).Words, StringComparison.Ordinal);
        await (await Researcher).Post(SdqAnswers.Address(family), SdqAnswers.Typed(family, Yesterday));
        Assert.DoesNotContain("Not achieved: refused", (await (await Researcher).Get($"/families/{family.Id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_wording_of_the_sdq_is_on_its_page_only_numbers_and_short_names()
    {
        var family = await study.Family();
        var page = await (await Researcher).Get(SdqAnswers.Address(family));
        Assert.All(page.Document.QuerySelectorAll(".entry-item legend"), legend => Assert.Matches(@"^\s*\d+\s+[a-z]+\s*$", legend.TextContent));
        Assert.Contains("girl, born", page.Words, StringComparison.Ordinal);
    }

    private async Task<FamilyState> Read(FamilyState family) => (await study.Grains.Family(family.Id).Read())!;
}
