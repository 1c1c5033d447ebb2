using System.Net;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Web.Commands;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Instruments;

/// <summary>Two administrators in one draft, by page, API and command: nobody overwrites the other in silence.</summary>
public sealed class TwoInOneDraftTests(RunningStudy study)
{
    private const Roles Other = Roles.Administrator | Roles.Researcher;

    [Fact]
    public async Task Two_pages_open_at_once_change_different_items_and_both_stay()
    {
        var (one, two) = await Begun("two-apart");
        var (damp, cold) = (await one.Get("/instruments/two-apart/draft/items/damp"), await two.Get("/instruments/two-apart/draft/items/cold"));
        Assert.Equal("/instruments/two-apart/draft#item-damp", (await one.Send(damp, "/instruments/two-apart/draft/items/damp", Item("Is it damp?"))).Location);
        Assert.Equal("/instruments/two-apart/draft#item-cold", (await two.Send(cold, "/instruments/two-apart/draft/items/cold", Item("Is it cold?", "4"))).Location);
        var shown = await two.Get("/instruments/two-apart/draft");
        Assert.Matches(@"What .*\bperson\b.* changed meanwhile is kept", shown.Document.QuerySelector(".moj-alert")!.TextContent);
        Assert.Contains("Is it damp?", shown.Words, StringComparison.Ordinal);
        Assert.Contains("Is it cold?", shown.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mine", "Damp?")]
    [InlineData("theirs", "Is it damp?")]
    public async Task The_second_to_save_one_item_sees_both_and_chooses(string side, string stays)
    {
        var id = $"two-same-{side}";
        var (one, two) = await Begun(id);
        var path = $"/instruments/{id}/draft/items/damp";
        var (first, second) = (await one.Get(path), await two.Get(path));
        await one.Send(first, path, Item("Is it damp?"));
        var asked = await two.Send(second, path, Item("Damp?"));
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("Question: Is it damp?", asked.Words, StringComparison.Ordinal);
        Assert.Contains("Question: Damp?", asked.Words, StringComparison.Ordinal);
        Assert.Matches(@"\bperson\b.* changed this while you did", asked.Words);
        Assert.Contains("Is it damp?", (await one.Get($"/instruments/{id}/draft")).Words, StringComparison.Ordinal);
        Assert.Equal($"/instruments/{id}/draft#item-damp", (await two.Send(asked, path, new Dictionary<string, string> { ["choice.item:damp"] = side })).Location);
        Assert.Contains(stays, (await one.Get($"/instruments/{id}/draft")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_published_meanwhile_is_said_with_what_was_typed_and_what_was_compared_is_what_is_published()
    {
        var (one, two) = await Begun("two-gone");
        var (late, looked) = (await two.Get("/instruments/two-gone/draft/items/damp"), await one.Get("/instruments/two-gone/publish"));
        await two.Send(await two.Get("/instruments/two-gone/draft/items/cold"), "/instruments/two-gone/draft/items/cold", Item("Is it cold?", "4"));
        var refused = await one.Send(looked, "/instruments/two-gone/publish", new { });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("changed the draft on", refused.Words, StringComparison.Ordinal);
        await one.Post("/instruments/two-gone/publish", new { });
        var gone = await two.Send(late, "/instruments/two-gone/draft/items/damp", Item("Is it damp?"));
        Assert.Equal(HttpStatusCode.Conflict, gone.Status);
        Assert.Contains("published the draft that you began on", gone.Words, StringComparison.Ordinal);
        Assert.Contains("Is it damp?", gone.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_API_a_save_names_its_revision_and_is_refused_only_where_both_changed()
    {
        await study.Published("two-api");
        var text = DraftedForms.Housing("two-api");
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Put, "instruments/two-api/draft", text.Replace("Is there a garden?", "A garden?", StringComparison.Ordinal))).Status);
        var got = (await study.Ask(HttpMethod.Get, "instruments/two-api/draft")).Body.ToString();
        Assert.Contains("\"revision\"", got, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Put, "instruments/two-api/draft", got.Replace("How often is it damp?", "Is it damp?", StringComparison.Ordinal), Other)).Status);
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Put, "instruments/two-api/draft", got.Replace("How often is it cold?", "Is it cold?", StringComparison.Ordinal))).Status);
        var (status, refused) = await study.Ask(HttpMethod.Put, "instruments/two-api/draft", got.Replace("How often is it damp?", "Damp?", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.Conflict, "instrument.draft-overtaken"), (status, refused.GetProperty("code").GetString()));
        Assert.Equal(["item:damp"], refused.Codes("faults", "field"));
        Assert.Contains("There now: Question 'Is it damp?'. Yours: Question 'Damp?'.", refused.Codes("faults", "sentence")[0], StringComparison.Ordinal);
        var (unsaid, exists) = await study.Ask(HttpMethod.Put, "instruments/two-api/draft", text);
        Assert.Equal((HttpStatusCode.Conflict, "instrument.draft-exists"), (unsaid, exists.GetProperty("code").GetString()));

        var seen = (await study.Ask(HttpMethod.Get, "instruments/two-api/versions")).Body.GetProperty("draftRevision").GetInt32();
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Put, $"instruments/two-api/draft?mine=item:damp&seen={seen}", got.Replace("How often is it damp?", "Damp?", StringComparison.Ordinal))).Status);
        var now = (await study.Ask(HttpMethod.Get, "instruments/two-api/draft")).Body.ToString();
        Assert.Contains("Damp?", now, StringComparison.Ordinal);
        Assert.Contains("Is it cold?", now, StringComparison.Ordinal);
        Assert.Contains("A garden?", now, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_saves_sent_at_once_both_stay_or_one_is_refused()
    {
        await study.Published("two-at-once");
        await study.Ask(HttpMethod.Put, "instruments/two-at-once/draft", DraftedForms.Housing("two-at-once").Replace("Is there a garden?", "A garden?", StringComparison.Ordinal));
        var got = (await study.Ask(HttpMethod.Get, "instruments/two-at-once/draft")).Body.ToString();
        var apart = await Task.WhenAll(
            study.Ask(HttpMethod.Put, "instruments/two-at-once/draft", got.Replace("How often is it damp?", "Is it damp?", StringComparison.Ordinal)),
            study.Ask(HttpMethod.Put, "instruments/two-at-once/draft", got.Replace("How often is it cold?", "Is it cold?", StringComparison.Ordinal), Other));
        Assert.All(apart, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        got = (await study.Ask(HttpMethod.Get, "instruments/two-at-once/draft")).Body.ToString();
        Assert.Contains("Is it damp?", got, StringComparison.Ordinal);
        Assert.Contains("Is it cold?", got, StringComparison.Ordinal);
        var same = await Task.WhenAll(
            study.Ask(HttpMethod.Put, "instruments/two-at-once/draft", got.Replace("Is it damp?", "Damp?", StringComparison.Ordinal)),
            study.Ask(HttpMethod.Put, "instruments/two-at-once/draft", got.Replace("Is it damp?", "Wet?", StringComparison.Ordinal), Other));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], same.Select(a => a.Status).Order());
    }

    [Fact]
    public async Task A_draft_that_another_changed_is_not_discarded_unseen()
    {
        var (one, two) = await Begun("two-discard");
        var open = await one.Get("/instruments/two-discard/draft");
        await two.Post("/instruments/two-discard/draft/items/cold", Item("Is it cold?", "4"));
        var refused = await one.Send(open, "/instruments/two-discard/draft?handler=Discard", new { });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("changed the draft on", refused.Words, StringComparison.Ordinal);
        Assert.Equal("/instruments/two-discard", (await one.Post("/instruments/two-discard/draft", new { }, "handler=Discard")).Location);
    }

    [Fact]
    public async Task What_was_compared_is_what_is_published()
    {
        var (one, two) = await Begun("two-compared");
        await one.Post("/instruments/two-compared/draft/items/damp", Item("Is it damp?"));
        var publish = (await one.Get("/instruments/two-compared/compare")).Document.QuerySelector("a[href*='/publish']")!.GetAttribute("href")!;
        await two.Post("/instruments/two-compared/draft/items/cold", Item("Is it cold?", "4"));
        Assert.Equal(HttpStatusCode.Conflict, (await one.Post(publish, new { })).Status);
        publish = (await one.Get("/instruments/two-compared/compare")).Document.QuerySelector("a[href*='/publish']")!.GetAttribute("href")!;
        Assert.Equal("/instruments/two-compared", (await one.Post(publish, new { })).Location);
    }

    [Fact]
    public async Task By_command_a_file_says_what_it_was_made_from_or_that_it_takes_the_place()
    {
        await study.Published("two-cli");
        using var folder = new TempFolder();
        string[] door = ["--server", study.Address.ToString(), "--token", (await (await study.As(Roles.Administrator)).Token(study))!];
        Task<Sos> Run(params string[] arguments) => Sos.Run(folder.Path, ["instrument", .. arguments, .. door]);
        Task Save(string text) => File.WriteAllTextAsync(folder.File("f.json"), text, TestContext.Current.CancellationToken);

        await study.Ask(HttpMethod.Put, "instruments/two-cli/draft", DraftedForms.Housing("two-cli").Replace("Rooms", "How many rooms?", StringComparison.Ordinal), Other);
        var got = (await Run("show", "two-cli", "--draft")).Out;
        await study.Ask(HttpMethod.Put, "instruments/two-cli/draft", got.Replace("How often is it damp?", "Is it damp?", StringComparison.Ordinal), Other);
        await Save(got.Replace("How often is it damp?", "Damp?", StringComparison.Ordinal));
        var refused = await Run("draft", "two-cli", "--file", "f.json");
        Assert.Equal(1, refused.Exit);
        Assert.Contains("item:damp", refused.Error, StringComparison.Ordinal);
        await Save(DraftedForms.Housing("two-cli").Replace("Rooms", "Rooms?", StringComparison.Ordinal));
        Assert.Contains("There is a draft already", (await Run("draft", "two-cli", "--file", "f.json")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("draft", "two-cli", "--file", "f.json", "--replace")).Exit);
    }

    [Fact]
    public async Task A_file_does_not_take_the_place_of_another_s_draft_unsaid()
    {
        await study.Published("two-file");
        await study.Ask(HttpMethod.Put, "instruments/two-file/draft", DraftedForms.Housing("two-file").Replace("Rooms", "How many rooms?", StringComparison.Ordinal), Other);
        const string Form = "survey,,,\n,type,name,label\n,integer,rooms,Rooms\n";
        var (status, refused) = await study.Ask(HttpMethod.Post, "instruments/import/xlsform?id=two-file", Form);
        Assert.Equal((HttpStatusCode.Conflict, "instrument.draft-exists"), (status, refused.GetProperty("code").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Post, "instruments/import/xlsform?id=two-file&replace=true", Form)).Status);
    }

    private async Task<(Visitor One, Visitor Two)> Begun(string instrument)
    {
        await study.Published(instrument);
        var (one, two) = (await study.As(Roles.Administrator), await study.As(Other));
        await one.Post($"/instruments/{instrument}/draft", new { }, "Start");
        return (one, two);
    }

    private static Dictionary<string, string> Item(string label, string number = "3") => new() { ["Fields.Label"] = label, ["Fields.Number"] = number, ["Fields.Choices"] = "1 Never\n2 Sometimes\n3 Often" };
}
