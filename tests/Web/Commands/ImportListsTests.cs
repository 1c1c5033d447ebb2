using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Kit.Processes;

namespace SosLongitudinal.Tests.Web.Commands;

public sealed class ImportListsTests
{
    [Fact]
    public async Task An_authority_s_lists_are_taken_into_a_folder_that_nothing_serves_and_sent_again_are_already_there()
    {
        using var folder = new TempFolder();
        await using (var store = SqliteRecordStore.Open(folder.File("data"))) await SmallStudy.Plant(store);
        (string List, string Csv)[] lists =
        [
            ("workers", $"site,number,name,team,employment,from,left_on\n{SmallStudy.Site},E-1,Listed Worker,North,permanent,2023-01-02,\n"),
            ("families", $"site,serial,cohort,sampled_on,consented_on,consents,worker,role,birth,sex,name\n{SmallStudy.Site},B-1,c1,2024-01-05,2024-01-10,all,E-1,child,2014-06-11,female,\n{SmallStudy.Site},B-1,,,,,,parent,,female,Ada Listed\n"),
            ("allocations", "serial,worker,holder,from,source,reason\nB-1,,unallocated,2024-03-01,duty,left the team\n"),
            ("case-events", "serial,event,on,child\nB-1,plan-started,2024-02-01,\n"),
        ];
        foreach (var (list, csv) in lists) await File.WriteAllTextAsync(folder.File($"{list}.csv"), csv, TestContext.Current.CancellationToken);
        foreach (var again in new[] { false, true })
            foreach (var (list, csv) in lists)
            {
                var rows = csv.Count(c => c == '\n') - 1;
                var run = await Sos.Run(folder.Path, "import", list, $"{list}.csv", "--data", "data");
                Assert.Equal((0, "", $"{rows} rows: {(again ? 0 : rows)} saved, {(again ? rows : 0)} already there, 0 cannot be taken.\n"), (run.Exit, run.Error, run.Out));
            }
        Assert.Contains(" 0 faults", (await Sos.Run(folder.Path, "verify", "--data", "data")).Out, StringComparison.Ordinal);
    }
}
