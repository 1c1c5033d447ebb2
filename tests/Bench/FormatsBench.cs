using System.Diagnostics;
using System.IO.Pipelines;
using DuckDB.NET.Data;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Bench;

/// <summary>The SDQ table in every format, from Arrow messages to a file; beside it DuckDB's COPY of the same rows to CSV and Parquet, in turn, in one run.</summary>
internal static class FormatsBench
{
    private const int Runs = 5;

    public static async Task Run(Report report, int[] sizes)
    {
        foreach (var size in sizes)
        {
            var (context, shards) = ExtractBench.Study(size);
            var dataset = DatasetCatalog.Of(context.Frame).Find("sdq", DatasetShape.Long)!;
            var folder = Directory.CreateTempSubdirectory("sos-bench-formats-").FullName;
            using var duck = new DuckDBConnection("DataSource=:memory:");
            duck.Open();
            var source = Path.Combine(folder, "source.csv");
            var rows = await Write(FileFormat.Csv, source);
            ExtractBench.Execute(duck, $"CREATE TABLE sdq AS SELECT * FROM read_csv('{source}', header = true, sample_size = -1)");
            foreach (var format in FileFormat.All)
            {
                var theirs = format == FileFormat.Parquet ? "(FORMAT parquet)" : "(HEADER, DELIMITER ',')";
                var (path, mine, others) = (Path.Combine(folder, "ours." + format.Name), new List<double>(), new List<double>());
                var heap = 0L;
                for (var run = 0; run <= Runs; run++)
                {
                    var clock = Stopwatch.StartNew();
                    await Write(format, path);
                    var own = clock.Elapsed.TotalMilliseconds;
                    heap = Math.Max(heap, GC.GetGCMemoryInfo().HeapSizeBytes);
                    clock.Restart();
                    ExtractBench.Execute(duck, $"COPY sdq TO '{Path.Combine(folder, "theirs")}' {theirs}");
                    if (run == 0) continue; // warm-up of both
                    mine.Add(own);
                    others.Add(clock.Elapsed.TotalMilliseconds);
                }
                var ratio = new Times(mine).Median / new Times(others).Median;
                report.Add($"extract to {format.Title}", $"{rows} rows x {dataset.Columns.Length} columns",
                    $"{new Times(mine).Median:F0} ms, {new FileInfo(path).Length / 1e6:F1} MB; {ratio:F2} x DuckDB's {(format == FileFormat.Parquet ? "Parquet" : "CSV")} ({new Times(others).Median:F0} ms); heap {heap / 1e6:F0} MB", Held(format));
            }
            Directory.Delete(folder, recursive: true);

            async Task<long> Write(FileFormat format, string path)
            {
                await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
                var pipe = PipeWriter.Create(file, new StreamPipeWriterOptions(minimumBufferSize: 1 << 16));
                var decided = await TableFiles.Ready(FileTable.Of(dataset), ExtractBench.Messages(dataset, context, shards), new(format));
                await using var ready = decided.Match(f => f, why => throw new InvalidOperationException(why.Sentence));
                var written = await ready.Write(pipe);
                await pipe.CompleteAsync();
                return written;
            }
        }
    }

    private static string Held(FileFormat format) => format.Name switch { "csv" => "<= 0.5", "sav" or "dta" => "<= 1", "parquet" => "<= 2", _ => "" };
}
