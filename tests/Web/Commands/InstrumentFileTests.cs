using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Kit.Processes;

namespace SosLongitudinal.Tests.Web.Commands;

public sealed class InstrumentFileTests
{
    private const string Form = "survey,,\n,type,name\n,integer,Age\n,image,photo\n";

    [Fact]
    public async Task An_xlsform_is_drafted_written_out_and_drafted_again_from_a_folder_and_from_a_server()
    {
        using var folder = new TempFolder();
        string token;
        await using (var store = SqliteRecordStore.Open(folder.File("data"))) token = await SmallStudy.Plant(store);
        await File.WriteAllTextAsync(folder.File("home visit.csv"), Form, TestContext.Current.CancellationToken);

        var made = await Sos.Run(folder.Path, "import", "xlsform", "home visit.csv", "--subject", "child", "--data", "data");
        Assert.Equal((0, "home-visit version 1, draft: home visit, 1 items\n"), (made.Exit, made.Out));
        Assert.Contains("changed: survey, row 3, column C (name): 'Age' is called age here.", made.Error, StringComparison.Ordinal);
        Assert.Contains("not taken: survey, row 4: 'photo'", made.Error, StringComparison.Ordinal);

        await using var served = await SosProcess.Serve("--data", folder.File("data"));
        string[] there = ["--server", $"{served.Address}", "--token", token];
        Assert.Equal((0, "out.xlsx written.\n"), Ended(await Sos.Run(folder.Path, ["export", "xlsform", "home-visit", "--draft", "-o", "out.xlsx", .. there])));
        Assert.Equal((0, "home-visit version 1, not saved: home visit, 1 items\n"), Ended(await Sos.Run(folder.Path, ["import", "xlsform", "out.xlsx", "--dry-run", .. there])));
        await File.WriteAllTextAsync(folder.File("bad.csv"), "survey,,\n,type,name\n,frobnicate,q\n", TestContext.Current.CancellationToken);
        var refused = await Sos.Run(folder.Path, ["import", "xlsform", "bad.csv", .. there]);
        Assert.Equal(1, refused.Exit);
        Assert.Contains("survey, row 3, column B (type): 'frobnicate' is not a type of question", refused.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await Sos.Run(folder.Path, ["export", "xlsform", "nothing", "-o", "x.xlsx", .. there])).Exit);
        var dictionary = "field_name,form_name,field_type,field_label\nrecord_id,visit,text,Record\nseen,visit,yesno,Seen?\n";
        await File.WriteAllTextAsync(folder.File("dictionary.csv"), dictionary, TestContext.Current.CancellationToken);
        Assert.Equal((0, "visit version 1, draft: Visit, 1 items\n"), Ended(await Sos.Run(folder.Path, ["import", "redcap-dictionary", "dictionary.csv", .. there])));
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_an_output_not_named_are_wrong_usage()
    {
        using var folder = new TempFolder();
        Assert.Equal(2, (await Sos.Run(folder.Path, "import", "xlsform", "none.xlsx")).Exit);
        Assert.Contains("--output", (await Sos.Run(folder.Path, "export", "xlsform", "sdq-p-4-17")).Error, StringComparison.Ordinal);
    }

    private static (int, string) Ended(Sos run) => (run.Exit, run.Out);
}
