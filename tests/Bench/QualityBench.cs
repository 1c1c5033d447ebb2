using System.Diagnostics;
using SosLongitudinal.Study.Demo;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Quality;

namespace SosLongitudinal.Bench;

/// <summary>Every family held against the quality rules from memory, as the registers do it; with a rule of the study's own, which makes a document of each family.</summary>
internal static class QualityBench
{
    private const int Made = 2_000;

    public static Task Run(Report report, int[] sizes)
    {
        var (today, demo) = (new DateOnly(2017, 6, 1), new DemoStudyData(Made, new(2017, 6, 1)));
        var families = demo.Families.Select(f => f.ToLedger().Facts.Aggregate(new FamilyState(f.Id), FamilyFold.Next)).ToList();
        var frame = new StudyFrame { Design = demo.Design };
        var own = new StudyFrame { Design = demo.Design with { QualityRules = [new("high", "A total above 30.", "form[@wave='t2' and score[@scale='ebdtot'] > 30]")] } };
        foreach (var size in sizes)
        {
            report.Add("quality rules over all families", $"{size} families", $"{Check(families, size, frame, today)}; with a declared rule {Check(families, size, own, today)}", "<= 60 s");
        }
        return Task.CompletedTask;
    }

    /// <summary>The families made are checked again and again until so many have been: each check starts from nothing.</summary>
    private static string Check(List<FamilyState> families, int size, StudyFrame frame, DateOnly today)
    {
        var watch = Stopwatch.StartNew();
        var hits = 0;
        for (var i = 0; i < size; i++) hits += QualityCheck.Of(families[i % families.Count], frame, today).Length;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:F1} s on one core, {hits} hits");
    }
}
