using System.Reflection;
using System.Text.RegularExpressions;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Conventions;

public sealed partial class SizeTests(ITestOutputHelper output)
{
    [Fact]
    public void Grains_are_small()
    {
        Findings.None(Product.GrainInterfaces.Where(t => t.GetMethods().Length > 12).Select(Product.NameOf));
        Findings.None(Product.Grain.Where(t => t.GetConstructors().Any(c => c.GetParameters().Length > 6)).Select(Product.NameOf));
        Findings.None(Lines().Where(f => f.Path.EndsWith("Grain.cs", StringComparison.Ordinal) && f.Count > 200));
    }

    [Fact]
    public void Files_are_small()
    {
        var files = Lines().OrderByDescending(f => f.Count).ToList();
        foreach (var (path, count) in files.Take(10)) output.WriteLine($"{count,4} {path}");
        Findings.None(files.Where(f => f.Count > 400));
        Findings.None(files.Where(f => f.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal) && f.Count > 90));
        Findings.None(files.Where(f => Path.GetFileName(f.Path) == "Program.cs" && f.Count > 110));
        Assert.True(files.Count(f => f.Count > 120) <= files.Count / 10, "More than one file in ten is longer than 120 lines.");
    }

    [Fact]
    public void A_refusal_code_belongs_to_one_refusal()
    {
        var codes = Sources().SelectMany(path => RefusalCode().Matches(File.ReadAllText(path)).Select(m => (Code: m.Groups[1].Value, Path: Short(path)))).ToList();
        Assert.NotEmpty(codes);
        Findings.None(codes.GroupBy(c => c.Code).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(c => c.Path))}"));
    }

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories).Where(p => !BuildOutput().IsMatch(p));

    private static IEnumerable<(string Path, int Count)> Lines() => Sources().Select(path => (Short(path), File.ReadLines(path).Count()));

    private static string Short(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');

    [GeneratedRegex(@"[/\\](bin|obj|node_modules)[/\\]")]
    private static partial Regex BuildOutput();

    [GeneratedRegex(@"new(?: Refusal)?\(""([a-z]+(?:-[a-z]+)*\.[a-z0-9-]+)"", *\$?""")]
    private static partial Regex RefusalCode();
}
