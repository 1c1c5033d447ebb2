using System.Net;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Forms;

namespace SosLongitudinal.Tests.Web.FormWork;

/// <summary>Saved forms changed by page, without script.</summary>
public sealed class EditTests(RunningStudy study)
{
    private Task<Visitor> Researcher => study.At(RunningStudy.OwnSite, Roles.Researcher);

    private async Task<(FamilyState Family, Form Form)> Entered()
    {
        var family = await study.Family();
        return (family, await study.EnterSdq(family));
    }

    private async Task<Form> Now(FamilyState family) => (await study.Grains.Family(family.Id).Read())!.FormAt(family.SdqPlace())!;

    private static Dictionary<string, string> Typed(Page page, params (string Field, string Value)[] changes)
    {
        var typed = page.Document.QuerySelectorAll("main form input[checked], main form input[type=text], main form option[selected]")
            .Select(e => (Name: e.GetAttribute("name") ?? e.ParentElement!.GetAttribute("name")!, Value: e.GetAttribute("value") ?? "")).Where(f => f.Value.Length > 0)
            .GroupBy(f => f.Name).ToDictionary(g => g.Key, g => g.First().Value);
        foreach (var (field, value) in changes) typed[field] = value;
        return typed;
    }

    [Fact]
    public async Task An_answer_is_changed_and_the_form_shows_old_new_who_and_why()
    {
        var (family, form) = await Entered();
        var visitor = await Researcher;
        var address = FormWorkLinks.Edit(family.Id, form.Place);
        var page = await visitor.Get(address);
        var saved = await visitor.Send(page, address, Typed(page, ("answer.somatic", "2"), ("Why", "KeyingError"), ("Reason", "The paper says 2")));
        Assert.Equal(FormsLinks.Show(family.Id, form.Place), saved.Location);

        var shown = await visitor.Get(saved.Location!);
        Assert.Contains("The form is changed.", shown.Words, StringComparison.Ordinal);
        var history = shown.Document.QuerySelector("details.item-history")!.TextContent;
        Assert.Contains("1 to 2. Keying error: The paper says 2", string.Join(' ', history.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(Answer.Of(2), (await Now(family)).Answers["somatic"]);
        Assert.Single((await Now(family)).Trail!.Changes);
    }

    [Fact]
    public async Task Without_a_reason_it_is_asked_for_and_what_was_typed_stays()
    {
        var (family, form) = await Entered();
        var visitor = await Researcher;
        var address = FormWorkLinks.Edit(family.Id, form.Place);
        var page = await visitor.Get(address);
        var asked = await visitor.Send(page, address, Typed(page, ("answer.somatic", "2")));
        asked.ShouldAskFor("Why", "Choose why it is changed.");
        Assert.NotNull(asked.Document.QuerySelector("[name='answer.somatic'][value='2'][checked]"));
        Assert.Null((await Now(family)).Trail);
    }

    [Fact]
    public async Task The_second_of_two_people_sees_both_answers_and_chooses()
    {
        var (family, form) = await Entered();
        var (first, second) = (await Researcher, await study.As(Roles.Administrator));
        var address = FormWorkLinks.Edit(family.Id, form.Place);
        var (hers, his) = (await first.Get(address), await second.Get(address));
        await first.Send(hers, address, Typed(hers, ("answer.somatic", "2"), ("answer.shares", "0"), ("Why", "KeyingError")));

        var both = await second.Send(his, address, Typed(his, ("answer.somatic", "0"), ("answer.worries", "2"), ("Why", "SourceChecked")));
        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Equal("Choose which answers are right", both.Heading);
        Assert.Equal(["2", "0"], both.Document.QuerySelectorAll("[name='choose.somatic']").Select(r => r.GetAttribute("value")));
        Assert.Empty(both.Document.QuerySelectorAll("[name='choose.shares'], [name='choose.worries']"));

        var unchosen = await second.Send(both, address, new { });
        unchosen.ShouldAskFor("choose.somatic", "Choose which answer to item 3 is right.");
        var saved = await second.Send(unchosen, address, new Dictionary<string, string> { ["choose.somatic"] = "0" });
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var now = await Now(family);
        Assert.Equal((Answer.Of(0), Answer.Of(0), Answer.Of(2)), (now.Answers["somatic"], now.Answers["shares"], now.Answers["worries"]));
        Assert.Equal(2, now.Trail!.Changes.Length);
    }

    [Fact]
    public async Task Two_who_change_how_it_was_filled_in_choose_too_and_what_one_changed_alone_stays()
    {
        var (family, form) = await Entered();
        var (first, second) = (await Researcher, await study.As(Roles.Administrator));
        var address = FormWorkLinks.Edit(family.Id, form.Place);
        var (hers, his) = (await first.Get(address), await second.Get(address));
        await first.Send(hers, address, Typed(hers, ("Mode", "Telephone"), ("Language", "cy"), ("Why", "KeyingError")));

        var both = await second.Send(his, address, Typed(his, ("Mode", "Interview"), ("Why", "SourceChecked")));
        Assert.Equal(["telephone", "interview"], both.Document.QuerySelectorAll("[name='choose.@mode']").Select(r => r.GetAttribute("value")));
        Assert.Empty(both.Document.QuerySelectorAll("[name='choose.@language']"));
        (await second.Send(both, address, new { })).ShouldAskFor("choose.@mode", "Choose which is right: how it was filled in.");
        Assert.Equal(HttpStatusCode.Redirect, (await second.Send(both, address, new Dictionary<string, string> { ["choose.@mode"] = "interview" })).Status);
        var now = await Now(family);
        Assert.Equal((FormMode.Interview, "cy"), (now.Mode, now.Language));
    }

    [Fact]
    public async Task A_locked_form_says_so_and_offers_no_changes_until_an_administrator_unlocks_it()
    {
        var (family, form) = await Entered();
        var administrator = await study.As(Roles.Administrator);
        var locked = await administrator.Post(FormWorkLinks.Lock(family.Id, form.Place), new { Reason = "released" });
        Assert.Equal(HttpStatusCode.Redirect, locked.Status);

        var shown = await (await Researcher).Get(FormsLinks.Show(family.Id, form.Place));
        Assert.Contains("This form was locked by", shown.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(shown.Document.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.Contains("/edit", StringComparison.Ordinal));
        var address = FormWorkLinks.Edit(family.Id, form.Place);
        var page = await (await Researcher).Get(address);
        Assert.Equal(HttpStatusCode.Conflict, (await (await Researcher).Send(page, address, Typed(page, ("answer.somatic", "2"), ("Why", "KeyingError")))).Status);

        await administrator.Post(FormWorkLinks.Lock(family.Id, form.Place), new { Reason = "an error was found" });
        Assert.Null(FormLocks.Fault((await study.Grains.Family(family.Id).Read())!, new(), form.Place));
    }

    [Fact]
    public async Task Who_may_only_read_sees_the_history_and_no_actions()
    {
        var (family, form) = await Entered();
        OpenedStudy.Accepted(await study.Grains.FormWork(family.Id).Edit(new(form.Place, form.Version, Answers.Of(("somatic", Answer.Of(2))), Study.Forms.Edits.EditReason.KeyingError), OpenedStudy.Stamp()));
        var page = await (await study.At(RunningStudy.OwnSite, Roles.Auditor)).Get(FormsLinks.Show(family.Id, form.Place));
        Assert.NotNull(page.Document.QuerySelector("details.item-history"));
        Assert.Empty(page.Document.QuerySelectorAll(".item-links, .task-links"));
    }
}
