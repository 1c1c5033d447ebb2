using System.Globalization;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Sheets;

/// <summary>The number that stands on a printed sheet: <c>1.17</c>, the seventeenth of the first book. Names neither site nor family, since it is carried about.</summary>
[GenerateSerializer, Immutable, Alias("sos.sheet-id")]
[JsonConverter(typeof(TextValueConverter<SheetId>))]
public readonly record struct SheetId([property: Id(0)] int Book, [property: Id(1)] int Number) : IParsable<SheetId>, IComparable<SheetId>
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Book}.{Number}");

    public int CompareTo(SheetId other) => (Book, Number).CompareTo((other.Book, other.Number));

    public static bool TryParse(string? text, IFormatProvider? provider, out SheetId id)
    {
        id = default;
        if (text?.Split('.') is not [var book, var number]) return false;
        if (!int.TryParse(book, NumberStyles.None, CultureInfo.InvariantCulture, out var b) || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)) return false;
        id = new(b, n);
        return b > 0 && n > 0;
    }

    public static SheetId Parse(string text, IFormatProvider? provider = null) => TryParse(text, provider, out var id) ? id : throw new FormatException($"'{text}' is not a sheet's number.");
}
