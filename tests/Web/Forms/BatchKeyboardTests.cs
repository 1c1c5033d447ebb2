using Microsoft.Playwright;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Forms;

/// <summary>Paper forms one after another in a real browser, with nothing but keys, which are counted.</summary>
public sealed class BatchKeyboardTests(RunningStudy study, Chromium chromium)
{
    private static readonly DateOnly Day = OpenedStudy.Today.AddDays(-2);

    [Fact]
    public async Task An_sdq_takes_at_most_42_keys_from_a_blank_id_to_saved_and_the_next_can_begin()
    {
        var (page, sdq) = await Open();
        var first = await study.Family();
        await sdq.Type(first.Id.ToString());
        await sdq.Type(KeyedSdq.Short(Day) + KeyedSdq.Digits + "0");
        await sdq.Press("Enter");
        await sdq.Says($"Saved: {first.Child().Id}");
        Said($"{sdq.Keys} keys for an SDQ of 25 items, gate no");
        Assert.InRange(sdq.Keys, 34, 42);

        var form = await Form(first);
        Assert.Equal(Day, form.CompletedOn);
        Assert.Equal(22, Scoring.Score(InstrumentShelf.Library[OpenedStudy.Sdq], form.Answers).Scales.First(s => s.Name == "ebdtot").Value);
        await sdq.Says("Total difficulties 22");
        Assert.Equal("Paper-Id", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal("", await page.InputValueAsync("#Paper-Id"));
        Assert.Equal("", await page.InputValueAsync("#Paper-On")); // the date is never taken over in silence
        Assert.Equal(0, await page.Locator("[data-item] input:checked").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task With_two_children_two_carers_and_the_supplement_it_takes_at_most_50()
    {
        var (page, sdq) = await Open();
        var family = await study.Family(but: e => e with { Members = [.. e.Members, e.Members[0] with { Birth = OpenedStudy.Aged(11), Sex = Sex.Male }, e.Members[1]] });
        var children = family.Members.Where(m => m.Role == MemberRole.Child).ToList();
        await sdq.Type(family.Id.ToString());
        await sdq.Press("2"); // the boy
        await sdq.Type(KeyedSdq.Short(Day));
        await sdq.Press("1"); // the first of two parents
        await sdq.Type(KeyedSdq.Digits + "1" + "1112222");
        await sdq.Press("Enter");
        await sdq.Says($"Saved: {children[1].Id}");
        Said($"{sdq.Keys} keys with a choice of child and informant, gate yes");
        Assert.InRange(sdq.Keys, 41, 50);
        Assert.Equal(children[1].Id, (await Form(family)).Place.Subject.Member);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task From_a_scanned_label_it_takes_at_most_30()
    {
        var (page, sdq) = await Open();
        var before = await study.Family();
        await sdq.Type($"{before.Id}{KeyedSdq.Short(Day)}{KeyedSdq.Digits}0");
        await sdq.Press("Enter");
        await sdq.Says($"Saved: {before.Child().Id}");

        var keys = sdq.Keys;
        var family = await study.Family();
        await sdq.Scan(FormLabel.Of(family.Id, family.SdqPlace()).ToString());
        await Assertions.Expect(page.Locator("[data-date-keys]")).ToContainTextAsync("= same as the last form");
        await sdq.Press("=");
        await sdq.Type(KeyedSdq.Digits + "0");
        await sdq.Press("Enter");
        await sdq.Says($"Saved: {family.Child().Id}");
        Said($"{sdq.Keys - keys} keys from a scanned label");
        Assert.InRange(sdq.Keys - keys, 27, 30);
        Assert.Equal(Day, (await Form(family)).CompletedOn);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Keys_that_run_ahead_of_the_server_are_not_lost()
    {
        var (page, sdq) = await Open();
        var family = await study.Family();
        var (asked, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/*handler=Find*", async route =>
        {
            asked.TrySetResult();
            await goOn.Task;
            await route.ContinueAsync();
        });
        await sdq.Type(family.Id.ToString());
        await asked.Task;
        await sdq.Type(KeyedSdq.Short(Day) + "012");
        goOn.SetResult();
        await Assertions.Expect(page.Locator("[name='answer.somatic'][value='2']")).ToBeCheckedAsync();
        Assert.Equal(KeyedSdq.Short(Day), await page.InputValueAsync("#Paper-On"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Where_a_sibling_is_of_the_same_age_it_asks_which_child_is_on_the_paper()
    {
        var (page, sdq) = await Open();
        var family = await study.Family(but: e => e with { Members = [.. e.Members, e.Members[0] with { Sex = Sex.Male }] });
        await sdq.Scan(family.Child().Id.ToString());
        await Assertions.Expect(page.Locator("[data-pick] legend")).ToContainTextAsync("of the same age");
        await Assertions.Expect(page.Locator("[data-pick]")).ToContainTextAsync("girl, born");
        await Assertions.Expect(page.Locator("[data-pick]")).ToContainTextAsync("boy, born");
        await sdq.Press("1");
        await Assertions.Expect(page.Locator(".batch-about")).ToContainTextAsync("girl");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_refusal_leaves_everything_typed_and_names_the_items()
    {
        var (page, sdq) = await Open();
        var family = await study.Family();
        await sdq.Type($"{family.Id}{KeyedSdq.Short(Day)}012");
        await sdq.Type("g10112g260"); // jumps over items 4 to 9 and 13 to 25
        await sdq.Press("Enter");
        await sdq.Says("items have no answer: 4, 5, 6, 7, 8, 9, 13");
        Assert.Equal("Paper-LeaveOut", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Empty((await study.Grains.Family(family.Id).Read())!.Forms);
        await Assertions.Expect(page.Locator("[data-name=shares] .govuk-error-message")).ToHaveTextAsync("Item 4 (shares) has no answer.");
        await sdq.Press("Space");
        await sdq.Press("Enter");
        await sdq.Says("Saved:");
        Assert.Equal(Answer.Of(MissingReason.NotStated), (await Form(family)).Answers["shares"]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_form_that_is_there_already_is_shown_as_such_and_an_unreal_date_is_refused()
    {
        var (page, sdq) = await Open();
        var family = await study.Family();
        await study.EnterSdq(family);
        await sdq.Type(family.Id.ToString());
        await Assertions.Expect(page.Locator("[data-found]")).ToContainTextAsync("Already entered by Administrator person");
        await Assertions.Expect(page.Locator(".govuk-button-group button")).ToBeDisabledAsync();

        var other = await study.Family();
        await sdq.Type(other.Id.ToString() + "310226");
        await Assertions.Expect(page.Locator(".batch-date")).ToContainTextAsync("That is not a real date.");
        Assert.Equal("Paper-On", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Context.CloseAsync();
    }

    private async Task<(IPage Page, KeyedSdq Sdq)> Open()
    {
        var page = await chromium.Open(study, await study.At(RunningStudy.OwnSite, Roles.Researcher));
        await page.SetViewportSizeAsync(1366, 768);
        var sdq = new KeyedSdq(page);
        await sdq.Open();
        return (page, sdq);
    }

    private async Task<Form> Form(FamilyState family) => Assert.Single((await study.Grains.Family(family.Id).Read())!.Forms);

    private static void Said(string words) => TestContext.Current.TestOutputHelper?.WriteLine(words);
}
