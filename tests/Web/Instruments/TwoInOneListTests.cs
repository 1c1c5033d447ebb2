using System.Net;
using System.Text.Json;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Web.Commands;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Instruments;

/// <summary>Two administrators at one concordance and one list of test cases, by page, API and command: different rows both stay, one row changed twice is asked for.</summary>
public sealed class TwoInOneListTests(RunningStudy study)
{
    private const Roles Other = Roles.Administrator | Roles.Researcher;

    [Fact]
    public async Task By_page_links_of_different_items_both_stay_and_of_one_item_the_second_sees_both_and_chooses()
    {
        var (one, two) = await Drafted("lists-links");
        const string Path = "/instruments/lists-links/concordance";
        var (first, second, third) = (await one.Get(Path), await two.Get(Path), await two.Get(Path));
        Assert.Equal(HttpStatusCode.Redirect, (await one.Send(first, Path, Note(first, "damp", "one says"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await two.Send(second, Path, Note(second, "cold", "two says"))).Status);
        Assert.Matches(@"What .*\bperson\b.* changed meanwhile is kept", (await two.Get("/instruments/lists-links")).Words);

        var asked = await two.Send(third, Path, Note(third, "damp", "two says too"));
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("The link of damp between versions 1 and 2", asked.Words, StringComparison.Ordinal);
        Assert.Contains("Note: one says", asked.Words, StringComparison.Ordinal);
        Assert.Contains("Note: two says too", asked.Words, StringComparison.Ordinal);
        Assert.Equal(["one says", "two says"], await Notes("lists-links"));
        Assert.Equal(HttpStatusCode.Redirect, (await two.Send(asked, Path, new Dictionary<string, string> { ["choice.link:damp@1-2"] = "mine" })).Status);
        Assert.Equal(["two says", "two says too"], await Notes("lists-links"));
    }

    [Fact]
    public async Task By_page_test_cases_of_two_both_stay_and_one_case_changed_twice_is_asked_for()
    {
        var (one, two) = await Drafted("lists-cases");
        const string Path = "/instruments/lists-cases/cases";
        var (first, second) = (await one.Get(Path), await two.Get(Path));
        await one.Send(first, Path, new Dictionary<string, string> { ["Text"] = $"[{Case("shared", 1, 2)},{Case("one", 1, 2)}]" });
        var asked = await two.Send(second, Path, new Dictionary<string, string> { ["Text"] = $"[{Case("shared", 2, 3)},{Case("two", 1, 2)}]" });
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("The test case shared", asked.Words, StringComparison.Ordinal);
        Assert.Contains("Answers: damp=1 cold=1", asked.Words, StringComparison.Ordinal);
        Assert.Contains("Answers: damp=2 cold=1", asked.Words, StringComparison.Ordinal);
        Assert.Equal(Path, (await two.Send(asked, Path, new Dictionary<string, string> { ["choice.case:shared"] = "theirs" })).Location);
        Assert.Equal(["one", "shared", "two"], await Cases("lists-cases"));
        Assert.Contains("\"damp\": 1", (await one.Get(Path)).Document.QuerySelector("textarea[name='Text']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_API_a_list_names_its_revision_and_is_refused_only_where_both_changed_one_row()
    {
        await Drafted("lists-api");
        var (status, none) = await study.Ask(HttpMethod.Get, "instruments/lists-api/links");
        Assert.Equal((HttpStatusCode.OK, 0, 0), (status, none.GetProperty("revision").GetInt32(), none.GetProperty("links").GetArrayLength()));
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Put, "instruments/lists-api/links", Links(0, ("damp", "a")), Other)).Status);
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Put, "instruments/lists-api/links", Links(0, ("cold", "b")))).Status);
        var (taken, refused) = await study.Ask(HttpMethod.Put, "instruments/lists-api/links", Links(0, ("damp", "c")));
        Assert.Equal((HttpStatusCode.Conflict, "instrument.links-changed"), (taken, refused.GetProperty("code").GetString()));
        Assert.Equal(["link:damp@1-2"], refused.Codes("faults", "field"));
        Assert.Contains("There now: Note 'a'. Yours: Note 'c'.", refused.Codes("faults", "sentence")[0], StringComparison.Ordinal);
        var seen = (await study.Ask(HttpMethod.Get, "instruments/lists-api/versions")).Body.GetProperty("linksRevision").GetInt32();
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Put, $"instruments/lists-api/links?mine=link:damp@1-2&seen={seen}", Links(0, ("damp", "c")))).Status);
        Assert.Equal(["b", "c"], await Notes("lists-api"));
        Assert.Equal("instrument.links-changed", (await study.Ask(HttpMethod.Put, "instruments/lists-api/links", Links(1, ("damp", "d")))).Body.GetProperty("code").GetString());
        Assert.Equal(["b", "c"], await Notes("lists-api"));

        Task<(HttpStatusCode Status, JsonElement Body)> Put(string cases) => study.Ask(HttpMethod.Put, "instruments/lists-api/cases", $$"""{"revision":0,"cases":[{{cases}}]}""");
        Assert.Equal(HttpStatusCode.OK, (await Put(Case("one", 1, 2))).Status);
        Assert.Equal(HttpStatusCode.OK, (await Put(Case("two", 1, 2))).Status);
        Assert.Equal(["case:one"], (await Put(Case("one", 3, 4))).Body.Codes("faults", "field"));
        Assert.Equal(["one", "two"], await Cases("lists-api"));
    }

    [Fact]
    public async Task Of_two_lists_sent_at_once_both_stay_or_one_is_refused()
    {
        await Drafted("lists-at-once");
        var apart = await Task.WhenAll(study.Ask(HttpMethod.Put, "instruments/lists-at-once/links", Links(0, ("damp", "a"))), study.Ask(HttpMethod.Put, "instruments/lists-at-once/links", Links(0, ("cold", "b")), Other));
        Assert.All(apart, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Equal(["a", "b"], await Notes("lists-at-once"));
        var revision = (await study.Ask(HttpMethod.Get, "instruments/lists-at-once/links")).Body.GetProperty("revision").GetInt32();
        var same = await Task.WhenAll(
            study.Ask(HttpMethod.Put, "instruments/lists-at-once/links", Links(revision, ("damp", "c"), ("cold", "b"))), study.Ask(HttpMethod.Put, "instruments/lists-at-once/links", Links(revision, ("damp", "d"), ("cold", "b")), Other));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], same.Select(a => a.Status).Order());
    }

    [Fact]
    public async Task By_command_a_file_shown_is_declared_on_the_revision_that_it_was_shown_at()
    {
        await Drafted("lists-cli");
        using var folder = new TempFolder();
        string[] door = ["--server", study.Address.ToString(), "--token", (await (await study.As(Roles.Administrator)).Token(study))!];
        Task<Sos> Run(params string[] arguments) => Sos.Run(folder.Path, ["instrument", .. arguments, .. door]);
        Task Save(string text) => File.WriteAllTextAsync(folder.File("f.json"), text, TestContext.Current.CancellationToken);

        await study.Ask(HttpMethod.Put, "instruments/lists-cli/links", Links(0, ("damp", "a"), ("cold", "b")));
        var shown = (await Run("concordance", "show", "lists-cli")).Out;
        await study.Ask(HttpMethod.Put, "instruments/lists-cli/links", shown.Replace("\"a\"", "\"theirs\"", StringComparison.Ordinal), Other);
        await Save(shown.Replace("\"b\"", "\"mine\"", StringComparison.Ordinal));
        Assert.Contains("2 links are declared", (await Run("concordance", "declare", "lists-cli", "--file", "f.json")).Out, StringComparison.Ordinal);
        Assert.Equal(["mine", "theirs"], await Notes("lists-cli"));
        await Save(shown.Replace("\"a\"", "\"mine too\"", StringComparison.Ordinal));
        var refused = await Run("concordance", "declare", "lists-cli", "--file", "f.json");
        Assert.Equal(1, refused.Exit);
        Assert.Contains("link:damp@1-2", refused.Error, StringComparison.Ordinal);
        Assert.Contains("damp\t1\t2\tsame", (await Run("concordance", "list", "lists-cli")).Out, StringComparison.Ordinal);

        var quiet = await Run("case", "run", "lists-cli");
        Assert.Equal((0, "", "lists-cli has no test cases; nothing was run."), (quiet.Exit, quiet.Out.Trim(), quiet.Error.Trim()));
        var none = (await Run("case", "show", "lists-cli")).Out;
        await study.Ask(HttpMethod.Post, "instruments/lists-cli/cases", Case("one", 1, 2), Other);
        await Save(none.Replace("[]", $"[{Case("two", 1, 2)}]", StringComparison.Ordinal));
        Assert.Contains("2 test cases are kept", (await Run("case", "declare", "lists-cli", "--file", "f.json")).Out, StringComparison.Ordinal);
        Assert.Equal(["one", "two"], await Cases("lists-cli"));
    }

    private async Task<(Visitor One, Visitor Two)> Drafted(string instrument)
    {
        await study.Published(instrument);
        await study.Ask(HttpMethod.Put, $"instruments/{instrument}/draft", DraftedForms.Housing(instrument).Replace("Rooms", "How many rooms?", StringComparison.Ordinal));
        return (await study.As(Roles.Administrator), await study.As(Other));
    }

    private async Task<IEnumerable<string?>> Notes(string instrument) =>
        (await study.Ask(HttpMethod.Get, $"instruments/{instrument}/links")).Body.GetProperty("links").EnumerateArray().Select(l => l.GetProperty("note").GetString()).Order();

    private async Task<IEnumerable<string?>> Cases(string instrument) =>
        (await study.Ask(HttpMethod.Get, $"instruments/{instrument}/cases")).Body.EnumerateArray().Select(c => c.GetProperty("name").GetString()).Order();

    /// <summary>The page's form as it stands, with one item declared the same and a note on it.</summary>
    private static Dictionary<string, string> Note(Page page, string item, string note)
    {
        var row = page.Document.QuerySelectorAll("input[type=hidden]").First(i => i.GetAttribute("name")!.EndsWith(".Item", StringComparison.Ordinal) && i.GetAttribute("value") == item).GetAttribute("name")![..^".Item".Length];
        return new() { [$"{row}.Kind"] = "Same", [$"{row}.Note"] = note };
    }

    private static string Links(int revision, params (string Item, string Note)[] links) =>
        $$"""{"revision":{{revision}},"links":[{{string.Join(',', links.Select(l => $$"""{"item":"{{l.Item}}","from":1,"to":2,"kind":"same","note":"{{l.Note}}"}"""))}}]}""";

    private static string Case(string name, int damp, int score) => $$$"""{"name":"{{{name}}}","answers":{"damp":{{{damp}}},"cold":1},"scores":{"hardship":"{{{score}}}"}}""";
}
