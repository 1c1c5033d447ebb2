using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Exchange.Tables;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;

namespace SosLongitudinal.Web.Api.Imports;

/// <summary>A quality rule, and how many forms of the file break it.</summary>
public sealed record BrokenRule(string Rule, string Title, QualitySeverity Severity, int Forms);

/// <summary>What a quality rule finds in the form of one row.</summary>
/// <param name="Row">As a spreadsheet counts: the header is row 1.</param>
/// <param name="Id">The serial, record or id as the file gives it.</param>
/// <param name="Family">Whose form it is; absent, as <paramref name="Place"/>, as long as the form is not in the study.</param>
public sealed record RowWarning(int Row, string Id, InstrumentId Instrument, FamilyId? Family, FormPlace? Place, string Rule, QualitySeverity Severity, string Sentence);

/// <summary>What quality rules find in the forms of a file, saved or about to be. It is what entry by hand would say of them, and stops nothing.</summary>
/// <param name="Forms">How many forms break any rule.</param>
/// <param name="Count">How much is found in all; a form may break several rules.</param>
/// <param name="Rules">The most broken first.</param>
/// <param name="Rows">The first thousand, by row.</param>
public sealed record ImportWarnings(int Forms, int Count, ImmutableArray<BrokenRule> Rules, ImmutableArray<RowWarning> Rows)
{
    public const int MostRows = 1_000;

    public static ImportWarnings None { get; } = new(0, 0, [], []);

    internal static ImportWarnings Of(IReadOnlyList<RowWarning> found, StudyDesign design)
    {
        if (found.Count == 0) return None;
        var rules = QualityRules.All(design).ToDictionary(r => r.Code, StringComparer.Ordinal);
        var broken = found.GroupBy(w => w.Rule).Select(g => new BrokenRule(g.Key, rules[g.Key].Title, rules[g.Key].Severity, Distinct(g)));
        return new(Distinct(found), found.Count, [.. broken.OrderByDescending(r => r.Forms).ThenBy(r => r.Rule, StringComparer.Ordinal)], [.. found.Take(MostRows)]);
    }

    /// <summary>All of them, as a file.</summary>
    internal static byte[] Csv(IEnumerable<RowWarning> found) => CsvRows.Of([
        ["row", "id", "instrument", "form", "rule", "severity", "found"],
        .. found.Select(w => (string[])[w.Row.ToString(CultureInfo.InvariantCulture), w.Id, $"{w.Instrument}", w.Family is { } family && w.Place is { } place ? $"{family}/{place}" : "", w.Rule, w.Severity == QualitySeverity.Warning ? "warning" : "note", w.Sentence])]);

    private static int Distinct(IEnumerable<RowWarning> of) => of.Select(w => (w.Row, w.Instrument)).Distinct().Count();
}
