using System.Collections.Immutable;
using SosLongitudinal.Analysis.Disclosure;
using SosLongitudinal.Analysis.Results;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Tables;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Pages.Analysis;

/// <summary>Counts a table from the registers.</summary>
public sealed class TableSource(FamilyRegisters registers, StudyFrames frames, TimeProvider clock)
{
    public const int MostCategories = 60;

    /// <summary>Whether a column has categories that can be counted: not ids, dates or free words.</summary>
    public static bool IsCategorical(Column column) => !column.IsKey && column.Type is not (ColumnType.Id or ColumnType.Date or ColumnType.Decimal) && (column.Type != ColumnType.Text || !column.Values.IsEmpty || column.Name.Contains("site", StringComparison.Ordinal));

    public async Task<Decision<CountedTable>> Of(TableQuestion asked, Person person, CancellationToken cancellation)
    {
        if (DisclosureProfile.Find(asked.Profile) is not { } profile) return TableRefusals.Profile;
        var frame = await frames.Current();
        if (DatasetCatalog.Of(frame).Find(asked.Dataset, asked.Shape == "long" ? DatasetShape.Long : DatasetShape.Wide) is not { Unit.IsOfFamilies: true } dataset) return TableRefusals.Dataset(asked.Dataset);
        if (dataset.Columns.FirstOrDefault(c => c.Name == asked.Rows && IsCategorical(c)) is not { } rows) return TableRefusals.Column("rows", asked.Rows);
        if (dataset.Columns.FirstOrDefault(c => c.Name == asked.Columns && IsCategorical(c)) is not { } columns) return TableRefusals.Column("columns", asked.Columns);
        if (rows == columns) return TableRefusals.Same;
        var counts = new Dictionary<(string Row, string Column), int>();
        var extract = new ShardExtract(dataset.Name, dataset.Shape.ToString(), person.Scope()) { Columns = dataset.HasRenamed ? [] : [rows.Name, columns.Name] };
        await foreach (var message in registers.Extract(extract, cancellation))
            foreach (var row in TableBatch.Read(message).Rows)
            {
                var key = (row.Shown(rows.Name), row.Shown(columns.Name));
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        var (down, across) = (Order(rows, counts.Keys.Select(k => k.Row)), Order(columns, counts.Keys.Select(k => k.Column)));
        if (down.Count > MostCategories) return TableRefusals.TooMany("rows", rows.Name);
        if (across.Count > MostCategories) return TableRefusals.TooMany("columns", columns.Name);
        var table = new CrossTable([.. down.Select(d => Word(rows, d, frame))], [.. across.Select(a => Word(columns, a, frame))], [.. down.Select(d => across.Select(a => counts.GetValueOrDefault((d, a))).ToImmutableArray())]);
        return new CountedTable(dataset.Name, dataset.Unit.Name, rows.Label, columns.Label, Suppression.Of(table, profile), frame.Design.Synthetic, frame.Design.Today(clock.GetUtcNow()));
    }

    /// <summary>As the column lists them, then others by their text, then reasons for no value.</summary>
    private static List<string> Order(Column column, IEnumerable<string> met)
    {
        var listed = column.Values.Select((v, i) => (v.Value, i)).ToDictionary(v => v.Value, v => v.i, StringComparer.Ordinal);
        return [.. met.Distinct().OrderBy(v => v.StartsWith('(') ? 2 : listed.ContainsKey(v) ? 0 : 1).ThenBy(v => listed.GetValueOrDefault(v)).ThenBy(v => v.Length).ThenBy(v => v, StringComparer.Ordinal)];
    }

    private static string Word(Column column, string value, StudyFrame frame) =>
        column.Values.FirstOrDefault(v => v.Value == value)?.Label ?? (SiteCode.TryParse(value, null, out var site) && frame.Sites.TryGetValue(site, out var known) ? known.Name : value);
}
