using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Dictionaries;
using SosLongitudinal.Extracts.Redcap;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;
using Sylvan.Data.Csv;

namespace SosLongitudinal.Tests.Web.Redcap;

/// <summary>The demo study as clients of REDCap read it.</summary>
public sealed class RedcapApiTests(RunningDemo demo)
{
    [Fact]
    public async Task Read_in_batches_as_REDCapR_does_it_gives_the_same_rows_as_read_at_once()
    {
        using var client = await RedcapClient.Of(demo, "redcapr@study.example");
        var id = (await client.Csv("metadata"))[0]["field_name"];
        var ids = (await client.Records(("fields", id))).Select(r => r[id]).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(ids.Count > RunningDemo.Families, $"{ids.Count} records"); // those sampled and never met too
        var batched = new List<Dictionary<string, string>>();
        foreach (var batch in ids.Chunk(100)) batched.AddRange(await client.Records(("records", string.Join(',', batch))));
        var whole = await client.Records();
        Assert.Equal(whole.Count, batched.Count);
        Assert.Equal(whole.Select(Line).Order(StringComparer.Ordinal), batched.Select(Line).Order(StringComparer.Ordinal));
        Assert.Contains(whole, r => r["redcap_event_name"] == "t2_arm_1" && r["redcap_repeat_instrument"] == "sdq_p" && r["pconsid"].Length > 0 && r["sdq_p_complete"].Length > 0);

        static string Line(Dictionary<string, string> row) => string.Join('|', row.Values);
    }

    [Fact]
    public async Task The_records_have_the_columns_that_the_export_field_names_list_and_nothing_else()
    {
        using var client = await RedcapClient.Of(demo, "names@study.example");
        var names = (await client.Csv("exportFieldNames")).Select(r => r["export_field_name"]).ToList();
        var header = (await client.Records(("events", "t1_arm_1")))[0].Keys.ToList();
        Assert.Equal(["record_id", "redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance", .. names.Skip(1)], header);
        Assert.All((await client.Csv("metadata")).Select(r => r["field_name"]), name => Assert.Matches("^[a-z][a-z0-9_]*$", name));
    }

    [Fact]
    public async Task A_filter_gives_the_rows_that_the_reader_would_have_kept()
    {
        using var client = await RedcapClient.Of(demo, "filter@study.example");
        const string Fields = "pconsid,pclingy,interview_outcome,cohort,site_now";
        var all = await client.Records(("fields", Fields));
        var (cohorts, outcomes) = (all.Where(r => r["cohort"].Length > 0).ToDictionary(r => r["record_id"], r => r["cohort"]), all.Where(r => r["redcap_repeat_instrument"].Length == 0).ToDictionary(r => (r["record_id"], r["redcap_event_name"]), r => r["interview_outcome"]));
        (string Logic, Func<Dictionary<string, string>, bool> Keeps)[] asked =
        [
            ("[pconsid] = '2'", r => r["pconsid"] == "2"),
            ("[pconsid] = \"2\" and ([pclingy]='0' or [pclingy] = 1)", r => r["pconsid"] == "2" && r["pclingy"] is "0" or "1"),
            ("[interview_outcome] <> 'complete'", r => outcomes[(r["record_id"], r["redcap_event_name"])] != "complete"),
            ("[t1_arm_1][cohort] = 'c1'", r => cohorts[r["record_id"]] == "c1"),
            ("[redcap_record] = '1'", _ => true),
        ];
        foreach (var (logic, keeps) in asked.SkipLast(1))
        {
            var kept = await client.Records(("fields", Fields), ("filterLogic", logic));
            Assert.NotEmpty(kept);
            Assert.True(kept.Count < all.Count, logic);
            Assert.Equal(all.Where(keeps).Select(r => string.Join('|', r.Values)), kept.Select(r => string.Join('|', r.Values)));
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await client.Post(("content", "record"), ("format", "csv"), ("filterLogic", asked[^1].Logic))).Status);
    }

    [Fact]
    public async Task PyCap_reads_json_with_its_numbered_lists_and_learns_that_the_study_is_longitudinal()
    {
        using var client = await RedcapClient.Of(demo, "pycap@study.example");
        var rows = await client.Json("record", ("type", "flat"), ("fields[0]", "record_id"), ("fields[1]", "pconsid"), ("events[0]", "t2_arm_1"), ("rawOrLabel", "label"), ("returnFormat", "json"));
        Assert.All(rows.EnumerateArray(), r => Assert.Equal("Time 2", r.GetProperty("redcap_event_name").GetString()));
        Assert.True(rows.GetArrayLength() > 50);
        Assert.Contains(("t1_arm_1", "sdq_p"), (await client.Json("formEventMapping")).EnumerateArray().Select(m => (m.GetProperty("unique_event_name").GetString(), m.GetProperty("form").GetString())));
        Assert.Equal("1", (await client.Json("project")).GetProperty("is_longitudinal").GetString());
        Assert.Equal((HttpStatusCode.OK, "14.0.0"), await client.Post(("content", "version")));
    }

    [Fact]
    public async Task Our_own_import_of_the_dictionary_gives_the_items_of_the_study()
    {
        using var client = await RedcapClient.Of(demo, "dictionary@study.example");
        var (_, dictionary) = await client.Post(("content", "metadata"), ("format", "csv"));
        var read = ((Decision<DictionaryReading>.Accepted)RedcapDictionary.Read(Encoding.UTF8.GetBytes(dictionary), new ImportTerms())).Value;
        Assert.NotEmpty(read.Definitions);
        var project = RedcapProject.Of(await demo.Services.GetRequiredService<StudyFrames>().Current());
        foreach (var shelf in InstrumentShelf.Library.Newest.Where(i => i.Group is null && project.Forms.Any(f => f.Name == i.Id.Text.Replace('-', '_'))))
        {
            var form = project.Forms.First(f => f.Name == shelf.Id.Text.Replace('-', '_'));
            var imported = read.Definitions.First(d => d.Id.Text == shelf.Id.Text);
            var frame = form.Fields.TakeWhile(f => f.Name.StartsWith(form.Name, StringComparison.Ordinal)).Concat(form.Fields.Where(f => f.IsScore)).Select(f => f.Name).ToHashSet();
            var items = imported.Items.Where(i => !frame.Contains(i.Name)).ToList();
            Assert.Equal(shelf.Items.Select(i => Said(shelf, i)), items.Select(i => Said(imported, i)));
        }

        // a choice without wording has its code in place of a label there; a ranking is a text
        static string Said(InstrumentDefinition of, Item item) =>
            $"{item.Type} {item.Number} {item.Min}..{item.Max} {item.Required} {string.Join('|', of.ChoicesOf(item).Select(c => $"{c.Code}={c.Label ?? $"{c.Code}"}"))}";
    }

    [Fact]
    public async Task Scores_are_calculated_fields_of_their_form_and_read_as_the_long_extract_has_them()
    {
        using var client = await RedcapClient.Of(demo, "scores@study.example");
        var fields = (await client.Csv("metadata", ("forms", "sdq_p"))).ToDictionary(f => f["field_name"]);
        Assert.Equal(("calc", "[pemotion] + [pconduct] + [phyper] + [ppeer]"), (fields["pebdtot"]["field_type"], fields["pebdtot"]["select_choices_or_calculations"]));
        Assert.StartsWith("if(sum(if([psomatic] = '', 0, 1), ", fields["pemotion"]["select_choices_or_calculations"], StringComparison.Ordinal);
        Assert.Contains("if([pobeys] = '', 0, 2 - [pobeys])", fields["pconduct"]["select_choices_or_calculations"], StringComparison.Ordinal);
        Assert.Equal(("calc", ""), (fields["pimpact"]["field_type"], fields["pimpact"]["select_choices_or_calculations"])); // its gate and recodes have no plain counterpart

        var rows = (await client.Records(("fields", "pebdtot,pimpact,sdq_p_subject,sdq_p_respondent"))).Where(r => r["redcap_repeat_instrument"] == "sdq_p").ToList();
        Assert.Contains(rows, r => r["pebdtot"].Length > 0);
        using var csv = CsvDataReader.Create(new StringReader(await (await demo.As(Roles.Analyst)).Http.GetStringAsync("/api/v1/extracts/sdq.csv?shape=long", TestContext.Current.CancellationToken)));
        var said = new HashSet<string>();
        while (csv.Read()) said.Add(string.Join(' ', new[] { "family", "subject", "respondent", "wave", "ebdtot", "impact" }.Select(column => csv.GetString(csv.GetOrdinal(column)))));
        Assert.All(rows, r => Assert.Contains($"{r["record_id"]} {r["sdq_p_subject"]} {r["sdq_p_respondent"]} {r["redcap_event_name"].Split('_')[0]} {r["pebdtot"]} {r["pimpact"]}", said));
    }

    [Theory]
    [InlineData("csv", "ERROR: You do not have permissions to use the API")]
    [InlineData("json", """{"error":"You do not have permissions to use the API"}""")]
    [InlineData("xml", """<?xml version="1.0" encoding="UTF-8" ?><hash><error>You do not have permissions to use the API</error></hash>""")]
    public async Task A_token_that_is_none_is_refused_in_REDCaps_own_words_and_form(string format, string body)
    {
        using var client = new RedcapClient(demo.Address, "BAD00000000000000000000000000000");
        Assert.Equal((HttpStatusCode.Forbidden, body), await client.Post(("content", "record"), ("format", format)));
    }

    [Fact]
    public async Task A_researcher_and_nobody_are_refused()
    {
        using var researcher = await RedcapClient.Of(demo, "no-analyst@study.example", Roles.Researcher);
        Assert.Equal(HttpStatusCode.Forbidden, (await researcher.Post(("content", "record"), ("format", "csv"))).Status);
        using var nobody = new RedcapClient(demo.Address, "");
        Assert.Equal(HttpStatusCode.Forbidden, (await nobody.Post(("content", "record"), ("format", "csv"))).Status);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "does not export \"file\"", "content", "file")]
    [InlineData(HttpStatusCode.Forbidden, "API Import/Update privileges", "content", "record", "data", "[]")]
    [InlineData(HttpStatusCode.BadRequest, "type=flat", "content", "record", "type", "eav")]
    [InlineData(HttpStatusCode.BadRequest, "are not valid field names: 'name_first'", "content", "record", "fields", "record_id,name_first")]
    [InlineData(HttpStatusCode.BadRequest, "are not valid event names: 't9_arm_1'", "content", "record", "events", "t9_arm_1")]
    [InlineData(HttpStatusCode.BadRequest, "no comparison", "content", "record", "filterLogic", "[pconsid] > '1'")]
    [InlineData(HttpStatusCode.BadRequest, "\"dateRangeBegin\" is not valid", "content", "record", "dateRangeBegin", "yesterday")]
    public async Task What_is_not_done_here_is_said_in_REDCaps_own_form(HttpStatusCode expected, string says, params string[] pairs)
    {
        using var client = await RedcapClient.Of(demo, $"refused-{Guid.NewGuid():N}@study.example");
        var (status, text) = await client.Post([("format", "csv"), .. pairs.Chunk(2).Select(p => (p[0], p[1]))]);
        Assert.Equal(expected, status);
        Assert.StartsWith("ERROR: ", text, StringComparison.Ordinal);
        Assert.Contains(says, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_analyst_of_one_site_reads_the_records_of_its_families_and_no_other()
    {
        using var client = await RedcapClient.Of(demo, "one-site@study.example", sites: SiteScope.Of(RunningDemo.Brackenshire));
        var rows = await client.Csv("record", ("exportDataAccessGroups", "true"), ("fields", "record_id"));
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Equal("brackenshire", r["redcap_data_access_group"]));
        Assert.Equal("brackenshire", Assert.Single(await client.Csv("dag"))["unique_group_name"]);
    }
}
