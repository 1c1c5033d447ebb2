using Microsoft.Playwright;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Fieldwork;

namespace SosLongitudinal.Tests.Web.Families;

/// <summary>What a coordinator does most often, from the worklist and back on it, counted in a browser with and without script: each click, choice or typed field is one action.</summary>
public sealed class FewStepsTests(RunningStudy study, Chromium chromium)
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task A_failed_attempt_with_its_next_date_takes_three_actions(bool script)
    {
        var (page, family) = await Open(script);

        var actions = await Counted(
            () => Link(page, family, "Tried in vain"),
            () => page.FillAsync("[name='Typed.NextOn.Day']", "28"),
            () => Save(page));

        Assert.Equal(3, actions);
        var attempt = Assert.Single((await study.Grains.Family(family.Id).Read())!.Attempts).Attempt;
        Assert.Equal(("no-answer", 28), (attempt.Outcome, attempt.NextOn!.Value.Day));
        await IsBack(page, "The attempt at family");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_worker_change_takes_at_most_four(bool script)
    {
        var worker = await study.Worker($"Quick {Guid.NewGuid().ToString()[..6]}");
        var (page, family) = await Open(script);

        var actions = await Counted(
            () => Link(page, family, "New worker"),
            () => page.SelectOptionAsync("[name='Typed.Worker']", $"{worker.Id}"),
            () => Save(page));

        Assert.InRange(actions, 1, 4);
        Assert.Equal(new CaseHolder.Named(worker.Id), (await study.Grains.Family(family.Id).Read())!.WorkerSpells[^1].Holder);
        await IsBack(page, "The change of worker of family");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task All_due_forms_not_achieved_for_one_reason_take_three(bool script)
    {
        var (page, family) = await Open(script);

        var actions = await Counted(
            () => Link(page, family, "Not achieved"),
            () => page.SelectOptionAsync("[name='Typed.Why']", nameof(NotAchievedReason.Refused)),
            () => Save(page));

        Assert.Equal(3, actions);
        var lost = (await study.Grains.Family(family.Id).Read())!.NotAchieved;
        Assert.Contains(lost, n => n.Place.Instrument == OpenedStudy.Sdq);
        Assert.All(lost, n => Assert.Equal(NotAchievedReason.Refused, n.Reason));
        await IsBack(page, "are marked as not achieved");
    }

    [Fact]
    public async Task What_cannot_be_recorded_comes_back_with_its_reason_and_a_way_to_the_list()
    {
        var (family, visitor) = (await study.Family(), await study.At(RunningStudy.OwnSite, Roles.Coordinator));
        var path = FieldworkLinks.Quick(SosLongitudinal.Web.Pages.Fieldwork.Quick.QuickKind.NotAchieved, family.Id, OpenedStudy.T1, FieldworkLinks.Due);

        (await visitor.Post(path, new { })).ShouldAskFor("Typed.Why", "Choose why the forms were not achieved.");
        Assert.Equal(FieldworkLinks.Due, (await visitor.Get(path.Replace("%2Ffieldwork", "https%3A%2F%2Felsewhere.example", StringComparison.Ordinal))).Document.QuerySelector(".govuk-back-link")!.GetAttribute("href"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await study.At(RunningStudy.OtherSite, Roles.Coordinator)).Get(path)).Status);
    }

    /// <summary>The worklist with a family on its first page: interviewed by somebody whom no other test assigns.</summary>
    private async Task<(IPage Page, FamilyState Family)> Open(bool script)
    {
        var (family, interviewer) = (await study.Family(), await study.Interviewer());
        OpenedStudy.Accepted(await study.Grains.Fieldwork(family.Id).Assign(OpenedStudy.T1, interviewer, OpenedStudy.Sampled, OpenedStudy.Stamp()));
        var page = await chromium.Open(study, await study.At(RunningStudy.OwnSite, Roles.Coordinator), script);
        await page.GotoAsync(FieldworkLinks.DueFor(wave: "t1", interviewer: interviewer));
        return (page, family);
    }

    private static async Task<int> Counted(params Func<Task>[] actions)
    {
        foreach (var action in actions) await action();
        return actions.Length;
    }

    private static Task Link(IPage page, FamilyState family, string words) => page.Locator($"[id='{family.Id}'] a:has-text('{words}')").ClickAsync();

    private static Task Save(IPage page) => page.ClickAsync(".quick-form button:has-text('Save')");

    private static async Task IsBack(IPage page, string done)
    {
        Assert.StartsWith(FieldworkLinks.Due, new Uri(page.Url).PathAndQuery, StringComparison.Ordinal);
        Assert.DoesNotContain("/t1/", page.Url, StringComparison.Ordinal);
        Assert.Contains(done, await page.Locator(".moj-alert").TextContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
