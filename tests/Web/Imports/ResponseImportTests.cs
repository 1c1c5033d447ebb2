using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Imports;

public sealed class ResponseImportTests(RunningStudy study)
{
    private static readonly string Day = $"{OpenedStudy.Today.AddDays(-3):yyyy-MM-dd}";
    private const string Header = "id,completed_on,pconsid,pfights,pebddiff";

    [Fact]
    public async Task A_dry_run_tells_what_would_happen_and_saves_nothing()
    {
        var family = await study.Family();
        var report = await Report(await Import(Roles.Researcher, $"{Header}\n{family.Id},{Day},2,0,0\n", "&dryRun=true"));
        Assert.Equal(("checked", 1, 1, 0, 0), Counts(report));
        Assert.Empty((await Family(family)).Forms);
    }

    [Fact]
    public async Task With_one_row_at_fault_nothing_is_saved_until_the_good_ones_are_asked_for()
    {
        var (one, other) = (await study.Family(), await study.Family());
        var csv = $"{Header}\n{one.Id},{Day},2,0,0\n{other.Id},{Day},9,0,0\n";

        var refused = await Import(Roles.Researcher, csv);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("import.faulty", problem.GetProperty("code").GetString());
        Assert.Equal("row 3, pconsid", problem.GetProperty("faults")[0].GetProperty("field").GetString());
        Assert.Empty((await Family(one)).Forms);

        Assert.Equal(("saved", 2, 1, 0, 1), Counts(await Report(await Import(Roles.Researcher, csv, "&acceptGood=true"))));
        Assert.Equal(2, (await Family(one)).Forms.Single().Answers["consid"] is Study.Instruments.Answer.Code { Value: var code } ? code : -1);
        Assert.Empty((await Family(other)).Forms);
    }

    [Fact]
    public async Task Run_twice_is_run_once_whoever_runs_it_and_another_form_there_is_refused()
    {
        var family = await study.Family();
        var csv = $"{Header}\n{family.Id},{Day},2,0,0\n";
        Assert.Equal(("saved", 1, 1, 0, 0), Counts(await Report(await Import(Roles.Researcher, csv))));
        Assert.Equal(("saved", 1, 0, 1, 0), Counts(await Report(await Import(Roles.Researcher, csv))));
        Assert.Equal(("saved", 1, 0, 1, 0), Counts(await Report(await Import(Roles.Administrator, $"pconsid,id,completed_on,pfights,pebddiff\n2,{family.Child().Id},{Day},0,0\n"))));
        Assert.Single((await Family(family)).Forms);

        var other = await Report(await Import(Roles.Researcher, $"{Header}\n{family.Id},{Day},1,0,0\n", "&dryRun=true"));
        Assert.Equal("form.already-entered", Fault(other).Code);
    }

    [Fact]
    public async Task Two_rows_for_one_place_are_one_form_where_they_agree_and_a_fault_where_they_do_not()
    {
        var family = await study.Family();
        var report = await Report(await Import(Roles.Researcher, $"{Header}\n{family.Id},{Day},2,0,0\n{family.Id},{Day},2,0,0\n{family.Id},{Day},1,0,0\n", "&dryRun=true"));
        Assert.Equal(("checked", 3, 0, 0, 3), Counts(report));
        Assert.All(report.GetProperty("faults").EnumerateArray(), f => Assert.Equal("import.same-place", f.GetProperty("code").GetString()));
        Assert.Contains("Row 4 says otherwise", report.GetProperty("faults")[0].GetProperty("sentence").GetString(), StringComparison.Ordinal);
        var agreed = await Report(await Import(Roles.Researcher, $"{Header}\n{family.Id},{Day},2,0,0\n{family.Id},{Day},2,0,0\n", "&dryRun=true"));
        Assert.Equal(("checked", 2, 1, 1, 0), Counts(agreed));
    }

    [Fact]
    public async Task What_cannot_be_taken_comes_back_as_a_file_that_corrected_completes_the_import()
    {
        var (one, other) = (await study.Family(), await study.Family());
        var csv = $"ID;Completed On;PConsid\n{one.Id};{OpenedStudy.Today.AddDays(-3):dd/MM/yyyy};2,0\n{other.Id};{Day};9\n";
        var visitor = await study.As(Roles.Researcher);
        var token = await visitor.Token(study);
        Assert.Equal(("saved", 2, 1, 0, 1), Counts(await Report(await Import(token, csv, "&acceptGood=true"))));
        var faulty = await (await Send(token, csv, $"instrument={OpenedStudy.Sdq}&wave=t1", "text/csv", "responses/faulty")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"ID,Completed On,PConsid,sos_fault\r\n{other.Id},{Day},9,", faulty, StringComparison.Ordinal);
        Assert.DoesNotContain($"{one.Id}", faulty, StringComparison.Ordinal);
        Assert.Equal(("saved", 1, 1, 0, 0), Counts(await Report(await Import(token, faulty.Replace(",9,", ",1,", StringComparison.Ordinal)))));
        Assert.Equal(("checked", 2, 0, 2, 0), Counts(await Report(await Import(token, csv.Replace(";9", ";1", StringComparison.Ordinal), "&dryRun=true"))));
    }

    [Fact]
    public async Task A_fault_says_which_cell_of_which_row_it_is_about()
    {
        var family = await study.Family();
        var report = await Report(await Import(Roles.Researcher, $"{Header},respondent\nNOTANID,{Day},2,0,0,\n{family.Id},{Day},2,0,0,teacher\n{family.Id},{OpenedStudy.Today.AddDays(9):yyyy-MM-dd},2,0,0,\n", "&dryRun=true"));
        Assert.Equal(
            [(2, "id", "NOTANID"), (3, "respondent", "teacher"), (4, "completed_on", $"{OpenedStudy.Today.AddDays(9):yyyy-MM-dd}")],
            report.GetProperty("faults").EnumerateArray().Select(f => (f.GetProperty("row").GetInt32(), f.GetProperty("column").GetString()!, f.GetProperty("value").GetString()!)));
    }

    [Fact]
    public async Task A_serial_finds_its_family_and_two_families_of_one_serial_are_told_apart_by_their_site()
    {
        var serial = $"X-{Guid.NewGuid()}";
        var here = await study.Family(but: e => e with { Serial = serial });
        await study.Family(site: RunningStudy.OtherSite, but: e => e with { Serial = serial });
        var without = await Report(await Import(Roles.Administrator, $"serial,completed_on,consid\n{serial},{Day},2\nnobody,{Day},1\n", "&dryRun=true"));
        Assert.Equal(["import.several-serials", "import.unknown-serial"], without.GetProperty("faults").EnumerateArray().Select(f => f.GetProperty("code").GetString()!));
        Assert.Equal(("saved", 1, 1, 0, 0), Counts(await Report(await Import(Roles.Administrator, $"serial,site,completed_on,consid\n{serial},{RunningStudy.OwnSite},{Day},2\n"))));
        Assert.Single((await Family(here)).Forms);
    }

    [Fact]
    public async Task Families_of_other_sites_do_not_exist_for_who_imports()
    {
        var elsewhere = await study.Family(site: RunningStudy.OtherSite);
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Researcher);
        var report = await Report(await Import(await visitor.Token(study), $"{Header}\n{elsewhere.Id},{Day},2,0,0\n", "&dryRun=true"));
        Assert.Equal("family.unknown", Fault(report).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await Import(Roles.Interviewer, $"{Header}\n")).StatusCode);
    }

    [Fact]
    public async Task The_rules_of_a_form_entered_by_hand_hold_for_a_row()
    {
        var toddler = await study.Family(age: 2);
        var csv = $"{Header}\n{toddler.Id},{Day},2,0,0\n";
        Assert.Equal("form.wrong-age-form", Fault(await Report(await Import(Roles.Researcher, csv, "&dryRun=true"))).Code);
        Assert.Equal(("checked", 1, 1, 0, 0), Counts(await Report(await Import(Roles.Researcher, csv, "&dryRun=true&reason=only%20form%20at%20hand"))));
        Assert.Equal("form.future-date", Fault(await Report(await Import(Roles.Researcher, $"{Header}\n{toddler.Id},{OpenedStudy.Today.AddDays(9):yyyy-MM-dd},2,0,0\n", "&dryRun=true"))).Code);
    }

    [Fact]
    public async Task Asked_for_lines_it_answers_line_by_line_and_the_report_is_the_last()
    {
        var family = await study.Family();
        var answer = await Import(Roles.Researcher, $"{Header}\n{family.Id},{Day},2,0,0\n", accept: "application/x-ndjson");
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("saved", JsonDocument.Parse(lines[^1]).RootElement.GetProperty("report").GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("form.unknown-instrument", "instrument=nothing&wave=t1")]
    [InlineData("form.unknown-instrument", "instrument=sdq-p-4-17&wave=t1&version=99")]
    [InlineData("study.unknown-wave", "instrument=sdq-p-4-17&wave=t9")]
    public async Task An_instrument_or_wave_that_is_not_there_is_refused_before_the_file_is_read(string code, string query)
    {
        var answer = await Send(await (await study.As(Roles.Researcher)).Token(study), $"{Header}\n", query, "application/json");
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString());
    }

    private async Task<FamilyState> Family(FamilyState family) => (await study.Grains.Family(family.Id).Read())!;

    private async Task<HttpResponseMessage> Import(Roles roles, string csv, string more = "", string accept = "application/json") => await Import(await (await study.As(roles)).Token(study), csv, more, accept);

    private Task<HttpResponseMessage> Import(string? token, string csv, string more = "", string accept = "application/json") => Send(token, csv, $"instrument={OpenedStudy.Sdq}&wave=t1{more}", accept);

    private async Task<HttpResponseMessage> Send(string? token, string csv, string query, string accept, string to = "responses")
    {
        using var http = new HttpClient { BaseAddress = study.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/imports/{to}?{query}") { Content = new StringContent(csv, Encoding.UTF8, "text/csv") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.ParseAdd(accept);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> Report(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{body}");
        return body;
    }

    private static (string, int, int, int, int) Counts(JsonElement report)
    {
        int Number(string name) => report.GetProperty(name).GetInt32();
        return (report.GetProperty("outcome").GetString()!, Number("rows"), Number("taken"), Number("already"), Number("faulty"));
    }

    private static (int Row, string Code) Fault(JsonElement report)
    {
        var fault = report.GetProperty("faults").EnumerateArray().Single();
        return (fault.GetProperty("row").GetInt32(), fault.GetProperty("code").GetString()!);
    }
}
