using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Extracts.Recipes;

/// <summary>What a recipe's privacy means for each column.</summary>
internal static class RecipePrivacyColumns
{
    public static CellFate Of(RecipePrivacy privacy, Column column) =>
        column.IsKey ? privacy.Ids == "pseudonyms" ? CellFate.Pseudonym : CellFate.Kept
        : column.Type != ColumnType.Date ? CellFate.Kept
        : privacy.Dates switch { "shifted" => CellFate.Shifted, "intervals" => CellFate.Interval, _ => CellFate.Kept };

    /// <summary>Answers that are instants or times of day are texts, which cannot be shifted: where dates are not exact they stay out.</summary>
    public static bool LeavesOut(RecipePrivacy privacy, Column column) => privacy.Dates != "exact" && column is { Type: ColumnType.Text, Values.IsEmpty: true, Feeds.IsEmpty: false, IsFreeText: false };

    public static Column After(Column column, CellFate fate) => fate switch
    {
        CellFate.Pseudonym => column with { Label = $"{column.Label} (pseudonym)" },
        CellFate.Shifted => column with { Label = $"{column.Label} (all dates of a family moved alike)" },
        CellFate.Interval => new(column.Name, $"{column.Label} (days since the family was sampled)", ColumnType.Count) { Feeds = column.Feeds },
        _ => column,
    };
}
