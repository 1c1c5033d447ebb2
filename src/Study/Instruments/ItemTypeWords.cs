namespace SosLongitudinal.Study.Instruments;

/// <summary>What an item takes, as a person reads it.</summary>
public static class ItemTypeWords
{
    public static string Of(ItemType type) => type switch
    {
        ItemType.Code => "choice",
        ItemType.Number => "number",
        ItemType.Text => "text",
        ItemType.Date => "date",
        ItemType.Codes => "choice of several",
        ItemType.Time => "time",
        ItemType.DateTime => "date and time",
        ItemType.Ranking => "ranking",
        ItemType.Note => "note",
        ItemType.Computed => "computed value",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "This is not an item type."),
    };
}
