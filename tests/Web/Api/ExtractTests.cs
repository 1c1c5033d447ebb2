using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Sylvan.Data.Csv;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Api;

public sealed class ExtractTests(RunningDemo demo)
{
    [Theory]
    [InlineData("sdq", "long")]
    [InlineData("sdq", "wide")]
    [InlineData("parent-questionnaire", "long")]
    [InlineData("families", "wide")]
    [InlineData("worker-spells", "long")]
    public async Task Each_dataset_is_read_back_by_another_reader_with_as_many_cells_in_each_row(string dataset, string shape)
    {
        using var answer = await Ask(await demo.As(Roles.Analyst), $"{dataset}.csv?shape={shape}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("synthetic", answer.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var csv = CsvDataReader.Create(new StreamReader(body), new CsvDataReaderOptions { BufferSize = 1 << 20 });
        var synthetic = csv.GetOrdinal("synthetic");
        var rows = 0;
        while (csv.Read())
        {
            rows++;
            Assert.Equal(csv.FieldCount, csv.RowFieldCount);
            Assert.Equal("synthetic", csv.GetString(synthetic));
        }
        Assert.True(rows > 200, $"{rows} rows");
    }

    [Fact]
    public async Task A_long_row_says_all_that_an_analyst_needs_of_where_it_comes_from()
    {
        using var answer = await Ask(await demo.As(Roles.Analyst), "sdq.csv?shape=long");
        var header = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n")[0].Split(',');
        Assert.Subset(new HashSet<string>(header), new HashSet<string> { "family", "subject", "respondent", "respondent_role", "site_enrolment", "site_now", "band", "cohort", "wave", "instrument" });
    }

    [Fact]
    public async Task An_analyst_of_one_site_gets_the_rows_of_its_families_and_no_other()
    {
        using var answer = await Ask(await demo.At(RunningDemo.Brackenshire, Roles.Analyst), "families.csv?shape=wide");
        var csv = CsvDataReader.Create(new StringReader(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), new CsvDataReaderOptions { BufferSize = 1 << 20 });
        var site = csv.GetOrdinal("site_now");
        var rows = 0;
        for (; csv.Read(); rows++) Assert.Equal("brackenshire", csv.GetString(site));
        Assert.True(rows > 10);
    }

    [Theory]
    [InlineData("nothing.csv", HttpStatusCode.NotFound, "extract.unknown")]
    [InlineData("sdq.csv?shape=round", HttpStatusCode.UnprocessableEntity, "extract.shape")]
    [InlineData("sdq.csv?missing=99", HttpStatusCode.UnprocessableEntity, "extract.missing")]
    [InlineData("sdq.doc", HttpStatusCode.NotFound, "extract.format")]
    [InlineData("sdq.sav?frame=ukda", HttpStatusCode.UnprocessableEntity, "missing.unknown-frame")]
    [InlineData("sdq/codebook.pdf", HttpStatusCode.NotFound, "extract.codebook")]
    public async Task What_is_not_there_is_refused_in_a_sentence(string address, HttpStatusCode status, string code)
    {
        using var answer = await Ask(await demo.As(Roles.Analyst), address);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.Researcher)]
    [InlineData(Roles.Coordinator)]
    [InlineData(Roles.Interviewer)]
    public async Task Nobody_else_gets_a_file(Roles role)
    {
        using var answer = await Ask(await demo.As(role), "families.csv");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Reasons_stand_in_place_of_missing_values_where_asked_for()
    {
        var analyst = await demo.As(Roles.Analyst);
        using var plain = await Ask(analyst, "sdq.csv?shape=wide");
        using var words = await Ask(analyst, "sdq.csv?shape=wide&missing=words");
        Assert.True(Count(await words.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)) > 10 * Count(await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));

        static int Count(string file) => System.Text.RegularExpressions.Regex.Count(file, ",interview-not-done");
    }

    [Fact]
    public async Task The_page_of_extracts_leads_to_every_file()
    {
        var analyst = await demo.As(Roles.Analyst);
        var links = (await analyst.Get("/extracts")).Document.QuerySelectorAll("table a[download]").Select(a => a.GetAttribute("href")!).ToList();
        Assert.True(links.Count >= 8);
        foreach (var link in links.Where(l => !l.Contains("missing", StringComparison.Ordinal)))
        {
            using var answer = await analyst.Http.GetAsync(link, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory]
    [InlineData("tsv", "text/tab-separated-values", "family\t")]
    [InlineData("jsonl", "application/jsonl", "{\"family\":")]
    [InlineData("parquet", "application/vnd.apache.parquet", "PAR1")]
    [InlineData("arrow", "application/vnd.apache.arrow.file", "ARROW1")]
    [InlineData("sav", "application/x-spss-sav", "$FL2")]
    [InlineData("zsav", "application/x-spss-sav", "$FL3")]
    [InlineData("dta", "application/x-stata-dta", "<stata_dta>")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK")]
    public async Task Each_format_comes_under_its_own_type_and_name(string format, string type, string begins)
    {
        using var answer = await Ask(await demo.As(Roles.Analyst), $"families.{format}?shape=wide");
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.EndsWith("-synthetic." + format, answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith(begins, System.Text.Encoding.Latin1.GetString(bytes, 0, 40), StringComparison.Ordinal);
        Assert.True(bytes.Length > 5_000);
    }

    [Theory]
    [InlineData("xml", "<var ID=\"V1\" name=\"family\"")]
    [InlineData("html", "<code>family</code>")]
    [InlineData("sps", "VARIABLE LABELS")]
    [InlineData("do", "label variable family")]
    [InlineData("sas", "label family =")]
    [InlineData("r", "read.csv(")]
    public async Task A_codebook_and_a_program_for_each_package_stand_beside_the_file(string syntax, string holds)
    {
        using var answer = await Ask(await demo.As(Roles.Analyst), $"families/codebook.{syntax}?shape=wide&missing=codes&frame=understanding-society");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(holds, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dta")]
    [InlineData("parquet")]
    public async Task Under_an_id_of_the_client_s_own_the_rows_are_counted_as_they_pass(string format)
    {
        var (visitor, id) = (await demo.As(Roles.Analyst), Guid.NewGuid());
        using (var none = await Ask(visitor, $"progress/{id}")) Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        using var answer = await Ask(visitor, $"families.{format}?shape=wide&count=true&progress={id}");
        await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using var told = await Ask(visitor, $"progress/{id}");
        var step = await told.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal((answer.Headers.GetValues("Sos-Rows").Single(), "writing"), ($"{step.GetProperty("rows").GetInt64()}", step.GetProperty("doing").GetString()));
        Assert.Equal(step.GetProperty("rows").GetInt64(), step.GetProperty("of").GetInt64());
    }

    private async Task<HttpResponseMessage> Ask(Visitor visitor, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/extracts/{address}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await visitor.Token(demo));
        return await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
