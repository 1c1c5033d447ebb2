using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Missing;

public static class MissingRefusals
{
    private static string Presets => string.Join(", ", MissingPresets.All.Select(p => p.Name));

    public static Refusal Unknown(string name) => new("missing.unknown-frame", $"There is no missing frame '{name}'. Name one of {Presets}, or give a code for each reason, as in refused:-8,dont-know:-9.");
    public static Refusal Unreadable(string part) => new("missing.unreadable", $"'{part}' is not a reason with its code. Write it as in refused:-8.");
    public static Refusal UnknownReason(string name) => new("missing.unknown-reason", $"There is no missing reason '{name}'. There are: {string.Join(", ", MissingReasons.All.Select(r => r.Name()))}.");
    public static Refusal Twice(string name) => new("missing.twice", $"'{name}' has two codes. Give it one.");
    public static Refusal WithoutCode(IEnumerable<MissingReason> reasons) => new("missing.without-code", $"Give a code to every reason: {string.Join(", ", reasons.Select(r => r.Name()))} {(reasons.Count() == 1 ? "has" : "have")} none.");
    public static Refusal OutOfBounds(int code) => new("missing.out-of-bounds", $"{code} cannot be a code. Codes are whole numbers from {DenseCode.Least} to {DenseCode.Most}.");

    public static Refusal Collides(string column, int code, string what) =>
        new("missing.collides", $"Column {column} can hold {code} as a real value, and the missing frame gives {code} to '{what}'. Choose a code that no column can hold.");

    public static Refusal WithinRange(string column, string value, int least, int most) =>
        new("missing.within-range", $"Column {column} can hold {value} as a real value. SPSS declares missing codes as one range, here {least} to {most}, so that {value} would be taken for missing. Choose codes that lie outside what columns hold.");
}
