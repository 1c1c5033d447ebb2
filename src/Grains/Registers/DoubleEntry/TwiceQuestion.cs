using System.Collections.Immutable;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers.DoubleEntry;

/// <summary>Which forms of the double-entry sample. Empty parts do not narrow; <see cref="Scope"/> always applies.</summary>
[GenerateSerializer, Immutable, Alias("sos.twice-question")]
public sealed record TwiceQuestion([property: Id(0)] SecondStatus Status)
{
    [Id(1)] public ImmutableArray<SiteCode>? Scope { get; init; }
    [Id(2)] public SiteCode? Site { get; init; }
    [Id(3)] public WaveCode? Wave { get; init; }
    [Id(4)] public InstrumentId? Instrument { get; init; }

    /// <summary>Leaves out forms whose first entry this person knows.</summary>
    [Id(5)] public string? NotBy { get; init; }
    [Id(6)] public TwiceCursor? After { get; init; }
    [Id(7)] public int Take { get; init; } = 50;
}

/// <summary>A form of the sample in a list; nothing of what it says.</summary>
[GenerateSerializer, Immutable, Alias("sos.twice-row")]
public sealed record TwiceRow(
    [property: Id(0)] FamilyId Family, [property: Id(1)] FormPlace Place, [property: Id(2)] SiteCode Site, [property: Id(3)] SecondStatus Status,
    [property: Id(4)] string FirstBy, [property: Id(5)] DateTimeOffset FirstAt, [property: Id(6)] string? SecondBy, [property: Id(7)] DateTimeOffset? SecondAt)
{
    /// <summary>Who knows what it says beside whoever entered it.</summary>
    [Id(9)] public ImmutableArray<string> AlsoKnownTo { get; init; } = [];

    /// <summary>Since when it waits: for its second entry, or to be settled.</summary>
    public DateTimeOffset Since => SecondAt ?? FirstAt;

    public TwiceCursor Cursor => new(Since.UtcTicks, Family, Place.ToString());
}

/// <summary>The longest waiting first; <see cref="Next"/> is where to go on.</summary>
[GenerateSerializer, Immutable, Alias("sos.twice-page")]
public sealed record TwicePage([property: Id(0)] ImmutableArray<TwiceRow> Rows, [property: Id(1)] int Total, [property: Id(2)] TwiceCursor? Next);

/// <summary>How many forms of the sample stand how.</summary>
[GenerateSerializer, Immutable, Alias("sos.twice-count")]
public sealed record TwiceCount(
    [property: Id(0)] SiteCode Site, [property: Id(1)] WaveCode Wave, [property: Id(2)] InstrumentId Instrument, [property: Id(3)] SecondStatus Status, [property: Id(4)] int Forms);

/// <summary>Where a page of the list ended.</summary>
[GenerateSerializer, Immutable, Alias("sos.twice-cursor")]
public readonly record struct TwiceCursor([property: Id(0)] long Ticks, [property: Id(1)] FamilyId Family, [property: Id(2)] string Place) : IComparable<TwiceCursor>, IParsable<TwiceCursor>
{
    public int CompareTo(TwiceCursor other) =>
        Ticks != other.Ticks ? Ticks.CompareTo(other.Ticks) : Family.CompareTo(other.Family) is var families and not 0 ? families : string.CompareOrdinal(Place, other.Place);

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Ticks}~{Family}~{Place}");

    public static bool TryParse(string? text, IFormatProvider? provider, out TwiceCursor cursor)
    {
        cursor = default;
        if (text?.Split('~', 3) is not [var ticks, var family, var place] || !long.TryParse(ticks, System.Globalization.NumberStyles.None, null, out var at) || !FamilyId.TryParse(family, null, out var id)) return false;
        cursor = new(at, id, place);
        return true;
    }

    public static TwiceCursor Parse(string text, IFormatProvider? provider = null) => TryParse(text, provider, out var cursor) ? cursor : throw new FormatException($"'{text}' is not a cursor.");
}
