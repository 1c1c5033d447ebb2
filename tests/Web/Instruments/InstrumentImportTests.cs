using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Instruments;

public sealed class InstrumentImportTests(RunningStudy study)
{
    private const string Form = "survey,,,,\n,type,name,label,relevant\n,select_one yn,seen,Was the child seen?,\n,text,why,Why not?,${seen} = 'no'\n,geopoint,place,,\nchoices,,,,\n,list_name,name,label,\n,yn,yes,Yes,\n,yn,no,No,\n";
    private const string Dictionary = "Variable / Field Name,Form Name,Field Type,Field Label,\"Choices, Calculations, OR Slider Labels\",Branching Logic (Show field only if...)\nrecord_id,one,text,Record,,\nseen,one,yesno,Seen?,,\nwhy,one,notes,Why not?,,[seen] = '0'\nfar,two,text,Far,,[seen] = '0'\n";

    [Fact]
    public async Task An_xlsform_becomes_a_draft_and_the_same_request_again_changes_nothing()
    {
        var id = NewId();
        var (key, answer) = ($"{Guid.NewGuid()}", await Post($"xlsform?id={id}&subject=child&respondents=parent,teacher", Form));
        Assert.True(answer.GetProperty("saved").GetBoolean());
        Assert.Equal((id, 1, 2), (Text(answer, "id"), answer.GetProperty("instruments")[0].GetProperty("version").GetInt32(), answer.GetProperty("instruments")[0].GetProperty("items").GetInt32()));
        var note = answer.GetProperty("notes").EnumerateArray().Single(n => n.GetProperty("kind").GetString() == "not-taken");
        Assert.Equal(("survey", 5, "survey, row 5"), (note.GetProperty("sheet").GetString(), note.GetProperty("row").GetInt32(), note.GetProperty("place").GetString()));

        var drafted = await study.Grains.Instrument(new InstrumentId(id)).Read();
        Assert.Equal((InstrumentSubject.Child, "${seen} = 'no'"), (drafted.Draft!.Subject, drafted.Draft.ItemOf("why")!.Relevant));
        await Post($"xlsform?id={id}&subject=child&respondents=parent,teacher", Form, key);
        await Post($"xlsform?id={id}&subject=child&respondents=parent,teacher", Form, key);
        Assert.Equal(drafted.Version, (await study.Grains.Instrument(new InstrumentId(id)).Read()).Version);
    }

    [Fact]
    public async Task A_draft_comes_out_as_a_workbook_and_goes_in_again_as_the_same()
    {
        var id = NewId();
        await Post($"xlsform?id={id}", Form);
        using var http = await Client();
        var workbook = await http.GetByteArrayAsync($"/api/v1/instruments/{id}/xlsform?draft=true", TestContext.Current.CancellationToken);
        var before = (await study.Grains.Instrument(new InstrumentId(id)).Read()).Draft!;
        using var again = await Send(http, "xlsform", new ByteArrayContent(workbook));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(InstrumentText.Write(before), InstrumentText.Write((await study.Grains.Instrument(new InstrumentId(id)).Read()).Draft!));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/v1/instruments/{id}/xlsform", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_check_saves_nothing()
    {
        var id = NewId();
        Assert.False((await Post($"xlsform?id={id}&dryRun=true", Form)).GetProperty("saved").GetBoolean());
        Assert.Null((await study.Grains.Instrument(new InstrumentId(id)).Read()).Draft);
    }

    [Fact]
    public async Task A_file_with_an_error_is_refused_by_its_cell_and_leaves_no_draft()
    {
        var id = NewId();
        using var http = await Client();
        using var answer = await Send(http, $"xlsform?id={id}", new StringContent("survey,,\n,type,name\n,frobnicate,q\n"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(("instrument-file.faulty", "survey, row 3, column B (type)"), (problem.GetProperty("code").GetString(), problem.GetProperty("faults")[0].GetProperty("field").GetString()));
        Assert.Null((await study.Grains.Instrument(new InstrumentId(id)).Read()).Draft);
    }

    [Theory]
    [InlineData("xlsform?id=Not An Id", "x", "instrument-file.id")]
    [InlineData("xlsform?subject=dog", "x", "instrument-file.terms")]
    [InlineData("xlsform", "PK\u0003\u0004broken", "sheet.damaged")]
    [InlineData("redcap-dictionary", "", "sheet.empty")]
    public async Task What_cannot_be_read_is_refused_with_a_code(string path, string body, string code)
    {
        using var http = await Client();
        using var answer = await Send(http, path, new StringContent(body, Encoding.UTF8));
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_dictionary_of_two_forms_makes_two_drafts()
    {
        var id = NewId();
        var answer = await Post($"redcap-dictionary?id={id}", Dictionary);
        Assert.Equal([$"{id}-one", $"{id}-two"], answer.GetProperty("instruments").EnumerateArray().Select(i => i.GetProperty("id").GetString()));
        Assert.Equal("${seen} = '0'", (await study.Grains.Instrument(new InstrumentId($"{id}-one")).Read()).Draft!.ItemOf("why")!.Relevant);
        Assert.Contains(answer.GetProperty("notes").EnumerateArray(), n => n.GetProperty("sentence").GetString()!.Contains("[seen] is an answer of the form one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_checks_a_file_shows_its_notes_by_cell_and_makes_the_draft_when_asked()
    {
        var id = NewId();
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Administrator);
        var check = await Upload(visitor, id, "check", Form);
        Assert.Contains("Checked: nothing was saved", check.Words, StringComparison.Ordinal);
        Assert.Contains("Not taken survey 5 'place' is a place on a map", check.Words, StringComparison.Ordinal);
        Assert.Null((await study.Grains.Instrument(new InstrumentId(id)).Read()).Draft);
        var made = await Upload(visitor, id, "draft", Form);
        Assert.Contains("Drafts made", made.Words, StringComparison.Ordinal);
        Assert.NotNull((await study.Grains.Instrument(new InstrumentId(id)).Read()).Draft);
    }

    [Fact]
    public async Task The_page_says_what_to_put_right_and_asks_for_a_file()
    {
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Administrator);
        var faulty = await Upload(visitor, NewId(), "draft", "survey,,\n,type,name\n,text,\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, faulty.Status);
        Assert.Contains("To put right survey 3 C (name) This question has no name.", faulty.Words, StringComparison.Ordinal);
        (await Upload(visitor, NewId(), "draft", null)).ShouldAskFor("Upload", "Choose a file.");
    }

    private static string NewId() => $"imported-{Guid.NewGuid():n}"[..24];

    private static string Text(JsonElement answer, string name) => answer.GetProperty("instruments")[0].GetProperty(name).GetString()!;

    private async Task<HttpClient> Client()
    {
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Administrator);
        var http = new HttpClient { BaseAddress = study.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await visitor.Token(study));
        return http;
    }

    private static Task<HttpResponseMessage> Send(HttpClient http, string path, HttpContent content, string? key = null)
    {
        content.Headers.ContentType = new("application/octet-stream");
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/instruments/import/{path}") { Content = content };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<JsonElement> Post(string path, string body, string? key = null)
    {
        using var http = await Client();
        using var answer = await Send(http, path, new StringContent(body), key);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static async Task<Page> Upload(Visitor visitor, string id, string doing, string? body)
    {
        const string path = "/instruments/import";
        var shown = await visitor.Get(path);
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Page.Hidden(shown.Document.QuerySelector("main form")!)) form.Add(new StringContent(value), name);
        foreach (var (name, value) in new[] { ("Kind", "XlsForm"), ("Id", id), ("Subject", "child"), ("Respondents", "parent"), ("Consent", "interview"), ("Track", "interview"), ("Doing", doing) }) form.Add(new StringContent(value), name);
        if (body is not null) form.Add(new StringContent(body), "Upload", "form.csv");
        return await visitor.Send(path, form);
    }
}
