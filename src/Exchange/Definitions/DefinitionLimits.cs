namespace SosLongitudinal.Exchange.Definitions;

public static class DefinitionLimits
{
    /// <summary>Items as laid out, those of a repeating section once for each time.</summary>
    public const int Items = 5_000;

    public const int Choices = 20_000;

    public const int Repeats = 100;

    /// <summary>Of an item's name.</summary>
    public const int NameLength = 64;
}
