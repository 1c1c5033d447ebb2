using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using SosLongitudinal.Study.Design;

namespace SosLongitudinal.Web.Api.Extracts;

/// <summary>
/// What rows of families are read by besides the families: the design, sites, workers and instruments, each by how many facts its records hold, and the product. It
/// follows from the records alone, so that it is the same after a restart and in every process. Focus groups are in no family's row.
/// </summary>
internal static class FramePrint
{
    private const int Digits = 10;

    private static readonly string Product = Print([typeof(FramePrint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion]);
    private static readonly ConditionalWeakTable<StudyFrame, string> Known = [];

    /// <summary>The parts, in the order in which a print has them.</summary>
    public static readonly ImmutableArray<string> Parts = ["design", "sites", "workers", "instruments", "product"];

    public static string Of(StudyFrame frame) => Known.GetValue(frame, f => string.Join('.',
        Print([Text(f.Design.Version)]),
        Print(f.Sites.Values.Select(s => $"{s.Code} {Text(s.Version)}")),
        Print(f.Workers.Values.Select(w => $"{w.Id} {Text(w.Version)}")),
        Print(f.Instruments.All.Values.Where(i => i.Version > 0).Select(i => $"{i.Id.Text} {Text(i.Version)}")),
        Product));

    /// <summary>Which parts differ; all where the earlier one is none that this product makes.</summary>
    public static ImmutableArray<string> Changed(string earlier, string now)
    {
        var (was, is_) = (earlier.Split('.'), now.Split('.'));
        return was.Length != Parts.Length ? ["product"] : [.. Parts.Where((_, i) => was[i] != is_[i])];
    }

    private static string Print(IEnumerable<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Order(StringComparer.Ordinal)))))[..Digits];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
