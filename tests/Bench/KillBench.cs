using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Kit.Processes;

namespace SosLongitudinal.Bench;

/// <summary><c>kill -9</c> under 32 writing clients, 20 times on one store: every acknowledged form is there after each restart, none twice.</summary>
internal static class KillBench
{
    private const int Rounds = 20;
    private const int AtLeast = 200;

    public static async Task Run(Report report, int[] sizes)
    {
        using var folder = new TempFolder();
        string token;
        await using (var store = SqliteRecordStore.Open(folder.Path)) token = await SmallStudy.Plant(store);

        var (acknowledged, lost, doubled, broken) = (new HashSet<SentForm>(), 0, 0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            await using (var process = await SosProcess.Serve("--data", folder.Path))
            {
                using var stop = new CancellationTokenSource();
                var writers = new FormWriters(token, _ => process.Address);
                var writing = writers.Write(FormLoad.Clients, stop.Token);
                await writers.Until(done => done.Count >= AtLeast + Random.Shared.Next(200)); // a kill at no particular moment is the point
                process.Kill();
                stop.Cancel();
                await writing;
                acknowledged.UnionWith(writers.Acknowledged.Keys);
            }
            await using var after = SqliteRecordStore.Open(folder.Path);
            var aftermath = await Aftermath.Of(after, acknowledged);
            (lost, doubled, broken) = (lost + aftermath.Lost.Count, doubled + aftermath.Doubled.Count, broken + aftermath.Broken.Count);
        }
        report.Add("kill -9 under 32 clients", $"{Rounds} times", $"{acknowledged.Count} acknowledged, {lost} lost, {doubled} twice, {broken} broken chains", "0 lost, 0 twice");
    }
}
