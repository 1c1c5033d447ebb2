using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SosLongitudinal.Bench;

/// <summary>What was measured, as the table that tests/Bench/RESULTS.md holds.</summary>
internal sealed class Report
{
    private readonly List<(string What, string Size, string Measured, string Hold)> rows = [];

    public void Add(string what, string size, FormattableString measured, string hold = "")
    {
        var text = measured.ToString(CultureInfo.InvariantCulture);
        rows.Add((what, size, text, hold));
        Console.Error.WriteLine($"{what} [{size}]: {text}");
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, {Memory()}, {RuntimeInformation.OSDescription}, .NET {Environment.Version}\n\n");
        text.Append("| what | size | measured | to hold |\n|---|---|---|---|\n");
        foreach (var (what, size, measured, hold) in rows) text.Append(CultureInfo.InvariantCulture, $"| {what} | {size} | {measured} | {hold} |\n");
        return text.ToString();
    }

    private static string Memory() => string.Create(CultureInfo.InvariantCulture, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30)} GiB");
}

/// <summary>Times of single requests or runs.</summary>
internal sealed class Times(IEnumerable<double> milliseconds)
{
    private readonly double[] sorted = [.. milliseconds.Order()];

    public double Median => At(0.5);

    public double P99 => At(0.99);

    public double At(double share) => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
}
