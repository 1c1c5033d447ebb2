using Microsoft.Playwright;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Forms;
using SosLongitudinal.Study.Forms;

namespace SosLongitudinal.Tests.Web.Forms;

/// <summary>A person at the batch page with a keyboard and nothing else; counts the keys.</summary>
internal sealed class KeyedSdq(IPage page)
{
    /// <summary>25 answers: 0, 1, 2, 0, 1, 2 ...</summary>
    public static string Digits { get; } = string.Concat(Enumerable.Range(0, 25).Select(i => i % 3));

    public static string Address { get; } = FormsLinks.Batch(OpenedStudy.T1, OpenedStudy.Sdq, FormMode.Paper, "en", "7");

    public int Keys { get; private set; }

    public static string Short(DateOnly day) => day.ToString("ddMMyy", System.Globalization.CultureInfo.InvariantCulture);

    public Task Open() => page.GotoAsync(Address);

    /// <summary>One key press for each character.</summary>
    public async Task Type(string characters)
    {
        foreach (var character in characters) await Press(character.ToString());
    }

    public async Task Press(string key)
    {
        await page.Keyboard.PressAsync(key);
        Keys++;
    }

    /// <summary>What a scanner sends: no key of the person's.</summary>
    public async Task Scan(string label)
    {
        await page.Keyboard.TypeAsync(label);
        await page.Keyboard.PressAsync("Enter");
    }

    public Task Says(string words) => Assertions.Expect(page.Locator("[data-status]")).ToContainTextAsync(words);
}
