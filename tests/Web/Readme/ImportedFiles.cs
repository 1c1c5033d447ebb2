using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Kit.Processes;

namespace SosLongitudinal.Tests.Web.Readme;

/// <summary>A folder with a small study and the files that the README's import commands name.</summary>
internal static class ImportedFiles
{
    private const string Headings = "\"Variable / Field Name\",\"Form Name\",\"Section Header\",\"Field Type\",\"Field Label\",\"Choices, Calculations, OR Slider Labels\",\"Field Note\",\"Text Validation Type OR Show Slider Number\",\"Text Validation Min\",\"Text Validation Max\",Identifier?,\"Branching Logic (Show field only if...)\",\"Required Field?\",\"Custom Alignment\",\"Question Number (surveys only)\",\"Matrix Group Name\",\"Matrix Ranking?\",\"Field Annotation\"";

    /// <summary>Everything lies beside <c>sos-data</c>, where commands look without being told.</summary>
    public static async Task<TempFolder> Make()
    {
        var folder = new TempFolder();
        string token;
        await using (var store = SqliteRecordStore.Open(folder.File("sos-data"))) token = await SmallStudy.Plant(store);
        await using (var served = await SosProcess.Serve("--data", folder.File("sos-data"))) await Write(folder, "forms.csv", $"id,completed_on,pconsid\n{await Enrol(served, token)},2024-03-01,2\n");
        await Write(folder, "list.csv", $"site,serial,cohort,sampled_on,consented_on,consents,role,birth,sex\n{SmallStudy.Site},B-1,c1,2024-01-05,2024-01-10,all,child,2014-06,female\n{SmallStudy.Site},B-1,,,,,parent,,female\n");
        await Write(folder, "dictionary.csv", $"{Headings}\nrecord_id,visit,,text,Record,,,,,,,,,,,,,\nseen_on,visit,,text,Seen,,,date_ymd,,,,,,,,,,\nmood,visit,,radio,Mood,\"1, Low | 2, High\",,,,,,,,,,,,\n");
        await Write(folder, "event.csv", "event_name,arm_num,unique_event_name\nBaseline,1,baseline_arm_1\n");
        await Write(folder, "arm.csv", "arm_num,name\n1,All\n");
        await Write(folder, "data.csv", "record_id,redcap_event_name,seen_on,mood,visit_complete\n7,baseline_arm_1,2024-03-01,2,2\n");
        return folder;
    }

    private static Task Write(TempFolder folder, string name, string text) => File.WriteAllTextAsync(folder.File(name), text, TestContext.Current.CancellationToken);

    public static async Task<string> Enrol(SosProcess served, string token)
    {
        using var http = new HttpClient { BaseAddress = served.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.PostAsJsonAsync("/api/v1/families", new
        {
            site = SmallStudy.Site, cohort = "c1", serial = "A-1", sampledOn = "2024-01-05", consentedOn = "2024-01-10", consents = (string[])["interview"],
            members = (object[])[new { role = "child", birthYear = 2014, birthMonth = 6 }, new { role = "parent" }],
        }, TestContext.Current.CancellationToken);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetString()!;
    }
}
