using SosLongitudinal.Bench;

// dotnet run -c Release --project tests/Bench -- all | logic | quality | forms | extract | formats | pages | field | rebuild | start | import | import-families | plan | releases | redcap | kill   [--sizes 1000,10000,100000]
var asked = args.FirstOrDefault(a => !a.StartsWith('-')) ?? "all";
var at = Array.IndexOf(args, "--sizes");
int[] sizes = at >= 0 ? [.. args[at + 1].Split(',').Select(int.Parse)] : [1_000, 10_000, 100_000];

var benches = new Dictionary<string, Func<Report, int[], Task>>
{
    ["logic"] = LogicBench.Run,
    ["quality"] = QualityBench.Run,
    ["extract"] = ExtractBench.Run,
    ["formats"] = FormatsBench.Run,
    ["start"] = StartBench.Run,
    ["rebuild"] = RebuildBench.Run,
    ["pages"] = PagesBench.Run,
    ["field"] = FieldPagesBench.Run,
    ["forms"] = FormsBench.Run,
    ["import"] = ImportBench.Run,
    ["plan"] = PlanBench.Run,
    ["import-families"] = ImportFamiliesBench.Run,
    ["releases"] = ReleasesBench.Run,
    ["redcap"] = ReleasesBench.Redcap,
    ["kill"] = KillBench.Run,
};
if (asked != "all" && !benches.ContainsKey(asked))
{
    Console.Error.WriteLine($"There is no bench '{asked}'. There are: all, {string.Join(", ", benches.Keys)}.");
    return 2;
}

var report = new Report();
foreach (var (name, run) in benches)
{
    if (asked != "all" && asked != name) continue;
    Console.Error.WriteLine($"-- {name}");
    await run(report, sizes);
}
Console.WriteLine(report.ToMarkdown());
return 0;
