using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Dictionaries;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Exchange.Records;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Exchange.XlsForms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Exchange.Kit;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Exchange.Fuzz;

/// <summary>Each file changed 500 times, always by the same seeds: read, or refused with a reason, never for long and never with much memory.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Times = 500;
    private const long MostBytes = 1_500_000_000; // allocated in all while one file is read, not held at once
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);
    private static readonly ImportTerms Terms = new() { FileName = "fuzzed.xlsx" };

    [Fact]
    public void Shared_forms_changed_500_times_each_are_read_or_refused() => Fuzz(Shared("xlsform", "*.xlsx"), Form);

    [Fact]
    public void Shared_dictionaries_changed_500_times_each_are_read_or_refused() => Fuzz(Shared("redcap", "*dictionary.csv"), Dictionary);

    [Fact]
    public void Forms_of_our_own_changed_500_times_each_are_read_or_refused() => Fuzz([("sketch", Sketch()), ("csv", Encoding.UTF8.GetBytes("survey,,\n,type,name\n,select_one yn,q\nchoices,,\n,list_name,name\n,yn,yes\n,yn,no\n"))], Form);

    [Fact]
    public void A_dictionary_of_our_own_changed_500_times_is_read_or_refused() => Fuzz([("sketch", DictionaryText())], Dictionary);

    [Fact]
    public void Files_of_responses_changed_500_times_each_are_read_or_refused() => Fuzz([("csv", Responses(',')), ("semicolons", Responses(';')), ("workbook", ResponseBook())], Response);

    [Theory]
    [InlineData("event.csv")]
    [InlineData("arm.csv")]
    [InlineData("data.csv")]
    [InlineData("dictionary.csv")]
    public void A_shared_project_of_which_one_file_was_changed_500_times_is_read_or_refused(string changed)
    {
        var files = Shared("redcap/longitudinal", "*.csv").ToDictionary(f => f.Item1, f => f.Item2);
        Fuzz([(changed, files[changed])], file =>
        {
            byte[] Of(string name) => name == changed ? file : files[name];
            return RedcapProject.Read(Of("event.csv"), Of("arm.csv"), Of("dictionary.csv"), Of("data.csv"), new() { DateFields = ["date_enrolled"], Date = new(2016, 3, 1) }).Match(project =>
            {
                Assert.Equal(project.Cells.All, project.Cells.Empty + project.Cells.InForms + project.Cells.AtFault + project.Cells.NotTaken.Values.Sum());
                Assert.All(project.Faults, fault => Assert.EndsWith(".", fault.Sentence));
                return project.Faults.IsEmpty ? "taken" : "taken but for rows at fault";
            }, why => Refused(why));
        });
    }

    private void Fuzz(IReadOnlyList<(string Name, byte[] File)> files, Func<byte[], string> read)
    {
        var outcomes = new ConcurrentDictionary<string, int>();
        var tooSlow = new ConcurrentQueue<(string Name, int Seed, byte[] File)>();
        var slowest = new ConcurrentBag<(TimeSpan Took, string What)>();
        var cases = files.SelectMany(f => Enumerable.Range(0, Times).Select(seed => (f.Name, f.File, Seed: seed))).ToList();
        Parallel.ForEach(cases, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, one =>
        {
            // three in each 500 are long: as long as a questionnaire may be, as long as a table may be, and longer
            var file = one.Seed switch { 250 => Mutation.Long(one.File, 99_900), 251 => Mutation.Long(one.File, 100_001), 252 => Mutation.Long(one.File, 49_500), var seed => Mutation.Of(one.File, seed) };
            var (watch, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
            string outcome;
            try
            {
                outcome = read(file);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"{one.Name}, seed {one.Seed}: {fault}", fault);
            }
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (watch.Elapsed > Slow) tooSlow.Enqueue((one.Name, one.Seed, file));
            Assert.True(allocated < MostBytes, $"{one.Name}, seed {one.Seed}: allocated {allocated:N0} bytes.");
            slowest.Add((watch.Elapsed, $"{one.Name} {one.Seed}, {allocated / 1_000_000} MB"));
            outcomes.AddOrUpdate(outcome, 1, (_, n) => n + 1);
        });
        // beside other work the clock says little: what was slow is read again by itself, and is only too slow if it always uses the processor for as long
        foreach (var (name, seed, file) in tooSlow)
        {
            var best = Enumerable.Range(0, 3).Min(_ =>
            {
                var before = Environment.CpuUsage.TotalTime;
                read(file);
                return Environment.CpuUsage.TotalTime - before;
            });
            Assert.True(best < Slow, $"{name}, seed {seed}: took {best} of processor time.");
        }
        foreach (var (outcome, count) in outcomes.OrderByDescending(o => o.Value)) output.WriteLine($"{count,6} {outcome}");
        foreach (var (took, what) in slowest.OrderDescending().Take(5)) output.WriteLine($"{took.TotalMilliseconds,6:0} ms {what}");
        Assert.True(outcomes.Keys.Any(k => k.StartsWith("taken", StringComparison.Ordinal)) && outcomes.Count > 2, "The changes were not of many kinds.");
    }

    private static string Form(byte[] file) => XlsForm.Read(file, Terms).Match(reading =>
    {
        if (reading.Definition is not { } definition) return Refused(reading.Notes);
        // written and read again costs twice as much as reading: one in three
        if (file.Length % 3 == 0) SameDefinition.Check(definition, XlsForm.Read(XlsForm.Write(definition), Terms).Accepted().Definition!);
        return "taken";
    }, why => Refused(why));

    private static string Dictionary(byte[] file) => RedcapDictionary.Read(file, Terms).Match(reading =>
    {
        if (reading.Definitions.IsEmpty) return Refused(reading.Notes);
        Assert.All(reading.Definitions, definition => Assert.NotEmpty(definition.Items));
        return "taken";
    }, why => Refused(why));

    private static string Response(byte[] file) => ResponseFile.Read(new MemoryStream(file), new(_ => InstrumentShelf.Library["sdq-p-4-17"]), default).GetAwaiter().GetResult().Match(read =>
    {
        Assert.All(read.Faults, fault => Assert.EndsWith(".", fault.Sentence));
        Assert.InRange(read.Rows.Length, 0, read.RowCount);
        Assert.True(read.Rows.Length == read.RowCount || !read.Faults.IsEmpty, "A row is neither taken nor at fault.");
        if (read.Faults.IsEmpty) return "taken";
        var faulty = ResponseFile.Faulty(new MemoryStream(file), read.Faults, default).GetAwaiter().GetResult().Accepted();
        return ResponseFile.Read(new MemoryStream(faulty), new(_ => InstrumentShelf.Library["sdq-p-4-17"]), default).GetAwaiter().GetResult().Match(_ => "rows at fault", why => $"rows at fault: {why.Code}");
    }, why => Refused(why));

    private static string Refused(IEnumerable<ImportNote> notes)
    {
        var errors = notes.Where(n => n.Kind == NoteKind.Error).ToList();
        Assert.NotEmpty(errors);
        Assert.All(errors, e => Assert.EndsWith(".", e.Sentence));
        return "refused by its notes";
    }

    private static string Refused(Refusal why)
    {
        Assert.EndsWith(".", why.Sentence);
        return $"refused: {why.Code}";
    }

    private static List<(string, byte[])> Shared(string folder, string pattern)
    {
        var files = SharedData.Files(folder, pattern);
        if (files.Count == 0) Assert.Skip(SharedData.Absent(folder));
        return [.. files.Select(f => (Path.GetFileName(f), File.ReadAllBytes(f)))];
    }

    private static IEnumerable<string[]> ResponseRows() =>
        [["id", "completed_on", "reason", "pconsid", "prestles"], .. Enumerable.Range(0, 30).Select(i => new[] { "K3X9QD7", $"{i % 28 + 1}/3/2026", i % 5 == 0 ? "the post, late" : "", $"{i % 3}", "1" })];

    private static byte[] Responses(char between) => Encoding.UTF8.GetBytes(string.Join("\r\n", ResponseRows().Select(r => string.Join(between, r.Select(c => c.Contains(',', StringComparison.Ordinal) ? $"\"{c}\"" : c)))));

    private static byte[] ResponseBook() => WorkbookWriting.Write(new([new("Sheet1", [.. ResponseRows().Select((r, i) => new SheetRow(i + 1, [.. r]))])]));

    private static byte[] Sketch() => WorkbookWriting.Write(FormSketch.Grid("""
        survey
        | type | name | label::English (en) | label::Cymraeg (cy) | relevant | constraint | repeat_count | choice_filter |
        | text | name | Name | Enw | | | | |
        | integer | age | Age | | | . >= 0 and . <= 17 | | |
        | begin_repeat | tool | Tools | | ${age} > 4 | | 3 | |
        | select_one tools or_other | used | Used | | | | | |
        | select_multiple places | where | Where | | | | | tool = ${used} |
        | end_repeat | | | | | | | |
        | calculate | double | | | | | | |
        choices
        | list_name | name | label::English (en) | tool |
        | tools | map | Map | |
        | tools | words | Words | |
        | places | 1 | Home | map |
        | places | 2 | School | words |
        settings
        | form_title | form_id | version |
        | Sketch | sketch | 3 |
        """));

    private static byte[] DictionaryText() => Encoding.UTF8.GetBytes(string.Join('\n',
        DictionarySketch.Headings.Select(h => $"\"{h}\"").Aggregate((a, b) => $"{a},{b}"),
        "record_id,first,,text,Record,,,,,,,,,,,,,",
        "sex,first,,radio,Sex,\"1, Girl | 2, Boy\",,,,,,,y,,,,,",
        "born,first,Dates,text,Born,,,date_dmy,2000-01-01,today,y,,,,,,,",
        "tools,first,,checkbox,Tools,\"1, One | 2, Two\",,,,,,\"[sex] = \"\"1\"\"\",,,,tools,,",
        "score,first,,calc,Score,\"round([weight]/3, 1)\",,,,,,,,,,,,",
        "weight,first,,text,Weight,,,number_1dp,1,99.5,,\"[tools(1)] = '1'\",,,2,,,@HIDDEN"));
}
