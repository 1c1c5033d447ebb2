using Microsoft.Playwright;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Tests.Web.DoubleEntry;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Forms;

/// <summary>A form of the double-entry sample that comes by in a batch is offered for its second entry, and shows nothing of the first.</summary>
public sealed class BatchSecondEntryTests(TwiceStudy study, Chromium chromium) : IClassFixture<TwiceStudy>
{
    [Fact]
    public async Task A_drawn_form_is_entered_a_second_time_in_batch_by_another_person()
    {
        var family = await study.OnceEntered();
        var page = await chromium.Open(study, await study.At(RunningStudy.OwnSite, Roles.Researcher));
        var sdq = new KeyedSdq(page);
        await sdq.Open();
        await sdq.Type(family.Id.ToString());
        await Assertions.Expect(page.Locator("[data-found]")).ToContainTextAsync("It is drawn to be entered twice.");
        Assert.Equal(0, await page.Locator("[data-item] input:checked").CountAsync());
        await sdq.Press("Enter");
        await sdq.Type(KeyedSdq.Short(OpenedStudy.Today.AddDays(-3)) + "1211111111111111111111111" + "0");
        await sdq.Press("Enter");
        await sdq.Says($"Saved: {family.Child().Id}, second entry");
        var form = Assert.Single((await study.Grains.Family(family.Id).Read())!.Forms);
        Assert.Equal(SecondStatus.Differs, SecondStatuses.Of(form, _ => true));
        await page.Context.CloseAsync();
    }
}
