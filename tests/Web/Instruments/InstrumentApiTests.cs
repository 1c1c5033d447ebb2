using System.Net;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Web.Kit;
using Housing = SosLongitudinal.Tests.Kit.Housing;

namespace SosLongitudinal.Tests.Web.Instruments;

public sealed class InstrumentApiTests(RunningStudy study)
{
    private const string Links = """{"links":[{"item":"damp","from":1,"to":2,"kind":"recoded","recode":[{"was":1,"becomes":0},{"was":2,"becomes":1},{"was":3,"becomes":2}]},{"item":"cold","from":1,"to":2,"kind":"recoded","recode":[{"was":1,"becomes":0},{"was":2,"becomes":1},{"was":3,"becomes":2}]}]}""";

    [Fact]
    public async Task A_form_is_changed_mid_study_and_its_series_goes_on()
    {
        await study.Published("api-housing");
        var family = await study.Family();
        await Enter(family, OpenedStudy.Today.AddDays(-10), """{"rooms":4,"tenure":3,"damp":3,"cold":1,"garden":1}""", 1);

        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Put, "instruments/api-housing/draft", DraftedForms.Housing("api-housing", Housing.Second))).Status);
        var (_, compared) = await study.Ask(HttpMethod.Get, "instruments/api-housing/compare");
        Assert.Equal(1, compared.GetProperty("forms").GetInt32());
        var changes = compared.GetProperty("changes").EnumerateArray().ToDictionary(c => $"{c.GetProperty("kind").GetString()} {c.GetProperty("item").GetString()} {c.GetProperty("was").GetString()}", c => c.GetProperty("forms").GetInt32());
        Assert.Equal(1, changes["choice-dropped tenure 3 Tied to a job"]);
        Assert.Equal(1, changes["dropped garden 5. Is there a garden? (choice)"]);
        Assert.Equal(1, changes["added noise "]);
        Assert.Equal(0, changes["recoded damp 2 Sometimes"]);
        Assert.Equal(["damp", "damp", "cold", "cold"], compared.Codes("inTheWay", "where"));

        var (status, refused) = await study.Ask(HttpMethod.Post, "instruments/api-housing/publish");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "instrument.cannot-publish"), (status, refused.GetProperty("code").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Put, "instruments/api-housing/links", Links)).Status);
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Post, "instruments/api-housing/publish")).Status);
        var from = OpenedStudy.Today.AddDays(-5).ToString("O", null);
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Put, "instruments/api-housing/in-force/t1", $$"""{"version":2,"from":"{{from}}"}""")).Status);

        await Enter(await study.Family(), OpenedStudy.Today.AddDays(-8), """{"rooms":4,"tenure":3,"damp":3,"cold":1,"garden":1}""", 1);
        await Enter(await study.Family(), OpenedStudy.Today.AddDays(-2), """{"rooms":4,"tenure":1,"damp":2,"cold":0,"noise":1}""", 2);
        await Refused(await study.Family(), OpenedStudy.Today.AddDays(-2), """{"tenure":3}""");

        var (_, columns) = await study.Ask(HttpMethod.Get, "extracts/api-housing/columns", role: Roles.Analyst);
        var damp = columns.GetProperty("items").EnumerateArray().Single(c => c.GetProperty("name").GetString() == "damp");
        Assert.Equal(["1=0 2=1 3=2", ""], damp.Codes("feeds", "recode"));
        var (_, apart) = await study.Ask(HttpMethod.Get, "extracts/api-housing/columns?versions=apart", role: Roles.Analyst);
        Assert.Contains("damp_v1", apart.Codes("items", "name"));
    }

    [Theory]
    [InlineData("[]", "it is not a JSON object")]
    [InlineData("{", "Expected depth")]
    [InlineData("""{"id":"api-broken","title":"Broken"}""", "missing required properties")]
    [InlineData("""{"id":"api-broken","version":1,"title":"B","subject":"family","respondents":["parent"],"consent":"interview","track":"interview","licence":"own","sections":[{"title":"","items":[null]}]}""", "a list holds null")]
    [InlineData("""{"id":"api-broken","version":1,"title":"B","subject":"family","respondents":["parent"],"consent":"interview","track":"interview","licence":"own","sections":[{"title":"","items":[{"name":"a","number":1},{"name":"a","number":2}]}]}""", "stands twice")]
    public async Task What_is_no_definition_is_refused_with_what_is_wrong(string json, string saying)
    {
        var (status, body) = await study.Ask(HttpMethod.Put, "instruments/api-broken/draft", json);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "instrument.not-a-definition"), (status, body.GetProperty("code").GetString()));
        Assert.Contains(saying, body.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeats_without_end_are_refused_before_they_are_laid_out()
    {
        var (status, body) = await study.Ask(HttpMethod.Put, "instruments/api-broken/draft", """{"id":"api-broken","version":1,"title":"B","subject":"family","respondents":["parent"],"consent":"interview","track":"interview","licence":"own","sections":[{"title":"","name":"again","repeat":2000000000,"items":[{"name":"a","number":1}]}]}""");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "instrument.too-long"), (status, body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Publishing_runs_the_test_cases_and_refuses_on_one_that_does_not_hold()
    {
        await study.Published("api-cases");
        await study.Ask(HttpMethod.Put, "instruments/api-cases/draft", DraftedForms.Housing("api-cases", Housing.First with { Title = "The home" }));
        static string Case(int total) => $$$"""[{"name":"damp and warm","answers":{"damp":2,"cold":1},"scores":{"hardship":"{{{total}}}"},"applies":{"garden":true}}]""";
        await study.Ask(HttpMethod.Put, "instruments/api-cases/cases", Case(6));
        var (_, run) = await study.Ask(HttpMethod.Post, "instruments/api-cases/cases/run", role: Roles.Researcher);
        Assert.Contains("hardship was to be 6 and is 3.", run.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await study.Ask(HttpMethod.Post, "instruments/api-cases/publish")).Status);
        await study.Ask(HttpMethod.Put, "instruments/api-cases/cases", Case(3));
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Post, "instruments/api-cases/publish")).Status);
    }

    [Fact]
    public async Task An_instrument_says_its_versions_and_each_is_read_by_its_number()
    {
        await study.Published("api-read");
        var (_, view) = await study.Ask(HttpMethod.Get, "instruments/api-read/versions", role: Roles.Coordinator);
        Assert.Contains("@study.example", view.GetProperty("versions")[0].GetProperty("publishedBy").GetString(), StringComparison.Ordinal);
        Assert.Equal("Housing", (await study.Ask(HttpMethod.Get, "instruments/api-read?version=1")).Body.GetProperty("title").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await study.Ask(HttpMethod.Get, "instruments/api-read?version=2")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await study.Ask(HttpMethod.Get, "instruments/no-such/versions")).Status);
    }

    private async Task Enter(FamilyState family, DateOnly on, string answers, int version)
    {
        var (status, body) = await Send(family, on, answers);
        Assert.True(status == HttpStatusCode.Created, body.ToString());
        Assert.Equal(version, body.GetProperty("instrumentVersion").GetInt32());
    }

    private async Task Refused(FamilyState family, DateOnly on, string answers) => Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(family, on, answers)).Status);

    private Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> Send(FamilyState family, DateOnly on, string answers) =>
        study.Ask(HttpMethod.Put, $"families/{family.Id}/forms/t1/api-housing/family/{family.Parent().Id}", $$"""{"completedOn":"{{on:O}}","answers":{{answers}},"reason":"asked of every family"}""");
}
