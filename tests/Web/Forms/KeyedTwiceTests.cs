using Microsoft.Playwright;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Web.DoubleEntry;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Forms;

/// <summary>Five paper forms keyed in batch by one person, one of them again by another, its differences settled by key: in a real browser, with nothing but the keyboard.</summary>
public sealed class KeyedTwiceTests(TwiceStudy study, Chromium chromium) : IClassFixture<TwiceStudy>
{
    private static readonly DateOnly Day = OpenedStudy.Today.AddDays(-2);

    [Fact]
    public async Task Five_sdqs_are_entered_one_is_entered_again_with_two_differences_and_settled_and_score_history_and_agreement_are_right()
    {
        var families = new List<FamilyState>();
        for (var i = 0; i < 5; i++) families.Add(await study.Family());
        var typist = await chromium.Open(study, await study.At(RunningStudy.OwnSite, Roles.Researcher));
        var keys = new KeyedSdq(typist);
        await keys.Open();
        foreach (var each in families)
        {
            await keys.Type($"{each.Id}{KeyedSdq.Short(Day)}{KeyedSdq.Digits}0");
            await keys.Press("Enter");
            await Assertions.Expect(typist.Locator("[data-status]")).ToContainTextAsync($"Saved: {each.Child().Id}", new() { Timeout = 30_000 });
        }

        var family = families[2];
        var second = await chromium.Open(study, await study.At(RunningStudy.OwnSite, Roles.Coordinator));
        await second.GotoAsync("/");
        await Assertions.Expect(second.Locator(".task-card", new() { HasText = "Second entries" })).ToContainTextAsync("(5)");
        await second.GotoAsync("/forms/second-entries");
        await Assertions.Expect(second.Locator("main")).ToContainTextAsync(family.Id.ToString());
        await Keep(second, "second-entries");
        await second.GotoAsync(TwiceStudy.Place(family, "/second"));
        await second.Keyboard.TypeAsync(Day.ToString("ddMMyyyy", System.Globalization.CultureInfo.InvariantCulture));
        await second.Keyboard.TypeAsync("2" + KeyedSdq.Digits[1..4] + "2" + KeyedSdq.Digits[5..] + "0"); // item 1: 2 for 0; item 5: 2 for 1
        await second.Keyboard.PressAsync("Enter");
        await second.WaitForURLAsync("**/settle");
        Assert.Equal(["consid", "tantrum"], await second.Locator("[data-difference]").EvaluateAllAsync<string[]>("rows => rows.map(r => r.dataset.difference)"));
        await Keep(second, "settle");
        await second.SetViewportSizeAsync(400, 900);
        await Keep(second, "settle-narrow");

        await second.Keyboard.PressAsync("2"); // the second entry is right about item 1
        await second.Keyboard.PressAsync("3"); // and neither about item 5
        await second.Keyboard.PressAsync("0"); // picks from the list
        await second.Keyboard.PressAsync("Enter");
        await second.Keyboard.TypeAsync("Corrected in the margin");
        await Keep(second, "settle-third");
        await second.Keyboard.PressAsync("Enter");
        await second.Keyboard.PressAsync("Enter");
        await second.WaitForURLAsync("**/to-settle*");

        var form = (await study.Grains.Family(family.Id).Read())!.FormAt(family.SdqPlace())!;
        Assert.Equal((Answer.Of(2), Answer.Of(0), SecondStatus.Settled), (form.Answers["consid"], form.Answers["tantrum"], SecondStatuses.Of(form, _ => true)));
        Assert.Equal((Answer.Of(0), Answer.Of(1)), (form.Trail!.Second!.First.Answers["consid"], form.Trail.Second.First.Answers["tantrum"]));
        await second.SetViewportSizeAsync(1280, 900);
        await second.GotoAsync(TwiceStudy.Place(family));
        Assert.Equal("6", (await second.Locator("[data-scale=conduct] td").First.TextContentAsync())!.Trim()); // 7, less one for item 5
        Assert.Equal("6", (await second.Locator("[data-scale=prosoc] td").First.TextContentAsync())!.Trim()); // 4, and two more for item 1
        await second.GotoAsync($"/families/{family.Id}");
        await Assertions.Expect(second.Locator(".history")).ToContainTextAsync("form entered a second time");
        await Assertions.Expect(second.Locator(".history")).ToContainTextAsync("2 differences between two entries settled, the last of them");

        await second.GotoAsync("/analysis/agreement?instrument=sdq-p-4-17");
        await Assertions.Expect(second.Locator("main")).ToContainTextAsync("1 form was entered twice: 0 agree, 1 are settled, 0 are to be settled. 4 more await their second entry.");
        Assert.Equal(["1", "26*", "2", "7.7%", "2.1 to 24.1", "52", "3", "5.8%", "2.0 to 15.6"], await Cells(second, "#errors-all tr"));
        Assert.Equal("2", (await Cells(second, "[data-group='researcher-ashbourne@study.example']"))[6]);
        Assert.Equal("1", (await Cells(second, "[data-group='coordinator-ashbourne@study.example']"))[6]);
        Assert.Equal(["1", "1*", "1", "100.0%", "20.7 to 100.0", "2", "1", "50.0%", "9.5 to 90.5"], await Cells(second, "[data-group='sdq-p-4-17 consid']"));
        await Keep(second, "agreement");
        await typist.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    private static async Task<string[]> Cells(IPage page, string row) => [.. (await page.Locator($"{row} td").AllTextContentsAsync()).Select(t => t.Trim())];

    private static async Task Keep(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SOS_PICTURES") is { Length: > 0 } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"twice-{name}.png"), FullPage = true });
    }
}
