using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Csv;

/// <summary>What stands in a text file where there is no value, by reason.</summary>
public sealed class MissingFrame
{
    private readonly ImmutableArray<byte[]> texts;

    private MissingFrame(Func<MissingReason, string> text) => texts = [.. MissingReasons.All.Select(r => Encoding.UTF8.GetBytes(text(r)))];

    /// <summary>Nothing: numbers stay numbers in every reader. Status columns tell the reasons apart.</summary>
    public static MissingFrame Empty { get; } = new(_ => "");

    /// <summary>The reason's name, such as <c>refused</c>.</summary>
    public static MissingFrame Words { get; } = new(r => r.Name());

    /// <summary>The code of the reason.</summary>
    public static MissingFrame Codes(MissingCodes codes) => new(r => codes.Of(r).ToString(CultureInfo.InvariantCulture));

    internal byte[] Of(MissingReason reason) => texts[(int)reason];

    internal int Longest => texts.Max(t => t.Length);
}
