using System.Globalization;
using System.Text.RegularExpressions;

namespace SosLongitudinal.Web.Commands.Import;

/// <summary>A file about another, beside it and never in the place of one that is there: <c>in-to-correct.csv</c>, then <c>in-to-correct-2.csv</c>.</summary>
internal static partial class BesideFile
{
    public static FileInfo Of(FileInfo file, string what)
    {
        var stem = Path.Combine(file.DirectoryName!, Numbered().Replace(Path.GetFileNameWithoutExtension(file.Name), ""));
        return Enumerable.Range(1, int.MaxValue).Select(n => new FileInfo($"{stem}-{what}{(n == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{n}"))}.csv")).First(f => !f.Exists);
    }

    [GeneratedRegex(@"-to-correct(-\d+)?$")]
    private static partial Regex Numbered();
}
