using System.Net;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Forms;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Tray;

namespace SosLongitudinal.Tests.Web.FormWork;

/// <summary>One unmatched paper in two hands: the second sees what the first keyed beside their own, and chooses.</summary>
public sealed class OnePaperTwiceTests(RunningStudy study)
{
    private static readonly DateOnly Received = OpenedStudy.Today.AddDays(-2);

    private Task<Visitor> Researcher => study.At(RunningStudy.OwnSite, Roles.Researcher);

    private Task<Visitor> Other => study.As(Roles.Administrator);

    [Fact]
    public async Task A_paper_that_was_keyed_already_is_one_form_with_what_was_chosen()
    {
        var batch = Batch();
        await (await Researcher).Post(Key, Typed(batch, consid: 2));
        var asked = await (await Other).Post(Key, Typed(batch, consid: 1).But(("Box", "b7")));
        Assert.Equal((HttpStatusCode.Conflict, "Is it the same paper?"), (asked.Status, asked.Heading));
        Assert.Matches("Researcher person.* keyed a form like yours", asked.Words);
        var legends = asked.Document.QuerySelectorAll("legend").Select(l => l.TextContent.Trim());
        Assert.Equal(["The box", "The item consid"], legends);
        Assert.Contains("It says: 2", asked.Words, StringComparison.Ordinal);
        Assert.Contains("It says: 1", asked.Words, StringComparison.Ordinal);
        Assert.Single(await Waiting(batch));

        var change = asked.Document.QuerySelectorAll("main form")[0].GetAttribute("action")!;
        var kept = await (await Other).Send(asked, change, new Dictionary<string, string> { ["choice.paper:box"] = "theirs", ["choice.item:consid"] = "mine" });
        Assert.Equal(change[..^"/change".Length], kept.Location);
        var item = Assert.Single(await Waiting(batch));
        Assert.Equal(("B7", "1", "2"), (item.Form.Box, item.Form.Answers["consid"].AsText(), item.Steps[0].Form.Answers["consid"].AsText()));
        var same = await (await Other).Post(change, Typed(batch, consid: 1).But(("Reason", "read again")));
        Assert.Contains("The form stays as it was.", (await (await Other).Get(same.Location!)).Words, StringComparison.Ordinal);
        Assert.Contains("Changed by", (await (await Researcher).Get(kept.Location!)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_paper_that_looks_like_it_goes_into_the_tray_too()
    {
        var batch = Batch();
        await (await Researcher).Post(Key, Typed(batch, consid: 2));
        var asked = await (await Other).Post(Key, Typed(batch, consid: 2));
        Assert.Contains("Both say the same.", asked.Words, StringComparison.Ordinal);
        Assert.Equal(TrayLinks.List, (await (await Other).Send(asked, Key, new { Another = "true" })).Location);
        Assert.Equal(2, (await Waiting(batch)).Count);
        Assert.Equal(TrayLinks.List, (await (await Researcher).Post(Key, Typed(Batch(), consid: 2))).Location); // of another batch nobody asks
    }

    [Fact]
    public async Task Two_who_change_one_paper_keep_what_each_changed_and_choose_where_both_did()
    {
        var batch = Batch();
        await (await Researcher).Post(Key, Typed(batch, consid: 2));
        var change = TrayLinks.Change(Assert.Single(await Waiting(batch)).Id);
        var (hers, his, late) = (await (await Researcher).Get(change), await (await Other).Get(change), await (await Other).Get(change));
        (await (await Researcher).Send(hers, change, Typed(batch, consid: 1))).ShouldAskFor("Reason", "Give the reason; it becomes part of the record.");
        Assert.Equal(HttpStatusCode.Redirect, (await (await Researcher).Send(hers, change, Typed(batch, consid: 1).But(("Reason", "read again")))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await (await Other).Send(his, change, Typed(batch, consid: 2).But(("answer.restles", "0"), ("Reason", "read again")))).Status);
        var asked = await (await Other).Send(late, change, Typed(batch, consid: 0).But(("Reason", "read again")));
        Assert.Equal((HttpStatusCode.Conflict, "Choose what stays"), (asked.Status, asked.Heading));
        Assert.Equal(["The item consid"], asked.Document.QuerySelectorAll("legend").Select(l => l.TextContent.Trim()));
        Assert.Equal(HttpStatusCode.Redirect, (await (await Other).Send(asked, change, new Dictionary<string, string> { ["choice.item:consid"] = "mine" })).Status);
        var answers = Assert.Single(await Waiting(batch)).Form.Answers;
        Assert.Equal(("0", "0"), (answers["consid"].AsText(), answers["restles"].AsText()));
    }

    [Fact]
    public async Task By_API_both_values_are_told_and_a_choice_is_sent()
    {
        var (visitor, other, batch) = (await Researcher, await Other, Batch());
        object Body(int consid, int? revision = null) => new { batch, receivedOn = Received, box = "B7", instrument = "sdq-p-4-17", answers = new { consid, restles = 1, somatic = 0, shares = 2, tantrum = 1 }, revision, why = "read again" };
        var keyed = await ApiCall.Send(study, visitor, HttpMethod.Post, "/tray/ashbourne", Body(2));
        var path = $"/tray/ashbourne/{keyed.Text("id")!["ashbourne.".Length..]}";
        var twice = await ApiCall.Send(study, other, HttpMethod.Post, "/tray/ashbourne", Body(1));
        Assert.Equal((HttpStatusCode.Conflict, "tray.keyed-already"), (twice.Status, twice.Code));
        var fault = twice.Body.GetProperty("faults").EnumerateArray().Single();
        Assert.Equal("item:consid", fault.GetProperty("field").GetString());
        Assert.EndsWith("has the item consid as '2'. Yours: '1'.", fault.GetProperty("sentence").GetString(), StringComparison.Ordinal);

        Assert.Equal("tray.revision", (await ApiCall.Send(study, other, HttpMethod.Put, path, Body(1))).Code);
        Assert.Equal("tray.changed", (await ApiCall.Send(study, other, HttpMethod.Put, path, Body(1, 0))).Code);
        var seen = keyed.Body.GetProperty("revision").GetInt32();
        var chosen = await ApiCall.Send(study, other, HttpMethod.Put, $"{path}?mine=item:consid&seen={seen}", Body(1, 0));
        Assert.Equal((HttpStatusCode.OK, 1), (chosen.Status, chosen.Body.GetProperty("form").GetProperty("answers").GetProperty("consid").GetInt32()));
        Assert.Equal("tray.changed", (await ApiCall.Send(study, visitor, HttpMethod.Put, path, Body(0, seen))).Code);
        Assert.Equal(HttpStatusCode.Created, (await ApiCall.Send(study, other, HttpMethod.Post, "/tray/ashbourne?another=true", Body(1))).Status);
    }

    [Fact]
    public async Task By_API_whoever_matches_second_is_told_both_places()
    {
        var (visitor, one, two) = (await Researcher, await study.Family(), await study.Family());
        var keyed = await ApiCall.Send(study, visitor, HttpMethod.Post, "/tray/ashbourne", new { batch = Batch(), receivedOn = Received, box = "B7", instrument = "sdq-p-4-17", answers = new { consid = 1 } });
        var path = $"/tray/ashbourne/{keyed.Text("id")!["ashbourne.".Length..]}/match";
        object Match(Study.Families.FamilyState family) => new { family = $"{family.Id}", wave = "t1", subject = $"{family.Child().Id}", respondent = $"{family.Parent().Id}", completedOn = Received, why = "the list" };
        Assert.Equal(HttpStatusCode.OK, (await ApiCall.Send(study, visitor, HttpMethod.Post, path, Match(one))).Status);
        var late = await ApiCall.Send(study, await Other, HttpMethod.Post, path, Match(two));
        Assert.Equal((HttpStatusCode.Conflict, "tray.not-waiting"), (late.Status, late.Code));
        var told = late.Body.GetProperty("faults")[0].GetProperty("sentence").GetString();
        Assert.Contains($"There now: family {one.Id}, t1, about {one.Child().Id}", told, StringComparison.Ordinal);
        Assert.Contains($"Yours: family {two.Id}, t1, about {two.Child().Id}", told, StringComparison.Ordinal);
    }

    private static string Key => TrayLinks.KeyInto(RunningStudy.OwnSite, OpenedStudy.Sdq);

    private static string Batch() => Guid.NewGuid().ToString()[..8];

    private static Dictionary<string, string> Typed(string batch, int consid) => new()
    {
        ["Batch"] = batch, ["Box"] = "B7", ["answer.consid"] = $"{consid}", ["answer.restles"] = "1", ["answer.somatic"] = "0", ["answer.shares"] = "2", ["answer.tantrum"] = "1", ["answer.ebddiff"] = "0",
        ["ReceivedOn.Day"] = $"{Received.Day}", ["ReceivedOn.Month"] = $"{Received.Month}", ["ReceivedOn.Year"] = $"{Received.Year}",
    };

    private async Task<List<Study.Tray.TrayItem>> Waiting(string batch)
    {
        var trays = (SosLongitudinal.Grains.Tray.Trays)study.Services.GetService(typeof(SosLongitudinal.Grains.Tray.Trays))!;
        return [.. (await trays.Items([RunningStudy.OwnSite])).Where(i => i.IsPending && i.Form.Batch == batch)];
    }
}
