using SosLongitudinal.Analysis.Disclosure;
using SosLongitudinal.Analysis.Results;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Analysis;

/// <summary>Which table: two columns of a dataset against each other, by a disclosure profile.</summary>
public sealed record TableQuestion(string Dataset, string Shape, string Rows, string Columns, string Profile);

/// <summary>A table of counts as it may leave.</summary>
public sealed record CountedTable(string Dataset, string Unit, string RowsLabel, string ColumnsLabel, ShownTable Shown, bool Synthetic, DateOnly AsOf)
{
    public const string Suppressed = "c";

    public bool IsForRelease => Shown.Profile != DisclosureProfile.None;

    public string Release => IsForRelease ? $"Disclosure profile {Shown.Profile.Name}. Hold it against earlier tables of the same families before it leaves: small counts can show as differences." : ResultStatus.NotForRelease;

    public ResultTable ToTable() => new($"{RowsLabel} by {ColumnsLabel}", [RowsLabel, .. Shown.Columns, "total"],
        [.. Shown.Counts.Select((row, i) => ResultTable.Row([i == Shown.Rows.Length ? "total" : Shown.Rows[i], .. row.Select(n => n is { } count ? ResultTable.Cell(count) : Suppressed)]))]);
}

public static class TableRefusals
{
    public static readonly Refusal Profile = new Refusal("table.profile", $"Choose a profile: {string.Join(", ", DisclosureProfile.All.Select(p => p.Name))}.").At("profile");

    public static Refusal Dataset(string dataset) => new Refusal("table.dataset", $"There is no dataset '{dataset}' of families in this shape.").At("dataset");

    public static Refusal Column(string field, string column) => new Refusal("table.column", $"'{column}' is no column with a list of categories in this dataset.").At(field);

    public static readonly Refusal Same = new Refusal("table.same", "Choose two different columns.").At("columns");

    public static Refusal TooMany(string field, string column) => new Refusal("table.too-many", $"{column} has more than {TableSource.MostCategories} different values. Choose a column with fewer.").At(field);
}
