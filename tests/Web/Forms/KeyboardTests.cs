using Microsoft.Playwright;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Forms;

/// <summary>Paper forms keyed in a real browser, with nothing but the keyboard.</summary>
public sealed class KeyboardTests(RunningStudy study, Chromium chromium)
{
    [Fact]
    public async Task An_sdq_is_entered_with_digits_only_and_its_scores_are_shown()
    {
        var family = await study.Family();
        var page = await chromium.Open(study, await study.At(RunningStudy.OwnSite, Roles.Researcher));
        await page.GotoAsync(SdqAnswers.Address(family));
        var date = OpenedStudy.Today.AddDays(-2).ToString("ddMMyyyy", System.Globalization.CultureInfo.InvariantCulture);
        var digits = string.Concat(Enumerable.Range(0, 25).Select(i => i % 3));
        var keys = date.Concat(digits).Append('0').Select(c => c.ToString()).Append("Enter").ToList();

        foreach (var key in keys) await page.Keyboard.PressAsync(key);
        await page.WaitForURLAsync($"**/{family.Parent().Id}");

        TestContext.Current.TestOutputHelper?.WriteLine($"{keys.Count} keystrokes for an SDQ of 25 items with its date and the supplement's gate.");
        Assert.Equal(35, keys.Count);
        foreach (var (scale, score) in new[] { ("emotion", 5), ("conduct", 7), ("hyper", 5), ("peer", 5), ("prosoc", 4), ("ebdtot", 22), ("external", 12), ("internal", 10), ("impact", 0) })
            Assert.Equal($"{score}", (await page.Locator($"[data-scale={scale}] td").First.TextContentAsync())!.Trim());
        Assert.Contains("abnormal", await page.Locator("[data-scale=ebdtot]").TextContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Letters_give_reasons_backspace_goes_back_and_g_goes_to_a_number()
    {
        var family = await study.Family();
        var page = await chromium.Open(study, await study.At(RunningStudy.OwnSite, Roles.Researcher));
        await page.GotoAsync(SdqAnswers.Address(family));
        await page.Keyboard.TypeAsync(OpenedStudy.Today.AddDays(-2).ToString("ddMMyyyy", System.Globalization.CultureInfo.InvariantCulture));
        await page.Keyboard.TypeAsync("1rd");
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.TypeAsync("2");
        await page.Keyboard.TypeAsync("g24i");

        Assert.Equal("1", await Answer(page, "consid"));
        Assert.Equal("refused", await Answer(page, "restles"));
        Assert.Equal("2", await Answer(page, "somatic"));
        Assert.Equal("illegible", await Answer(page, "afraid"));
        Assert.Equal("25", await page.EvaluateAsync<string>("document.activeElement.closest('[data-item]').dataset.item"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_key_that_is_no_code_of_the_item_does_nothing()
    {
        var family = await study.Family();
        var page = await chromium.Open(study, await study.At(RunningStudy.OwnSite, Roles.Researcher));
        await page.GotoAsync(SdqAnswers.Address(family));
        await page.Keyboard.TypeAsync(OpenedStudy.Today.ToString("ddMMyyyy", System.Globalization.CultureInfo.InvariantCulture));
        await page.Keyboard.TypeAsync("7z");
        Assert.Null(await Answer(page, "consid"));
        Assert.Equal("1", await page.EvaluateAsync<string>("document.activeElement.closest('[data-item]').dataset.item"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Numbers_go_on_with_enter_and_a_questionnaire_is_saved_by_keyboard()
    {
        var family = await study.Family();
        var page = await chromium.Open(study, await study.At(RunningStudy.OwnSite, Roles.Researcher));
        await page.GotoAsync($"/families/{family.Id}/forms/t1/parent-questionnaire/family/enter");
        await page.Keyboard.TypeAsync(OpenedStudy.Today.AddDays(-1).ToString("ddMMyyyy", System.Globalization.CultureInfo.InvariantCulture));
        foreach (var item in InstrumentShelf.Library["parent-questionnaire"].Items)
        {
            if (item.Type == ItemType.Text) break;
            await page.Keyboard.TypeAsync(item.Type == ItemType.Number ? "3" : "1");
            if (item.Type is ItemType.Number or ItemType.Codes) await page.Keyboard.PressAsync("Enter");
        }
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/family/{family.Parent().Id}");
        var form = Assert.Single((await study.Grains.Family(family.Id).Read())!.Forms);
        Assert.True(form.Answers.TryCode("strengths", out var strengths));
        Assert.Equal(1, strengths);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Enter_in_a_field_of_a_page_with_lines_saves_and_adds_no_line()
    {
        var family = await study.Family();
        var page = await chromium.Open(study, await study.At(RunningStudy.OwnSite, Roles.Coordinator));
        await page.GotoAsync($"/families/{family.Id}/interviews/t1");
        var day = OpenedStudy.Today.AddDays(-1);
        foreach (var (part, value) in new[] { ("Day", day.Day), ("Month", day.Month), ("Year", day.Year) }) await page.FillAsync($"[name='Visits[0].On.{part}']", $"{value}");
        await page.PressAsync("[name='Visits[0].Place']", "Enter");
        await page.WaitForURLAsync($"**/families/{family.Id}");
        Assert.Equal(day, (await study.Grains.Family(family.Id).Read())!.InterviewAt(OpenedStudy.T1)!.Visits.Single().On);
        await page.Context.CloseAsync();
    }

    private static Task<string?> Answer(IPage page, string item) =>
        page.EvaluateAsync<string?>($"document.querySelector('[name=\"answer.{item}\"]:checked')?.value ?? null");
}
