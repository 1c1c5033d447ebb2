using System.Collections.Immutable;
using System.Diagnostics;
using System.IO.Pipelines;
using DuckDB.NET.Data;
using SosLongitudinal.Extracts;
using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Ipc;
using SosLongitudinal.Study.Demo;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Bench;

/// <summary>
/// The SDQ table as CSV: families folded in memory, through Arrow messages as the registers send them, to a file; beside it DuckDB's COPY of the same rows
/// to a file, in turn, in one run.
/// </summary>
internal static class ExtractBench
{
    private const int Runs = 7;

    public static async Task Run(Report report, int[] sizes)
    {
        foreach (var size in sizes)
        {
            var (context, shards) = Study(size);
            var dataset = DatasetCatalog.Of(context.Frame).Find("sdq", DatasetShape.Long)!;
            var folder = Directory.CreateTempSubdirectory("sos-bench-extract-").FullName;
            var (ours, theirs) = (Path.Combine(folder, "ours.csv"), Path.Combine(folder, "theirs.csv"));
            var rows = await Write(dataset, context, shards, ours);

            using var duck = new DuckDBConnection("DataSource=:memory:");
            duck.Open();
            Execute(duck, $"CREATE TABLE sdq AS SELECT * FROM read_csv('{ours}', header = true, sample_size = -1)");
            var (mine, others, ratios) = (new List<double>(), new List<double>(), new List<double>());
            for (var i = 0; i <= Runs; i++)
            {
                var clock = Stopwatch.StartNew();
                await Write(dataset, context, shards, ours);
                var own = clock.Elapsed.TotalMilliseconds;
                clock.Restart();
                Execute(duck, $"COPY sdq TO '{theirs}' (HEADER, DELIMITER ',')");
                if (i == 0) continue; // warm-up of both
                mine.Add(own);
                others.Add(clock.Elapsed.TotalMilliseconds);
                ratios.Add(own / clock.Elapsed.TotalMilliseconds);
            }
            report.Add("extract to CSV", $"{rows} rows x {dataset.Schema.FieldsList.Count} columns",
                $"{new Times(mine).Median:F0} ms; DuckDB {new Times(others).Median:F0} ms; median ratio {new Times(ratios).Median:F2}", "<= 0.5 at 100,000 rows");
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>About as many rows as asked for: a family met at Time 1 has three SDQs in the demo.</summary>
    internal static (ProjectionContext Context, List<List<FamilyState>> Shards) Study(int rows)
    {
        var demo = new DemoStudyData(Math.Max(50, rows / 3), new DateOnly(2026, 11, 1));
        var shards = Enumerable.Range(0, FamilyId.Shards).Select(_ => new List<FamilyState>()).ToList();
        for (var n = 0; n < demo.Count; n++)
        {
            var family = demo.Family(n).ToLedger().Facts.Aggregate(new FamilyState(demo.IdOf(n)), FamilyFold.Next);
            shards[family.Id.Shard].Add(family);
        }
        var frame = new StudyFrame
        {
            Design = demo.Design,
            Sites = demo.Template.Sites.ToImmutableDictionary(s => s.Code, s => new Site(s.Code, s.Name) { Bands = s.Bands }),
            Workers = demo.Workers.ToImmutableDictionary(w => w.Id, w => w.ToLedger().Facts.Aggregate(new SocialWorker(w.Id), SocialWorker.Fold)),
        };
        return (new(frame, new DateOnly(2026, 11, 1), key => $"i{key.Length}"), shards);
    }

    private static async Task<long> Write(Dataset dataset, ProjectionContext context, List<List<FamilyState>> shards, string path)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        var pipe = PipeWriter.Create(file, new StreamPipeWriterOptions(minimumBufferSize: 1 << 16));
        var rows = await CsvStream.Write(dataset, Messages(dataset, context, shards), pipe);
        await pipe.CompleteAsync();
        return rows;
    }

    /// <summary>As <c>FamilyRegisters.Extract</c> reads them.</summary>
    internal static IAsyncEnumerable<byte[]> Messages(Dataset dataset, ProjectionContext context, List<List<FamilyState>> shards) =>
        ReadAhead.InOrder(shards.Select(shard => ShardProjection.Batches(dataset, context, shard).ToAsyncEnumerable()), atOnce: 2);

    internal static void Execute(DuckDBConnection duck, string sql)
    {
        using var command = duck.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
