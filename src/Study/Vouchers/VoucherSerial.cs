using System.Text.Json.Serialization;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Vouchers;

/// <summary>What is printed on a voucher: 1 to 40 capital letters, digits and hyphens, starting with a letter or digit. Read without spaces and whatever its case.</summary>
[GenerateSerializer, Immutable, Alias("sos.voucher-serial")]
[JsonConverter(typeof(TextValueConverter<VoucherSerial>))]
public readonly record struct VoucherSerial([property: Id(0)] string Text) : IParsable<VoucherSerial>, IComparable<VoucherSerial>
{
    public override string ToString() => Text ?? "";

    public int CompareTo(VoucherSerial other) => string.CompareOrdinal(Text, other.Text);

    public static bool TryParse(string? text, IFormatProvider? provider, out VoucherSerial serial)
    {
        var plain = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        var fits = plain is { Length: > 0 and <= 40 } && plain[0] != '-' && plain.All(c => c is >= 'A' and <= 'Z' or >= '0' and <= '9' or '-');
        serial = fits ? new(plain) : default;
        return fits;
    }

    public static VoucherSerial Parse(string text, IFormatProvider? provider = null) => TryParse(text, provider, out var serial) ? serial : throw new FormatException($"'{text}' is not a voucher's serial.");
}
