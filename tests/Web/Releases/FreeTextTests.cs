using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Releases;

/// <summary>Free text leaves only in a release that asks for it by name, once an administrator who did not ask has read it and said yes.</summary>
public sealed class FreeTextTests(RunningStudy study)
{
    private const string Dataset = "parent-questionnaire";
    private static readonly string[] Helped = ["helped"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_live_extract_that_asks_for_it_is_refused_and_so_is_a_text_that_is_none()
    {
        var analyst = await study.As(Roles.Analyst);
        Assert.Equal((HttpStatusCode.Forbidden, "recipe.texts-release"), await Code(analyst, "extracts", new { dataset = Dataset, texts = Helped }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "recipe.text"), await Code(analyst, "releases", new { title = "Any", recipe = new { dataset = Dataset, texts = new[] { "mode" } } }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "recipe.column"), await Code(analyst, "releases", new { title = "Any", recipe = new { dataset = Dataset, texts = Helped, filters = new[] { new { column = "helped", op = "known" } } } }));
    }

    [Fact]
    public async Task Approved_by_an_administrator_it_is_in_the_files_and_the_codebook_says_who_let_it_leave()
    {
        var word = await Written();
        var (analyst, other) = (await study.As(Roles.Analyst), await study.As(Roles.Administrator));
        var id = await Asked(analyst);
        Assert.Equal((HttpStatusCode.Forbidden, "release.texts-wait"), await Code(analyst, $"releases/{id}/resume", null));
        using (var hidden = await study.Ask(analyst, HttpMethod.Get, $"releases/{id}/texts", null)) Assert.Equal(HttpStatusCode.Forbidden, hidden.StatusCode);
        Assert.Contains("An administrator must approve its free text", (await analyst.Get("/releases")).Words, StringComparison.Ordinal);

        Assert.Contains(word, (await other.Get($"/releases/{id}/texts")).Words, StringComparison.Ordinal);
        (await other.Post($"/releases/{id}/texts", new { Why = "Read them" })).ShouldAskFor("MayLeave", "Say whether the free text may leave.");
        (await other.Post($"/releases/{id}/texts", new { MayLeave = "yes", Why = "" })).ShouldAskFor("Why", "Say what you looked at, and why the free text may leave or may not.");
        Assert.Equal($"/releases/{id}", (await other.Post($"/releases/{id}/texts", new { MayLeave = "yes", Why = "Read all of them: no names" })).Location);

        var csv = await File(analyst, id, ".csv");
        Assert.Contains(word, csv, StringComparison.Ordinal);
        Assert.DoesNotContain("differently", csv.Split("\r\n")[0].Split(','));
        var book = await File(analyst, id, ".csv.html");
        Assert.Matches("Free text is included: helped .*administrator.*approved it on", book);
        Assert.Contains("Read all of them: no names", (await analyst.Get($"/releases/{id}")).Words, StringComparison.Ordinal);
        using var remade = await study.Ask(analyst, HttpMethod.Post, $"releases/{id}/remake", null);
        Assert.All((await remade.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("items").EnumerateArray(), f => Assert.True(f.GetProperty("same").GetBoolean(), f.ToString()));
    }

    [Fact]
    public async Task Refused_it_stays_out_with_the_reason_and_whoever_asked_cannot_approve_it()
    {
        var word = await Written();
        var (asks, decides) = (await study.As(Roles.Administrator), await study.As(Roles.Administrator | Roles.Analyst));
        var id = await Asked(asks);
        Assert.Equal((HttpStatusCode.Forbidden, "release.own"), await Code(asks, $"releases/{id}/texts", new { approves = true, why = "Mine" }));
        Assert.DoesNotContain(word, (await asks.Get($"/releases/{id}/texts")).Words, StringComparison.Ordinal);
        using (var refused = await study.Ask(decides, HttpMethod.Post, $"releases/{id}/texts", new { approves = false, why = "It names a school." })) Assert.Equal(HttpStatusCode.Accepted, refused.StatusCode);
        Assert.Contains("It names a school.", (await asks.Get($"/releases/{id}/finish")).Words, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Forbidden, "release.texts-refused"), await Code(asks, $"releases/{id}/resume", null));
        using var files = await study.Ask(asks, HttpMethod.Get, $"releases/{id}", null);
        Assert.Equal(HttpStatusCode.NotFound, files.StatusCode);
    }

    private async Task<string> Asked(Visitor visitor)
    {
        using var answer = await study.Ask(visitor, HttpMethod.Post, "releases", new { title = "With what they said", recipe = new { dataset = Dataset, shape = "long", texts = Helped } });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var waiting = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.True(waiting.GetProperty("waitsForTexts").GetBoolean());
        var count = Assert.Single(waiting.GetProperty("texts").EnumerateArray());
        Assert.Equal("helped", count.GetProperty("column").GetString());
        Assert.True(count.GetProperty("texts").GetInt64() > 0);
        return waiting.GetProperty("id").GetString()!;
    }

    /// <summary>A questionnaire in which somebody wrote a word that nobody else did.</summary>
    private async Task<string> Written()
    {
        var (word, family) = ($"Text{Guid.NewGuid():N}"[..16], await study.Family());
        var questionnaire = InstrumentShelf.Library[Dataset];
        var answers = OpenedStudy.Accepted(AnswerRules.Check(questionnaire, Answers.Of([("helped", Answer.Of(word))]))).Answers;
        OpenedStudy.Accepted(await study.Grains.Forms(family.Id).Enter(
            new(new(OpenedStudy.T1, questionnaire.Id, Party.Family, family.Parent().Id), questionnaire.Version, OpenedStudy.Today.AddDays(-3), FormMode.Paper, "en", answers), OpenedStudy.Stamp()));
        return word;
    }

    private async Task<(HttpStatusCode, string?)> Code(Visitor visitor, string path, object? body)
    {
        using var answer = await study.Ask(visitor, HttpMethod.Post, path, body);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString());
    }

    private async Task<string> File(Visitor visitor, string id, string ends)
    {
        using var release = await study.Ask(visitor, HttpMethod.Get, $"releases/{id}", null);
        var name = (await release.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("files").EnumerateArray().Select(f => f.GetProperty("name").GetString()!).First(n => n.EndsWith(ends, StringComparison.Ordinal));
        using var file = await study.Ask(visitor, HttpMethod.Get, $"releases/{id}/files/{name}", null);
        Assert.True(file.IsSuccessStatusCode, name);
        return await file.Content.ReadAsStringAsync(Stop);
    }
}
