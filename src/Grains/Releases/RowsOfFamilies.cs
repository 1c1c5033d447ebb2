using System.Globalization;
using System.Text;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Releases;

/// <summary>The rows of one family in a release, counted from 1.</summary>
public readonly record struct FamilyRows(FamilyId Family, long First, long Count);

/// <summary>Which rows of a table are which family's; a family's rows stand together.</summary>
public sealed class RowsOfFamilies
{
    private readonly List<(string Family, long First, long Count)> runs = [];

    public long Rows { get; private set; }

    public int Count => runs.Select(r => r.Family).Distinct().Count();

    public void Next(string family)
    {
        Rows++;
        if (runs.Count > 0 && runs[^1] is var last && last.Family == family) runs[^1] = last with { Count = last.Count + 1 };
        else runs.Add((family, Rows, 1));
    }

    /// <summary>A line for each family: id, first row, how many.</summary>
    internal byte[] ToText() => Encoding.ASCII.GetBytes(string.Concat(runs.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Family}\t{r.First}\t{r.Count}\n"))));

    internal static IEnumerable<FamilyRows> Read(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Select(p => new FamilyRows(FamilyId.Parse(p[0]), long.Parse(p[1], CultureInfo.InvariantCulture), long.Parse(p[2], CultureInfo.InvariantCulture)));
}
