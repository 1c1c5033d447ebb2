using System.Globalization;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Missing;

/// <summary>A frame as it is asked for: a preset's name, or a code for each reason, as in <c>refused:-8,dont-know:-9,...</c>.</summary>
public static class MissingCodesText
{
    public static Decision<MissingCodes> Read(string text)
    {
        if (MissingPresets.Find(text) is { } preset) return preset;
        if (!text.Contains(':', StringComparison.Ordinal)) return MissingRefusals.Unknown(text);
        var declared = new Dictionary<MissingReason, int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(':', StringSplitOptions.TrimEntries) is not [var name, var number] || !int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code)) return MissingRefusals.Unreadable(part);
            if (!MissingReasons.TryParse(name, out var reason)) return MissingRefusals.UnknownReason(name);
            if (!declared.TryAdd(reason, code)) return MissingRefusals.Twice(name);
        }
        return MissingCodes.Own(declared);
    }

    public static string Write(MissingCodes codes) =>
        MissingPresets.Find(codes.Name) is { } preset ? preset.Name : string.Join(',', MissingReasons.All.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Name()}:{codes.Of(r)}")));
}
