using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.DoubleEntry;

/// <summary>The agreement report.</summary>
public sealed class AgreementTests(TwiceStudy study) : IClassFixture<TwiceStudy>
{
    [Fact]
    public async Task Errors_are_counted_against_what_was_settled_and_records_get_kappas_and_an_analyst_sees_no_account()
    {
        var settled = await study.TwiceEntered(("consid", 2));
        OpenedStudy.Accepted(await study.Grains.SecondEntry(settled.Id).Settle(settled.SdqPlace(), [new Settlement("consid", SettledBy.Second)], TwiceStudy.By("settler@study.example")));
        await study.TwiceEntered(("consid", 0));
        foreach (var (first, second) in new[] { (1, 1), (1, 1), (0, 0), (0, 0), (1, 0) }) await Coded(first, second);

        using var analyst = await Client(Roles.Analyst);
        var report = await analyst.GetFromJsonAsync<JsonElement>("/api/v1/analysis/agreement", TestContext.Current.CancellationToken);
        Assert.Equal((7, 4, 1, 2), (Number(report, "twice"), Number(report, "agreed"), Number(report, "settled"), Number(report, "toSettle")));
        var sdq = Group(report, "instrument", "sdq-p-4-17");
        Assert.Equal((52, 2, 52, 1), (Rate(sdq, "differ", "base"), Rate(sdq, "differ", "count"), Rate(sdq, "wrong", "base"), Rate(sdq, "wrong", "count")));
        var abuse = report.GetProperty("coded").EnumerateArray().Single(c => c.GetProperty("item").GetString() == "abuse");
        Assert.Equal(5, Rate(abuse, "agree", "base"));
        Assert.Equal(0.6154, Math.Round(abuse.GetProperty("plain").GetProperty("value").GetDouble(), 4)); // 4 of 5 agree, 12 of 25 by chance
        Assert.DoesNotContain("@study.example", report.ToString(), StringComparison.Ordinal);

        using var coordinator = await Client(Roles.Coordinator);
        Assert.Contains("second-entry@study.example", (await Accounts(coordinator)), StringComparison.Ordinal);
        var csv = await analyst.GetStringAsync("/api/v1/analysis/agreement.csv?part=errors&instrument=sdq-p-4-17", TestContext.Current.CancellationToken);
        Assert.Contains("instrument,sdq-p-4-17,2,52,2,3.85,", csv, StringComparison.Ordinal);
        using var refused = await analyst.GetAsync("/api/v1/analysis/agreement.csv?part=all", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    private async Task Coded(int first, int second)
    {
        var family = await study.Family();
        var definition = InstrumentShelf.Library["case-record"];
        FormEntry Entry(int abuse) => new(new(OpenedStudy.T1, definition.Id, Party.Family, Party.CaseFile), definition.Version, OpenedStudy.Today.AddDays(-3), FormMode.CaseFile, "en",
            OpenedStudy.Accepted(AnswerRules.Check(definition, new Dictionary<string, Answer> { ["abuse"] = Answer.Of(abuse), ["neglect"] = Answer.Of(0) })).Answers);
        OpenedStudy.Accepted(await study.Grains.Forms(family.Id).Enter(Entry(first), TwiceStudy.By("coder-1@study.example")));
        OpenedStudy.Accepted(await study.Grains.SecondEntry(family.Id).Enter(Entry(second), TwiceStudy.By("coder-2@study.example")));
    }

    private async Task<string> Accounts(HttpClient api)
    {
        await study.AddAccount("second-entry@study.example", Roles.Researcher, Study.Accounts.SiteScope.All);
        return await api.GetStringAsync("/api/v1/analysis/agreement", TestContext.Current.CancellationToken);
    }

    private static JsonElement Group(JsonElement report, string by, string group) =>
        report.GetProperty("groups").EnumerateArray().Single(g => g.GetProperty("by").GetString() == by && g.GetProperty("group").GetString() == group);

    private static int Number(JsonElement report, string name) => report.GetProperty("forms").GetProperty(name).GetInt32();

    private static int Rate(JsonElement group, string rate, string part) => group.GetProperty(rate).GetProperty(part).GetInt32();

    private async Task<HttpClient> Client(Roles role)
    {
        var api = new HttpClient { BaseAddress = study.Address };
        api.DefaultRequestHeaders.Authorization = new("Bearer", await (await study.As(role)).Token(study));
        return api;
    }
}
