using System.Net;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Tests.Web.DoubleEntry;

/// <summary>Until the second entry is in, nobody who could make it sees what the first says.</summary>
public sealed class BlindTests(TwiceStudy study) : IClassFixture<TwiceStudy>
{
    private static readonly DateOnly Filled = OpenedStudy.Today.AddDays(-3);

    public static TheoryData<Roles> WhoMayEnter => [Roles.Coordinator, Roles.Interviewer, Roles.Researcher, Roles.Administrator];

    [Theory, MemberData(nameof(WhoMayEnter))]
    public async Task No_page_or_answer_of_the_api_tells_the_first_entrys_answers_scores_or_date(Roles role)
    {
        var family = await study.OnceEntered(("consid", 2), ("obeys", 0));
        var visitor = await study.At(RunningStudy.OwnSite, role);

        var form = await visitor.Get(TwiceStudy.Place(family));
        Assert.Contains("entered a second time", form.Words, StringComparison.Ordinal);
        Assert.Empty(form.Document.QuerySelectorAll("#answers, #scores, [data-scale]"));
        var pages = new[] { form.Words, (await visitor.Get($"/families/{family.Id}")).Words, (await visitor.Get(TwiceStudy.Place(family, "/second"))).Words, await Read(visitor, $"/api/v1/families/{family.Id}"), await Read(visitor, $"/api/v1/families/{family.Id}/windows") };
        Assert.All(pages, words => Assert.DoesNotContain(Filled.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture), words, StringComparison.Ordinal));
        Assert.All(pages, words => Assert.DoesNotContain($"\"{Filled:O}\"", words, StringComparison.Ordinal));
        var (status, problem) = await Ask(visitor, $"/api/v1{TwiceStudy.Place(family)}");
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("form.hidden", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_made_the_first_entry_and_whoever_may_enter_nothing_see_it()
    {
        var family = await study.Family();
        var own = await study.At(RunningStudy.OwnSite, Roles.Coordinator);
        OpenedStudy.Accepted(await study.Grains.Forms(family.Id).Enter(TwiceStudy.Entry(family), TwiceStudy.By($"{Roles.Coordinator.Words()}-{RunningStudy.OwnSite}@study.example".ToLowerInvariant())));

        Assert.NotEmpty((await own.Get(TwiceStudy.Place(family))).Document.QuerySelectorAll("#answers"));
        Assert.NotEmpty((await (await study.At(RunningStudy.OwnSite, Roles.Auditor)).Get(TwiceStudy.Place(family))).Document.QuerySelectorAll("#answers"));
    }

    [Fact]
    public async Task Once_the_second_entry_is_in_the_form_is_shown_again()
    {
        var family = await study.TwiceEntered(("consid", 2));

        Assert.NotEmpty((await (await study.At(RunningStudy.OwnSite, Roles.Researcher)).Get(TwiceStudy.Place(family))).Document.QuerySelectorAll("#answers"));
    }

    [Theory, InlineData("matched"), InlineData("changed"), InlineData("nothing")]
    public async Task Queries_are_shown_to_whoever_matched_or_changed_the_form_and_hidden_from_whoever_may_enter_it_again(string did)
    {
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Researcher);
        var (account, question) = ($"{Roles.Researcher.Words()}-{RunningStudy.OwnSite}@study.example".ToLowerInvariant(), $"Is this a 2? {Guid.NewGuid()}");
        var family = await study.Family();
        var entry = TwiceStudy.Entry(family);
        OpenedStudy.Accepted(await study.Grains.Forms(family.Id).Enter(did == "matched" ? entry with { Keyed = new(TwiceStudy.First, DateTimeOffset.UtcNow) } : entry, TwiceStudy.By(did == "matched" ? account : TwiceStudy.First)));
        if (did == "changed") OpenedStudy.Accepted(await study.Grains.FormWork(family.Id).Edit(new(family.SdqPlace(), (await study.Grains.Family(family.Id).Read())!.FormAt(family.SdqPlace())!.Version, Study.Instruments.Answers.Of(("somatic", Study.Instruments.Answer.Of(2))), Study.Forms.Edits.EditReason.KeyingError), TwiceStudy.By(account)));
        OpenedStudy.Accepted(await study.Grains.Queries(family.Id).OpenQuery(family.SdqPlace(), "consid", question, TwiceStudy.By(TwiceStudy.First)));
        var knows = did != "nothing";

        Assert.Equal(knows, (await visitor.Get($"{SosLongitudinal.Web.Pages.Queries.QueriesLinks.List}?State=Any")).Words.Contains(question, StringComparison.Ordinal));
        Assert.Equal(knows ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await visitor.Get(TwiceStudy.Place(family, "/queries/1"))).Status);
        Assert.Equal(knows, (await Read(visitor, "/api/v1/queries?take=500")).Contains(question, StringComparison.Ordinal));
        Assert.Equal(!knows, (await Read(visitor, "/api/v1/double-entry?mine=true&take=500")).Contains($"{family.Id}", StringComparison.Ordinal));
        var second = await study.Grains.SecondEntry(family.Id).Enter(entry, TwiceStudy.By(account));
        Assert.Equal(did switch { "matched" => "form.matched-by-you", "changed" => "form.changed-by-you", _ => "" }, second.Match(_ => "", why => why.Code));
    }

    [Fact]
    public async Task A_form_that_was_not_drawn_is_shown_to_everybody()
    {
        var family = await study.Family();
        var questionnaire = Study.Instruments.InstrumentShelf.Library["parent-questionnaire"];
        var place = new Study.Forms.FormPlace(OpenedStudy.T1, questionnaire.Id, Study.Families.Party.Family, family.Parent().Id);
        var answers = OpenedStudy.Accepted(Study.Instruments.AnswerRules.Check(questionnaire, new Dictionary<string, string?>()));
        OpenedStudy.Accepted(await study.Grains.Forms(family.Id).Enter(new(place, questionnaire.Version, Filled, Study.Forms.FormMode.Paper, "en", answers.Answers), TwiceStudy.By(TwiceStudy.First)));

        Assert.NotEmpty((await (await study.At(RunningStudy.OwnSite, Roles.Researcher)).Get($"/families/{family.Id}/forms/{place}")).Document.QuerySelectorAll("#answers"));
    }

    private async Task<string> Read(Visitor visitor, string address) => (await Ask(visitor, address)).Text;

    private async Task<(HttpStatusCode Status, string Text)> Ask(Visitor visitor, string address)
    {
        using var api = new HttpClient { BaseAddress = study.Address };
        api.DefaultRequestHeaders.Authorization = new("Bearer", await visitor.Token(study));
        using var answer = await api.GetAsync(address, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
