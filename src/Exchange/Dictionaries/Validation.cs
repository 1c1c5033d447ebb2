using System.Collections.Frozen;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>What a text field's validation type makes of it.</summary>
/// <param name="Pattern">What the text must look like, as a regular expression.</param>
/// <param name="Example">To follow "such as".</param>
/// <param name="Decimals">How many, exactly; -1 is any number of them.</param>
internal sealed record Validation(ItemType Type, string? Pattern = null, string? Example = null, int Decimals = 0)
{
    /// <summary>Names or numbers a person, whether the file says so or not.</summary>
    public bool Identifies { get; init; }

    /// <summary>What differs from the file, where something does.</summary>
    public string? Changed { get; init; }

    private const string NoSeconds = "Seconds are not held; the time is to the minute.";
    private const string Point = "Decimals are typed with a point here.";

    private static readonly FrozenDictionary<string, Validation> Known = new Dictionary<string, Validation>
    {
        ["date_dmy"] = new(ItemType.Date), ["date_mdy"] = new(ItemType.Date), ["date_ymd"] = new(ItemType.Date), ["date"] = new(ItemType.Date),
        ["datetime_dmy"] = new(ItemType.DateTime), ["datetime_mdy"] = new(ItemType.DateTime), ["datetime_ymd"] = new(ItemType.DateTime), ["datetime"] = new(ItemType.DateTime),
        ["datetime_seconds_dmy"] = new(ItemType.DateTime) { Changed = NoSeconds }, ["datetime_seconds_mdy"] = new(ItemType.DateTime) { Changed = NoSeconds },
        ["datetime_seconds_ymd"] = new(ItemType.DateTime) { Changed = NoSeconds }, ["datetime_seconds"] = new(ItemType.DateTime) { Changed = NoSeconds },
        ["time"] = new(ItemType.Time), ["time_hh_mm"] = new(ItemType.Time),
        ["time_hh_mm_ss"] = new(ItemType.Text, "^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$", "14:30:00"),
        ["time_mm_ss"] = new(ItemType.Text, "^[0-5][0-9]:[0-5][0-9]$", "05:30"),
        ["integer"] = new(ItemType.Number), ["int"] = new(ItemType.Number),
        ["number"] = new(ItemType.Number, Decimals: -1), ["float"] = new(ItemType.Number, Decimals: -1),
        ["number_1dp"] = new(ItemType.Number, Decimals: 1), ["number_2dp"] = new(ItemType.Number, Decimals: 2),
        ["number_3dp"] = new(ItemType.Number, Decimals: 3), ["number_4dp"] = new(ItemType.Number, Decimals: 4),
        ["number_comma_decimal"] = new(ItemType.Number, Decimals: -1) { Changed = Point },
        ["number_1dp_comma_decimal"] = new(ItemType.Number, Decimals: 1) { Changed = Point }, ["number_2dp_comma_decimal"] = new(ItemType.Number, Decimals: 2) { Changed = Point },
        ["number_3dp_comma_decimal"] = new(ItemType.Number, Decimals: 3) { Changed = Point }, ["number_4dp_comma_decimal"] = new(ItemType.Number, Decimals: 4) { Changed = Point },
        ["alpha_only"] = new(ItemType.Text, "^[A-Za-z]+$", "abc"),
        ["email"] = new(ItemType.Text, "^[^@ ]+@[^@ ]+[.][A-Za-z]{2,}$", "name@example.org") { Identifies = true },
        ["phone"] = new(ItemType.Text, "^[0-9+() .x-]{7,30}$", "(615) 555-0100") { Identifies = true },
        ["phone_australia"] = new(ItemType.Text, "^[0-9+() -]{8,20}$", "(02) 5550 0100") { Identifies = true },
        ["phone_uk"] = new(ItemType.Text, "^[0-9+() -]{8,20}$", "01632 960000") { Identifies = true },
        ["postalcode_australia"] = new(ItemType.Text, "^[0-9]{4}$", "2000"),
        ["postalcode_canada"] = new(ItemType.Text, "^[A-Za-z][0-9][A-Za-z] ?[0-9][A-Za-z][0-9]$", "K1A 0B1"),
        ["postalcode_french"] = new(ItemType.Text, "^[0-9]{5}$", "75001"), ["postalcode_germany"] = new(ItemType.Text, "^[0-9]{5}$", "10115"),
        ["postalcode_uk"] = new(ItemType.Text, "^[A-Za-z]{1,2}[0-9][0-9A-Za-z]? ?[0-9][A-Za-z]{2}$", "NR1 1AA") { Identifies = true },
        ["zipcode"] = new(ItemType.Text, "^[0-9]{5}(-[0-9]{4})?$", "37203"),
        ["ssn"] = new(ItemType.Text, "^[0-9]{3}-[0-9]{2}-[0-9]{4}$", "000-00-0000") { Identifies = true },
        ["mrn_10d"] = new(ItemType.Text, "^[0-9]{10}$", "0000000001") { Identifies = true },
        ["mrn_generic"] = new(ItemType.Text, "^[A-Za-z0-9-]+$", "A-100") { Identifies = true },
        ["vmrn"] = new(ItemType.Text, "^[0-9]{4,9}$", "000000001") { Identifies = true },
        ["nhs_number"] = new(ItemType.Text, "^[0-9]{3} ?[0-9]{3} ?[0-9]{4}$", "999 000 0000") { Identifies = true },
    }.ToFrozenDictionary();

    public static Validation? Of(string name) => Known.GetValueOrDefault(name.ToLowerInvariant());
}
