using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Imports;

/// <summary>What quality rules find is said of forms that come as a file as it is of forms that are keyed, and keeps none of them out.</summary>
public sealed class ImportWarningTests(RunningStudy study)
{
    private const string Straight = "All 25 items of one answer list are answered 1.";
    private static readonly string Day = $"{OpenedStudy.Today.AddDays(-3):yyyy-MM-dd}";
    private static readonly string Header = $"id,completed_on,{string.Join(',', InstrumentShelf.Library[OpenedStudy.Sdq].Items.Take(25).Select(i => i.Name))}";

    private static string Row(object id, Func<int, int> answer, string? day = null) => $"{id},{day ?? Day},{string.Join(',', Enumerable.Range(0, 25).Select(answer))}";

    [Fact]
    public async Task A_check_counts_the_forms_that_break_a_rule_and_names_the_rows_as_entry_by_hand_would()
    {
        var (odd, plain, keyed) = (await study.Family(), await study.Family(), await study.Family());
        var csv = $"{Header}\n{Row(odd.Id, _ => 1)}\n{Row(plain.Id, i => i % 3)}\n";
        var warnings = (await Import(csv, "&dryRun=true")).GetProperty("warnings");
        Assert.Equal((1, 1), (warnings.GetProperty("forms").GetInt32(), warnings.GetProperty("count").GetInt32()));
        var rule = Assert.Single(warnings.GetProperty("rules").EnumerateArray());
        Assert.Equal(("straight-lining", "warning", 1), (rule.GetProperty("rule").GetString(), rule.GetProperty("severity").GetString(), rule.GetProperty("forms").GetInt32()));
        var row = Assert.Single(warnings.GetProperty("rows").EnumerateArray());
        Assert.Equal((2, $"{odd.Id}", Straight), (row.GetProperty("row").GetInt32(), row.GetProperty("id").GetString(), row.GetProperty("sentence").GetString()));
        Assert.Equal(JsonValueKind.Null, row.GetProperty("place").ValueKind);
        Assert.Empty((await study.Grains.Family(odd.Id).Read())!.Forms);

        var form = await study.EnterSdq(keyed, each: 1);
        var page = await (await study.As(Roles.Researcher)).Get($"/families/{keyed.Id}/forms/{form.Place}");
        Assert.Contains(Straight, page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_saved_is_listed_with_its_form_and_the_same_file_again_says_the_same()
    {
        var family = await study.Family();
        var csv = $"{Header}\n{Row(family.Id, _ => 1)}\n";
        foreach (var taken in (int[])[1, 0])
        {
            var report = await Import(csv);
            Assert.Equal(("saved", taken), (report.GetProperty("outcome").GetString(), report.GetProperty("taken").GetInt32()));
            var row = Assert.Single(report.GetProperty("warnings").GetProperty("rows").EnumerateArray());
            Assert.Equal(($"{family.Id}", $"{family.SdqPlace()}"), (row.GetProperty("family").GetString(), string.Join('/', row.GetProperty("place").EnumerateObject().Select(p => p.Value.GetString()))));
        }
        using var answer = await Send(csv, "responses/warnings", "");
        Assert.Equal(
            $"\uFEFFrow,id,instrument,form,rule,severity,found\r\n2,{family.Id},{OpenedStudy.Sdq},{family.Id}/{family.SdqPlace()},straight-lining,warning,{Straight}\r\n",
            Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Stop)));
        Assert.Single((await study.Grains.Family(family.Id).Read())!.Forms);
    }

    [Fact]
    public async Task A_rule_across_waves_is_held_against_what_the_family_has_and_one_that_was_set_aside_is_not_said_again()
    {
        var family = await study.Family();
        var form = await study.EnterSdq(family, each: 1);
        var csv = $"{Header}\n{Row(family.Id, i => i % 3, $"{OpenedStudy.Today.AddDays(-9):yyyy-MM-dd}")}\n";
        var rows = (await Import(csv, "&dryRun=true&reason=came+early", "t2")).GetProperty("warnings").GetProperty("rows").EnumerateArray().ToList();
        Assert.Contains(rows, r => r.GetProperty("rule").GetString() == "wave-order" && r.GetProperty("sentence").GetString()!.Contains("before the same form of wave t1", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, r => r.GetProperty("sentence").GetString() == Straight); // of the form that was there, which is not in the file

        var hit = Study.Quality.QualityCheck.Of((await study.Grains.Family(family.Id).Read())!, await Frame(), OpenedStudy.Today).Single(h => h.Rule == "straight-lining");
        OpenedStudy.Accepted(await study.Grains.Quality(family.Id).Dismiss(hit.Rule, hit.About, hit.Digest, OpenedStudy.Stamp("The parent confirmed it.")));
        Assert.Equal($"{form.Place}", hit.About);
        Assert.DoesNotContain((await Import($"{Header}\n{Row(family.Id, _ => 1)}\n", "&dryRun=true")).GetProperty("warnings").GetProperty("rows").EnumerateArray(), r => r.GetProperty("rule").GetString() == "straight-lining");
    }

    [Fact]
    public async Task The_page_lists_them_before_and_after_saving_and_gives_all_as_a_file()
    {
        var family = await study.Family();
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Researcher);
        var check = await visitor.Upload("/imports/responses", new { Instrument = $"{OpenedStudy.Sdq}", Wave = "t1" }, "Csv", "odd.csv", $"{Header}\n{Row(family.Id, _ => 1)}\n");
        Assert.Equal("1", check.Document.QuerySelector("[data-rule=straight-lining] .numeric")!.TextContent);
        Assert.Contains("1 form to look at. This keeps nothing out", check.Words, StringComparison.Ordinal);
        var file = await visitor.Send(check, "/imports/responses?handler=Warnings", new { });
        Assert.Contains($"2,{family.Id},{OpenedStudy.Sdq},,straight-lining,warning,", file.Text, StringComparison.Ordinal);

        var saved = await visitor.Send(check, "/imports/responses?handler=Take", new { });
        Assert.Single((await study.Grains.Family(family.Id).Read())!.Forms);
        Assert.Equal($"/families/{family.Id}/forms/{family.SdqPlace()}", saved.Document.QuerySelector("tbody a.study-id")!.GetAttribute("href"));
        Assert.Contains($",{family.Id}/{family.SdqPlace()},straight-lining,", (await visitor.Send(saved, "/imports/responses?handler=Warnings", new { })).Text, StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<Study.Design.StudyFrame> Frame() => await ((Grains.Studies.StudyFrames)study.Services.GetService(typeof(Grains.Studies.StudyFrames))!).Current();

    private async Task<JsonElement> Import(string csv, string more = "", string wave = "t1")
    {
        using var answer = await Send(csv, "responses", more, wave);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{body}");
        return body;
    }

    private async Task<HttpResponseMessage> Send(string csv, string to, string more, string wave = "t1")
    {
        using var http = new HttpClient { BaseAddress = study.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/imports/{to}?instrument={OpenedStudy.Sdq}&wave={wave}{more}") { Content = new StringContent(csv, Encoding.UTF8, "text/csv") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await (await study.As(Roles.Researcher)).Token(study));
        return await http.SendAsync(request, Stop);
    }
}
