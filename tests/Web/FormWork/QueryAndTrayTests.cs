using System.Net;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Tests.Web.Forms;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Forms;
using SosLongitudinal.Web.Pages.Queries;
using SosLongitudinal.Web.Pages.Tray;

namespace SosLongitudinal.Tests.Web.FormWork;

/// <summary>Queries, papers and forms without a family, by page.</summary>
public sealed class QueryAndTrayTests(RunningStudy study)
{
    private Task<Visitor> Researcher => study.At(RunningStudy.OwnSite, Roles.Researcher);

    [Fact]
    public async Task A_query_is_raised_on_an_item_answered_and_closed_and_listed_meanwhile()
    {
        var family = await study.Family();
        var form = await study.EnterSdq(family);
        var visitor = await Researcher;
        (await visitor.Post(QueriesLinks.Open(family.Id, form.Place, "somatic"), new { Item = "somatic", Text = "" })).ShouldAskFor("Text", "Write a remark of at most 1000 characters.");
        await visitor.Post(QueriesLinks.Open(family.Id, form.Place, "somatic"), new { Item = "somatic", Text = $"Is this a 1? {family.Id}" });

        Assert.Contains("Query open", (await visitor.Get(FormsLinks.Show(family.Id, form.Place))).Words, StringComparison.Ordinal);
        Assert.Contains($"Is this a 1? {family.Id}", (await visitor.Get($"{QueriesLinks.List}?Site=ashbourne&Instrument=sdq-p-4-17")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain($"{family.Id}", (await (await study.At(RunningStudy.OtherSite, Roles.Researcher)).Get(QueriesLinks.List)).Words, StringComparison.Ordinal);

        await visitor.Post(QueriesLinks.Open(family.Id, form.Place, "shares"), new { Item = "shares", Text = "And this?" });
        var next = (await visitor.Get(QueriesLinks.Show(family.Id, form.Place, 1))).Document.QuerySelectorAll("main a").Single(a => a.TextContent == "Next query");
        Assert.StartsWith("Query", (await visitor.Get(next.GetAttribute("href")!)).Heading, StringComparison.Ordinal);
        await visitor.Post(QueriesLinks.Remark(family.Id, form.Place, 2, QueryStep.Close), new { Text = "Settled by itself." });

        await visitor.Post(QueriesLinks.Remark(family.Id, form.Place, 1, QueryStep.Answer), new { Text = "It is a 1." });
        var closed = await visitor.Post(QueriesLinks.Remark(family.Id, form.Place, 1, QueryStep.Close), new { Text = "Agreed." });
        Assert.Contains("Closed", (await visitor.Get(closed.Location!)).Heading, StringComparison.Ordinal);
        var query = (await study.Grains.Family(family.Id).Read())!.FormAt(form.Place)!.Trail!.Queries[0];
        Assert.Equal([QueryState.Open, QueryState.Answered, QueryState.Closed], query.Thread.Select(r => r.State));
        Assert.DoesNotContain($"{family.Id}", (await visitor.Get(QueriesLinks.List)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_that_was_sent_and_did_not_come_back_is_found_by_its_days()
    {
        var family = await study.Family();
        var sent = OpenedStudy.Today.AddDays(-20);
        await (await Researcher).Post(FormWorkLinks.NotePaper(family.Id, family.SdqPlace()), new Dictionary<string, string> { ["Step"] = "Sent", ["On.Day"] = $"{sent.Day}", ["On.Month"] = $"{sent.Month}", ["On.Year"] = $"{sent.Year}" });

        Assert.Contains($"{family.Id}", (await (await Researcher).Get($"{FormWorkLinks.Papers}?OutFor=14")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain($"{family.Id}", (await (await Researcher).Get($"{FormWorkLinks.Papers}?OutFor=22")).Words, StringComparison.Ordinal);
        await study.EnterSdq(family);
        Assert.DoesNotContain($"{family.Id}", (await (await Researcher).Get($"{FormWorkLinks.Papers}?OutFor=14")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_at_once_on_one_query_the_second_sees_the_firsts_remark_and_keeps_their_own()
    {
        var family = await study.Family();
        await study.EnterSdq(family);
        OpenedStudy.Accepted(await study.Grains.Queries(family.Id).OpenQuery(family.SdqPlace(), "somatic", "Is this a 1?", OpenedStudy.Stamp()));
        var (first, second) = (await Researcher, await study.As(Roles.Administrator));
        var (answer, close) = (QueriesLinks.Remark(family.Id, family.SdqPlace(), 1, QueryStep.Answer), QueriesLinks.Remark(family.Id, family.SdqPlace(), 1, QueryStep.Close));
        var (hers, his, late) = (await first.Get(answer), await second.Get(close), await second.Get(answer));
        await first.Send(hers, answer, new { Text = "It is a 2." });

        var told = await second.Send(his, close, new { Text = "Nobody knows." });
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("after you opened it: \"It is a 2.\"", told.Document.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Nobody knows.", told.Document.QuerySelector("textarea")!.TextContent.Trim());
        var none = await second.Send(late, answer, new { Text = "It is a 1." });
        Assert.Equal((HttpStatusCode.Conflict, "Close query 1"), (none.Status, none.Heading)); // it is answered; what was written can close it
        Assert.Equal("It is a 1.", none.Document.QuerySelector("textarea")!.TextContent.Trim());

        Assert.Equal(HttpStatusCode.Redirect, (await second.Send(told, close, new { Text = "It is a 2, then." })).Status);
        var call = await ApiCall.Send(study, first, HttpMethod.Post, $"/families/{family.Id}/forms/{family.SdqPlace()}/queries/1/reopen", new { remark = "No.", seen = 1 });
        Assert.Equal((HttpStatusCode.Conflict, "query.overtaken"), (call.Status, call.Code));
    }

    [Fact]
    public async Task A_form_without_an_id_is_keyed_into_the_tray_and_matched_later()
    {
        var visitor = await Researcher;
        var (family, batch) = (await study.Family(), Guid.NewGuid().ToString()[..8]);
        var (received, filled) = (OpenedStudy.Today.AddDays(-2), OpenedStudy.Today.AddDays(-6));
        var typed = new Dictionary<string, string>
        {
            ["Batch"] = batch, ["Box"] = "B1", ["Wave"] = "t1", ["answer.consid"] = "2", ["answer.ebddiff"] = "0",
            ["ReceivedOn.Day"] = $"{received.Day}", ["ReceivedOn.Month"] = $"{received.Month}", ["ReceivedOn.Year"] = $"{received.Year}",
            ["CompletedOn.Day"] = $"{filled.Day}", ["CompletedOn.Month"] = $"{filled.Month}", ["CompletedOn.Year"] = $"{filled.Year}",
        };
        await visitor.Post(TrayLinks.KeyInto(RunningStudy.OwnSite, OpenedStudy.Sdq), typed);
        var list = await visitor.Get(TrayLinks.List);
        var link = list.Document.QuerySelectorAll("main tr").First(r => r.TextContent.Contains(batch, StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.NotFound, (await (await study.At(RunningStudy.OtherSite, Roles.Researcher)).Get(link)).Status);

        var chosen = await visitor.Get($"{link}?To={family.Id}");
        var match = new Dictionary<string, string>
        {
            ["ToWave"] = "t1", ["ToSubject"] = $"{family.Child().Id}", ["ToRespondent"] = $"{family.Parent().Id}", ["Reason"] = "the batch list names them",
            ["CompletedOn.Day"] = $"{filled.Day}", ["CompletedOn.Month"] = $"{filled.Month}", ["CompletedOn.Year"] = $"{filled.Year}",
        };
        var (administrator, other) = (await study.As(Roles.Administrator), await study.Family());
        var his = await administrator.Get($"{link}?To={other.Id}"); // opened before the first has sent theirs
        var matched = await visitor.Send(chosen, link, match);
        Assert.Equal(FormsLinks.Show(family.Id, family.SdqPlace()), matched.Location);
        Assert.Contains("box B1", (await visitor.Get(matched.Location!)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(batch, (await visitor.Get(TrayLinks.List)).Words, StringComparison.Ordinal);

        var late = await administrator.Send(his, $"{link}?To={other.Id}", match.But(("ToSubject", $"{other.Child().Id}"), ("ToRespondent", $"{other.Parent().Id}"), ("Reason", "the name on the back")));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Researcher person", late.Document.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"You were entering it into family {other.Id}: the name on the back.", late.Words, StringComparison.Ordinal);
        Assert.Empty((await study.Grains.Family(other.Id).Read())!.Forms);
    }
}
