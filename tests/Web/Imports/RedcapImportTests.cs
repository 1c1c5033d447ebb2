using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Imports;

public sealed class RedcapImportTests(RunningStudy study, ITestOutputHelper output)
{
    private const string Headings = "\"Variable / Field Name\",\"Form Name\",\"Section Header\",\"Field Type\",\"Field Label\",\"Choices, Calculations, OR Slider Labels\",\"Field Note\",\"Text Validation Type OR Show Slider Number\",\"Text Validation Min\",\"Text Validation Max\",Identifier?,\"Branching Logic (Show field only if...)\",\"Required Field?\",\"Custom Alignment\",\"Question Number (surveys only)\",\"Matrix Group Name\",\"Matrix Ranking?\",\"Field Annotation\"";
    private static readonly string Day = $"{OpenedStudy.Today.AddDays(-9):yyyy-MM-dd}";

    private static MultipartFormDataContent Project(string form, params (string Name, string Value)[] more) => Project(form, more, null);

    private static MultipartFormDataContent Project(string form, (string Name, string Value)[] more, string? events = null, string? data = null)
    {
        var content = new MultipartFormDataContent
        {
            { Csv($"{Headings}\nrecord_id,{form},,text,Record,,,,,,,,,,,,,\nseen_on,{form},,text,Seen,,,date_ymd,,,,,,,,,,\nmood,{form},,radio,Mood,\"1, Low | 2, High\",,,,,,,,,,,,\n"), "dictionary", "dictionary.csv" },
            { Csv($"event_name,arm_num,unique_event_name\n{events ?? "Baseline,1,baseline_arm_1\n"}"), "events", "event.csv" },
            { Csv($"record_id,redcap_event_name,seen_on,mood,{form}_complete\n{data ?? $"{form}-1,baseline_arm_1,{Day},2,2\n{form}-2,baseline_arm_1,{Day},1,2\n{form}-3,baseline_arm_1,,,0\n"}"), "data", "data.csv" },
            { new StringContent("seen_on"), "dateFields" },
        };
        foreach (var (name, value) in more) content.Add(new StringContent(value), name);
        return content;
    }

    private static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");

    [Fact]
    public async Task Records_become_families_and_values_forms_and_the_same_files_again_double_nothing()
    {
        (string, string)[] terms = [("site", $"{RunningStudy.OwnSite}"), ("event", "baseline_arm_1=t1")];
        var check = await Report(study, Project("moods", [.. terms, ("dryRun", "true")]));
        Assert.Equal(("checked", 2, 0, 2, 0), Counts(check));
        var first = await Report(study, Project("moods", terms));
        Assert.Equal(("saved", 2, 0, 2, 0), Counts(first));
        var again = await Report(study, Project("moods", terms));
        Assert.Equal(("saved", 0, 2, 0, 2), Counts(again));
        Assert.Equal("t1", again.GetProperty("events").GetProperty("baseline_arm_1").GetString());
        Assert.Equal(9, again.GetProperty("cells").GetProperty("inFile").GetInt32());
    }

    [Fact]
    public async Task A_check_holds_each_form_against_the_rules_of_forms_and_of_quality_although_nothing_of_it_is_there_yet()
    {
        (string, string)[] terms = [("site", $"{RunningStudy.OwnSite}"), ("event", "baseline_arm_1=t1"), ("event", "later_arm_1=t2")];
        MultipartFormDataContent Two(params (string, string)[] more) => Project(
            "turns", [.. terms, .. more], "Baseline,1,baseline_arm_1\nLater,1,later_arm_1\n",
            $"turns-1,baseline_arm_1,{Day},2,2\nturns-1,later_arm_1,{OpenedStudy.Today.AddDays(-20):yyyy-MM-dd},1,2\nturns-2,baseline_arm_1,{Day},1,2\n");
        var check = await Report(study, Two(("dryRun", "true")));
        Assert.Equal(("checked", 2, 0, 3, 0), Counts(check));
        var warned = Assert.Single(check.GetProperty("warnings").GetProperty("rows").EnumerateArray());
        Assert.Equal((3, "turns-1", "turns", "wave-order"), (Number(warned, "row"), warned.GetProperty("id").GetString(), warned.GetProperty("instrument").GetString(), warned.GetProperty("rule").GetString()));
        Assert.Equal(JsonValueKind.Null, warned.GetProperty("family").ValueKind);

        var saved = await Report(study, Two());
        Assert.Equal(("saved", 2, 0, 3, 0), Counts(saved));
        Assert.Equal("t2", Assert.Single(saved.GetProperty("warnings").GetProperty("rows").EnumerateArray()).GetProperty("place").GetProperty("wave").GetString());
        var again = await Report(study, Two(("dryRun", "true")));
        Assert.Equal(("checked", 0, 2, 0, 3), Counts(again));
        using var file = await Send(study, Two(), "/warnings");
        Assert.Contains("3,turns-1,turns,", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_the_study_would_refuse_is_found_before_anything_is_made()
    {
        var future = $"{OpenedStudy.Today.AddDays(40):yyyy-MM-dd}";
        (string, string)[] terms = [("site", $"{RunningStudy.OwnSite}"), ("event", "baseline_arm_1=t1")];
        MultipartFormDataContent Ahead(params (string, string)[] more) => Project("ahead", [.. terms, .. more], data: $"ahead-1,baseline_arm_1,{Day},2,2\nahead-2,baseline_arm_1,{future},1,2\n");
        var check = await Report(study, Ahead(("dryRun", "true")));
        Assert.Equal(("checked", 2, 0, 1, 0), Counts(check));
        Assert.Equal(3, Number(check.GetProperty("faults")[0], "row"));
        using (var refused = await Send(study, Ahead())) Assert.Equal("redcap.faulty", (await Json(refused)).GetProperty("code").GetString());
        Assert.Equal(("saved", 2, 0, 1, 0), Counts(await Report(study, Ahead(("acceptGood", "true")))));
    }

    [Fact]
    public async Task An_event_that_is_no_wave_of_the_open_study_is_refused_until_it_is_mapped()
    {
        var refused = await Send(study, Project("events", ("site", $"{RunningStudy.OwnSite}")));
        Assert.Equal("redcap.unmapped-events", (await Json(refused)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("redcap.site")]
    [InlineData("redcap.event-map", "site", "ashbourne", "event", "nonsense")]
    [InlineData("redcap.consent", "site", "ashbourne", "consent", "everything")]
    [InlineData("redcap.subject", "site", "ashbourne", "subject", "nobody")]
    public async Task What_was_said_wrongly_is_named(string code, params string[] said) =>
        Assert.Equal(code, (await Json(await Send(study, Project("said", [.. said.Chunk(2).Select(p => (p[0], p[1]))])))).GetProperty("code").GetString());

    [Fact]
    public async Task The_shared_project_opens_an_empty_study_and_comes_in_once()
    {
        if (SharedData.Root is not { } folder || !Directory.Exists(folder = Path.Combine(folder, "redcap")))
        {
            output.WriteLine(SharedData.Absent("redcap"));
            return;
        }
        await using var empty = new EmptyStudy();
        await empty.InitializeAsync();
        JsonElement first = default;
        for (var run = 1; run <= 2; run++)
        {
            var content = new MultipartFormDataContent { { new StringContent("ashmere"), "site" }, { new StringContent("date_enrolled"), "dateFields" }, { new StringContent("2015-04-02"), "date" }, { new StringContent("true"), "acceptGood" } };
            foreach (var (name, file) in new[] { ("events", "event.csv"), ("arms", "arm.csv"), ("dictionary", "dictionary.csv"), ("data", "data.csv") })
                content.Add(new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(folder, "longitudinal", file), TestContext.Current.CancellationToken)), name, file);
            var report = await Report(empty, content);
            var (records, forms, cells) = (report.GetProperty("records"), report.GetProperty("forms"), report.GetProperty("cells"));
            output.WriteLine($"{records} {forms} {cells}");
            Assert.Equal(Number(records, "inFile"), Number(records, "familiesMade") + Number(records, "familiesThere") + Number(records, "notTaken"));
            Assert.Equal(Number(forms, "inFile"), Number(forms, "taken") + Number(forms, "already") + Number(forms, "faulty"));
            Assert.Equal(Number(cells, "inFile"), Number(cells, "taken") + Number(cells, "empty") + Number(cells, "atFault") + cells.GetProperty("notTaken").EnumerateObject().Sum(p => p.Value.GetInt32()));
            if (run == 1) first = forms;
            else Assert.Equal((0, Number(first, "taken")), (Number(forms, "taken"), Number(forms, "already")));
        }
    }

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    private static (string, int, int, int, int) Counts(JsonElement report) => (
        report.GetProperty("outcome").GetString()!, Number(report.GetProperty("records"), "familiesMade"), Number(report.GetProperty("records"), "familiesThere"),
        Number(report.GetProperty("forms"), "taken"), Number(report.GetProperty("forms"), "already"));

    private static async Task<JsonElement> Report(RunningStudy study, MultipartFormDataContent content)
    {
        using var answer = await Send(study, content);
        var body = await Json(answer);
        Assert.True(answer.IsSuccessStatusCode, $"{body}");
        return body;
    }

    private static Task<JsonElement> Json(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    private static async Task<HttpResponseMessage> Send(RunningStudy study, MultipartFormDataContent content, string what = "")
    {
        using var http = new HttpClient { BaseAddress = study.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/imports/redcap-records{what}") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await (await study.As(Roles.Administrator)).Token(study));
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
