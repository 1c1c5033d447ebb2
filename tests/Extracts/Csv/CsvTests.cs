using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Apache.Arrow;
using Apache.Arrow.Types;
using CsCheck;
using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Extracts.Csv;

public sealed class CsvTests
{
    private static readonly Gen<string> SomeText = Gen.String[Gen.Char["abé€=+-@,\"'\r\n \tz"], 0, 12];

    /// <summary>A batch of an id column, a dictionary column, a code column and a day column.</summary>
    private static RecordBatch Batch((string Id, string Word, short Code, int Day)[] rows)
    {
        var words = rows.Select(r => r.Word).Distinct().ToList();
        var dictionary = new StringArray.Builder().AppendRange(MissingReasons.All.Select(r => r.Name()).Concat(words)).Build();
        var entries = new Int16Array.Builder().AppendRange(rows.Select(r => (short)(MissingReasons.All.Length + words.IndexOf(r.Word)))).Build();
        var type = new DictionaryType(Int16Type.Default, StringType.Default, false);
        var schema = new Schema([new("id", StringType.Default, false), new("word", type, false), new("code", Int16Type.Default, false), new("day", Date32Type.Default, false)], null);
        var days = new Date32Array(new ArrowBuffer(System.Runtime.InteropServices.MemoryMarshal.AsBytes(rows.Select(r => r.Day).ToArray().AsSpan()).ToArray()), ArrowBuffer.Empty, rows.Length, 0, 0);
        return new(schema, [new StringArray.Builder().AppendRange(rows.Select(r => r.Id)).Build(), new DictionaryArray(type, entries, dictionary), new Int16Array.Builder().AppendRange(rows.Select(r => r.Code)).Build(), days], rows.Length);
    }

    [Fact]
    public void What_another_reader_reads_is_what_was_written_and_no_text_begins_like_a_formula() =>
        Gen.Select(SomeText, SomeText, Gen.Short[-32_000, short.MaxValue], Gen.Int[-700_000, 2_900_000]).Select(r => (Id: r.Item1, Word: r.Item2, Code: r.Item3, Day: r.Item4)).Array[1, 40].Sample(rows =>
        {
            var output = new ArrayBufferWriter<byte>();
            new CsvWriter(output).Write(Batch(rows));
            var read = Tables.Read(Encoding.UTF8.GetString(output.WrittenSpan));
            return read.Count == rows.Length && read.Zip(rows).All(pair =>
                Guarded(pair.Second.Id) == pair.First["id"] && Guarded(pair.Second.Word) == pair.First["word"]
                && pair.Second.Code.ToString(CultureInfo.InvariantCulture) == pair.First["code"]
                && DateOnly.FromDayNumber(719_162 + pair.Second.Day).ToString("O", CultureInfo.InvariantCulture) == pair.First["day"]);
        });

    private static string Guarded(string text) => text.Length > 0 && (text[0] is '=' or '+' or '-' or '@' || text[0] < ' ') ? "'" + text : text;

    [Fact]
    public void Rows_end_with_crlf_and_only_what_needs_quotes_has_them()
    {
        var output = new ArrayBufferWriter<byte>();
        new CsvWriter(output).Write(Batch([("a b", "x,y", 12, 0), ("say \"no\"", "-5", -7, 1)]));
        Assert.Equal("id,word,code,day\r\na b,\"x,y\",12,1970-01-01\r\n\"say \"\"no\"\"\",'-5,-7,1970-01-02\r\n", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void The_header_stands_once_whatever_the_batches_and_even_without_rows()
    {
        var dataset = Tables.Dataset("sdq");
        FamilySketch[] families = [.. Enumerable.Range(0, 7).Select(i => new FamilySketch($"h{i}").Interviewed(StudySketch.T1, "2016-02-01", i))];
        var whole = Tables.Csv(dataset, families.Select(f => f.State));
        Assert.Equal(whole, Tables.Csv(dataset, families.Select(f => f.State), maxRows: 2));
        Assert.Equal(8, whole.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(whole.Split("\r\n")[0] + "\r\n", Tables.Csv(dataset, []));
    }

    [Fact]
    public void Reasons_are_empty_words_or_declared_codes_as_asked()
    {
        var family = new FamilySketch("m").Visited(StudySketch.T1, "2016-02-01").Sdq(StudySketch.T1, "2016-02-01", 4);
        string Chronic(MissingFrame? frame) => Tables.Rows("sdq", DatasetShape.Long, [family], frame)[0]["chronic"];
        var codes = MissingReasons.All.ToDictionary(r => r, r => -10 - (int)r);
        Assert.Equal(("", "not-applicable", "-11"), (Chronic(null), Chronic(MissingFrame.Words), Chronic(MissingFrame.Codes(MissingCodes.Own(codes).Match(c => c, why => throw new InvalidOperationException(why.Sentence))))));
    }

    [Fact]
    public async Task A_pipe_gets_the_header_and_every_batch_and_the_number_of_rows()
    {
        var dataset = Tables.Dataset("sdq");
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        FamilySketch[] families = [new FamilySketch("p1").Interviewed(StudySketch.T1, "2016-02-01"), new FamilySketch("p2").Interviewed(StudySketch.T1, "2016-02-01")];
        async IAsyncEnumerable<byte[]> Messages()
        {
            foreach (var message in SosLongitudinal.Extracts.ShardProjection.Batches(dataset, Tables.Context(), [.. families.Select(f => f.State)], 1))
            {
                await Task.Yield();
                yield return message;
            }
        }
        Assert.Equal(2, await CsvStream.Write(dataset, Messages(), pipe.Writer, cancellation: TestContext.Current.CancellationToken));
        await pipe.Writer.CompleteAsync();
        var text = await new StreamReader(pipe.Reader.AsStream()).ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Tables.Csv(dataset, families.Select(f => f.State)), text);
    }

    [Fact]
    public async Task A_source_that_fails_half_way_fails_the_file()
    {
        var dataset = Tables.Dataset("sdq");
        async IAsyncEnumerable<byte[]> Messages()
        {
            await Task.Yield();
            yield return SosLongitudinal.Extracts.ShardProjection.Batches(dataset, Tables.Context(), [new FamilySketch("f1").Interviewed(StudySketch.T1, "2016-02-01").State]).Single();
            throw new IOException("The shard is gone.");
        }
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        await Assert.ThrowsAsync<IOException>(() => CsvStream.Write(dataset, Messages(), pipe.Writer, cancellation: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_reader_that_leaves_stops_the_source()
    {
        var (dataset, given) = (Tables.Dataset("sdq"), 0);
        var stopped = false;
        async IAsyncEnumerable<byte[]> Messages([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
        {
            try
            {
                var message = SosLongitudinal.Extracts.ShardProjection.Batches(dataset, Tables.Context(), [new FamilySketch("f1").Interviewed(StudySketch.T1, "2016-02-01").State]).Single();
                while (!cancellation.IsCancellationRequested)
                {
                    await Task.Yield();
                    given++;
                    yield return message;
                }
            }
            finally
            {
                stopped = true;
            }
        }
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        await pipe.Reader.CompleteAsync();
        await CsvStream.Write(dataset, Messages(TestContext.Current.CancellationToken), pipe.Writer, cancellation: TestContext.Current.CancellationToken);
        Assert.True(stopped);
        Assert.InRange(given, 1, 20);
    }
}
