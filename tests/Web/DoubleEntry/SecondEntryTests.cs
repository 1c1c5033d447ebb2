using System.Net;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Web.Forms;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.DoubleEntry;

/// <summary>The pages of double entry, without script.</summary>
public sealed class SecondEntryTests(TwiceStudy study) : IClassFixture<TwiceStudy>
{
    private Task<Visitor> Researcher => study.At(RunningStudy.OwnSite, Roles.Researcher);

    [Fact]
    public async Task A_form_is_entered_a_second_time_its_difference_is_settled_and_its_score_follows()
    {
        var family = await study.OnceEntered();
        Assert.Contains(family.Id.ToString(), (await (await Researcher).Get("/forms/second-entries")).Words, StringComparison.Ordinal);

        var entered = await (await Researcher).Post(TwiceStudy.Place(family, "/second"), SdqAnswers.Typed(family, OpenedStudy.Today.AddDays(-3)).But([.. Every(1), ("answer.restles", "2")]));
        Assert.Equal(TwiceStudy.Place(family, "/settle"), entered.Location);
        Assert.DoesNotContain(family.Id.ToString(), (await (await Researcher).Get("/forms/second-entries")).Words, StringComparison.Ordinal);
        Assert.Contains(family.Id.ToString(), (await (await Researcher).Get("/forms/to-settle")).Words, StringComparison.Ordinal);

        var settled = await (await Researcher).Post(TwiceStudy.Place(family, "/settle"), new Dictionary<string, string> { ["take.restles"] = "Second" });
        Assert.Equal(HttpStatusCode.Redirect, settled.Status);
        var form = await (await Researcher).Get(TwiceStudy.Place(family));
        Assert.Contains("Entered twice, settled", form.Words, StringComparison.Ordinal);
        Assert.Equal("6", form.Document.QuerySelector("[data-scale=hyper] td")!.TextContent.Trim());
        var how = await (await Researcher).Get(TwiceStudy.Place(family, "/settle"));
        Assert.Contains("Researcher person", how.Document.QuerySelector("[data-settled=restles]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_at_once_on_one_settlement_the_second_sees_both_values_and_overwrites_nothing()
    {
        var family = await study.TwiceEntered(("consid", 2), ("restles", 2));
        var (address, second) = (TwiceStudy.Place(family, "/settle"), await study.As(Roles.Administrator));
        var his = await second.Get(address);
        OpenedStudy.Accepted(await study.Grains.SecondEntry(family.Id).Settle(family.SdqPlace(), [new("consid", Study.Forms.DoubleEntry.SettledBy.First)], TwiceStudy.By(TwiceStudy.First)));

        var told = await second.Send(his, address, new Dictionary<string, string> { ["take.consid"] = "Second", ["take.restles"] = "Second" });
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains($"Item 1 (consid): {TwiceStudy.First} settled it as 1, you chose 2.", told.Words, StringComparison.Ordinal);
        Assert.NotNull(told.Document.QuerySelector("[name='take.restles'][value='Second'][checked]"));
        Assert.Null(told.Document.QuerySelector("[name='take.consid']"));
        Assert.Equal(HttpStatusCode.Redirect, (await second.Send(told, address, new Dictionary<string, string> { ["take.restles"] = "Second" })).Status);

        var late = await ApiCall.Send(study, second, HttpMethod.Post, $"{address}", new { items = new[] { new { item = "consid", take = "second" } } });
        Assert.Equal((HttpStatusCode.Conflict, "form.already-settled"), (late.Status, late.Code));
        Assert.Contains("you chose 2", late.Body.GetProperty("faults")[0].GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_one_form_is_settled_the_next_one_comes()
    {
        var (one, other) = (await study.TwiceEntered(("restles", 2)), await study.TwiceEntered(("obeys", 0)));
        var settled = await (await Researcher).Post(TwiceStudy.Place(one, "/settle"), new Dictionary<string, string> { ["take.restles"] = "First" });
        Assert.EndsWith("/settle", settled.Location, StringComparison.Ordinal);
        Assert.DoesNotContain(one.Id.ToString(), settled.Location, StringComparison.Ordinal);
        Assert.Contains(other.Id.ToString(), (await (await Researcher).Get("/forms/to-settle")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_record_is_entered_again_from_the_case_file()
    {
        var family = await study.Family();
        var record = InstrumentShelf.Library["case-record"];
        var entry = new FormEntry(new(new("t1"), record.Id, Party.Family, Party.CaseFile), record.Version, OpenedStudy.Today.AddDays(-3), FormMode.CaseFile, "en", OpenedStudy.Accepted(AnswerRules.Check(record, Answers.Of(("earlierref", Answer.Of(0))))).Answers);
        OpenedStudy.Accepted(await study.Grains.Forms(family.Id).Enter(entry, TwiceStudy.By(TwiceStudy.First)));
        var page = await (await Researcher).Get($"/families/{family.Id}/forms/{entry.Place}/second");
        Assert.Equal("CaseFile", page.Document.QuerySelector("[name=Mode] option[selected]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task A_third_value_is_asked_for_its_reason_and_what_was_chosen_stays()
    {
        var family = await study.TwiceEntered(("restles", 2), ("obeys", 0));
        var asked = await (await Researcher).Post(TwiceStudy.Place(family, "/settle"), new Dictionary<string, string> { ["take.restles"] = "Third", ["third.restles"] = "0", ["take.obeys"] = "First" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        asked.ShouldAskFor("take.restles", "Say why 'restles' is neither what the first nor what the second entry says, in at most 200 characters.");
        Assert.NotNull(asked.Document.QuerySelector("[name='take.obeys'][value=First][checked]"));

        await (await Researcher).Send(asked, TwiceStudy.Place(family, "/settle"), new Dictionary<string, string> { ["take.restles"] = "Third", ["third.restles"] = "0", ["why.restles"] = "Both misread it", ["take.obeys"] = "First" });
        var form = await Read(family);
        Assert.Equal((Answer.Of(0), Answer.Of(1), "Both misread it"), (form.Answers["restles"], form.Answers["obeys"], form.Trail!.Second!.SettledOf("restles")!.Why));
    }

    [Fact]
    public async Task Every_difference_has_to_be_chosen()
    {
        var family = await study.TwiceEntered(("restles", 2), ("obeys", 0));
        var asked = await (await Researcher).Post(TwiceStudy.Place(family, "/settle"), new Dictionary<string, string> { ["take.obeys"] = "Second" });
        asked.ShouldAskFor("take.restles", "Choose what holds for item 2 (restles).");
        Assert.Equal(SecondStatus.Differs, SecondStatuses.Of(await Read(family), _ => true));
    }

    [Fact]
    public async Task Entering_the_same_again_agrees_at_once_and_leaves_nothing_to_settle()
    {
        var family = await study.OnceEntered();
        var entered = await (await Researcher).Post(TwiceStudy.Place(family, "/second"), SdqAnswers.Typed(family, OpenedStudy.Today.AddDays(-3)).But([.. Every(1)]));
        Assert.StartsWith("/forms/second-entries", entered.Location, StringComparison.Ordinal);
        Assert.Contains("Both entries say the same.", (await (await Researcher).Get(entered.Location!)).Words, StringComparison.Ordinal);
        Assert.Contains("Entered twice, agreed", (await (await Researcher).Get(TwiceStudy.Place(family))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_entered_it_first_is_told_that_another_person_enters_it_second()
    {
        var family = await study.Family();
        OpenedStudy.Accepted(await study.Grains.Forms(family.Id).Enter(TwiceStudy.Entry(family), TwiceStudy.By("researcher-ashbourne@study.example")));

        Assert.Contains("You entered this form the first time.", (await (await Researcher).Get(TwiceStudy.Place(family, "/second"))).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(family.Id.ToString(), (await (await Researcher).Get("/forms/second-entries")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_is_declared_by_the_administrator_and_shown_with_the_design()
    {
        var administrator = await study.As(Roles.Administrator);
        var asked = await administrator.Post("/study/double-entry", new { Instrument = "lubben-6", Percent = "ten" });
        asked.ShouldAskFor("Percent", "Enter a whole number from 0 to 100.");
        var declared = await administrator.Post("/study/double-entry", new { Instrument = "lubben-6", Wave = "t2", Percent = "10" });
        Assert.Equal("/study/double-entry", declared.Location);
        Assert.Equal((0, 10), ((await study.Grains.Study().Read()).DoubleEntryPercent(new("lubben-6"), OpenedStudy.T1), (await study.Grains.Study().Read()).DoubleEntryPercent(new("lubben-6"), new("t2"))));
        Assert.Contains("10% of Lubben", (await administrator.Get("/study")).Words, StringComparison.Ordinal);
    }

    private static IEnumerable<(string, string)> Every(int code) => InstrumentShelf.Library[OpenedStudy.Sdq].Items.Take(25).Select(i => ($"answer.{i.Name}", $"{code}"));

    private async Task<Form> Read(FamilyState family) => (await study.Grains.Family(family.Id).Read())!.FormAt(family.SdqPlace())!;
}
