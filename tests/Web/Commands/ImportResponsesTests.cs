using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Kit.Processes;
using SosLongitudinal.Tests.Web.Readme;

namespace SosLongitudinal.Tests.Web.Commands;

public sealed class ImportResponsesTests
{
    [Fact]
    public async Task A_file_is_checked_then_taken_then_already_there_by_server_and_by_folder_alike()
    {
        using var folder = new TempFolder();
        string token, family;
        await using (var store = SqliteRecordStore.Open(folder.File("data"))) token = await SmallStudy.Plant(store);
        await using (var served = await SosProcess.Serve("--data", folder.File("data")))
        {
            family = await ImportedFiles.Enrol(served, token);
            await File.WriteAllTextAsync(folder.File("in.csv"), $"id,completed_on,pconsid,pfights\n{family},2024-03-01,2,0\n", TestContext.Current.CancellationToken);
            string[] there = ["--server", $"{served.Address}", "--token", token];
            var check = await Sos.Run(folder.Path, ["import", "responses", "in.csv", "--instrument", "sdq-p-4-17", "--wave", "t1", "--dry-run", .. there]);
            Assert.Equal((0, "1 rows: 1 can be saved, 0 already there, 0 cannot be taken. Nothing was saved: this was a check.\n"), (check.Exit, check.Out));
            Assert.Contains($"row 2, {family}: note: ", check.Error, StringComparison.Ordinal);
            Assert.Contains("items that apply have no answer.\nquality rules: 1 form to look at; this keeps nothing out\n  mostly-missing: 1 (More than half left without an answer)\n", check.Error, StringComparison.Ordinal);
            Assert.False(File.Exists(folder.File("in-warnings.csv")));
            var saved = await Sos.Run(folder.Path, ["import", "responses", "in.csv", "--instrument", "sdq-p-4-17", "--wave", "t1", "--warnings", "found.csv", "--quiet", .. there]);
            Assert.Contains($"2,{family},sdq-p-4-17,{family}/t1/sdq-p-4-17/", await File.ReadAllTextAsync(folder.File("found.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Equal((0, "1 rows: 1 saved, 0 already there, 0 cannot be taken.\n"), (saved.Exit, saved.Out));
        }
        var again = await Sos.Run(folder.Path, "import", "responses", "in.csv", "--instrument", "sdq-p-4-17", "--wave", "t1", "--data", "data");
        Assert.Equal((0, "1 rows: 0 saved, 1 already there, 0 cannot be taken.\n"), (again.Exit, again.Out));

        await File.AppendAllTextAsync(folder.File("in.csv"), $"{family},2024-03-01,1,7\n", TestContext.Current.CancellationToken);
        var faulty = await Sos.Run(folder.Path, "import", "responses", "in.csv", "--instrument", "sdq-p-4-17", "--wave", "t1", "--data", "data");
        Assert.Equal(1, faulty.Exit);
        Assert.Contains("row 3, column pfights, value 7: ", faulty.Error, StringComparison.Ordinal);

        string[] accepting = ["import", "responses", "in.csv", "--instrument", "sdq-p-4-17", "--wave", "t1", "--accept-good", "--data", "data"];
        var good = await Sos.Run(folder.Path, accepting);
        Assert.Equal(0, good.Exit);
        Assert.Contains(folder.File("in-to-correct.csv"), good.Out, StringComparison.Ordinal);
        Assert.Contains($"{family},2024-03-01,1,7,", await File.ReadAllTextAsync(folder.File("in-to-correct.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder.File("in-to-correct.csv"), "half corrected", TestContext.Current.CancellationToken);
        Assert.Contains(folder.File("in-to-correct-2.csv"), (await Sos.Run(folder.Path, accepting)).Out, StringComparison.Ordinal);
        Assert.Equal("half corrected", await File.ReadAllTextAsync(folder.File("in-to-correct.csv"), TestContext.Current.CancellationToken));
        Assert.Equal(1, (await Sos.Run(folder.Path, [.. accepting, "--faulty", "in-to-correct.csv"])).Exit);

        var verified = await Sos.Run(folder.Path, "verify", "--data", "data");
        Assert.Contains(" 0 faults", verified.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_a_wave_not_named_are_wrong_usage()
    {
        using var folder = new TempFolder();
        Assert.Equal(2, (await Sos.Run(folder.Path, "import", "responses", "none.csv", "--instrument", "i", "--wave", "w")).Exit);
        await File.WriteAllTextAsync(folder.File("in.csv"), "", TestContext.Current.CancellationToken);
        Assert.Contains("--wave", (await Sos.Run(folder.Path, "import", "responses", "in.csv", "--instrument", "i")).Error, StringComparison.Ordinal);
    }
}
