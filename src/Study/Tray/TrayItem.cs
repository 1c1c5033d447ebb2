using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Orleans;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Tray;

/// <summary>A form in a site's tray: <c>ashmere.1.17</c>, the seventeenth of the first volume.</summary>
[GenerateSerializer, Immutable, Alias("sos.tray-item-id")]
[JsonConverter(typeof(TextValueConverter<TrayItemId>))]
public readonly record struct TrayItemId([property: Id(0)] SiteCode Site, [property: Id(1)] int Volume, [property: Id(2)] int Number) : IParsable<TrayItemId>
{
    /// <summary>The operation under which it is entered into a family, whoever matches it and however often: a family takes it once.</summary>
    public OperationId Operation => new OperationId("tray").Derive(ToString());

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Site}.{Volume}.{Number}");

    public static bool TryParse(string? text, IFormatProvider? provider, out TrayItemId id)
    {
        id = default;
        if (text?.Split('.') is not [var site, var volume, var number] || !SiteCode.TryParse(site, null, out var code)) return false;
        if (!int.TryParse(volume, NumberStyles.None, CultureInfo.InvariantCulture, out var v) || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)) return false;
        id = new(code, v, n);
        return v > 0 && n > 0;
    }

    public static TrayItemId Parse(string text, IFormatProvider? provider = null) => TryParse(text, provider, out var id) ? id : throw new FormatException($"'{text}' is not a form of a tray.");
}

/// <summary>A paper form that nobody can be found for yet, as far as it says what it is; answers are held against the instrument.</summary>
[GenerateSerializer, Immutable, Alias("sos.tray-form")]
public sealed record TrayForm(
    [property: Id(0)] string Batch,
    [property: Id(1)] DateOnly ReceivedOn,
    [property: Id(2)] string Box,
    [property: Id(3)] InstrumentId Instrument,
    [property: Id(4)] int InstrumentVersion,
    [property: Id(5)] string Language,
    [property: Id(6)] Answers Answers)
{
    /// <summary>The wave, where the paper or its batch says it.</summary>
    [Id(7)] public WaveCode? Wave { get; init; }

    /// <summary>The day on which it was filled in, where the paper says it.</summary>
    [Id(8)] public DateOnly? CompletedOn { get; init; }

    [Id(9)] public Answers? Aside { get; init; }

    /// <summary>What could tell whose it is, such as a postmark; never a name.</summary>
    [Id(10)] public string? Note { get; init; }
}

/// <summary>A form of a tray as one keying left it.</summary>
[GenerateSerializer, Immutable, Alias("sos.tray-step")]
public sealed record TrayStep([property: Id(0)] int Revision, [property: Id(1)] TrayForm Form, [property: Id(2)] string By, [property: Id(3)] DateTimeOffset At, [property: Id(4)] string? Why = null);

public enum TrayItemState { Waiting = 0, Claimed = 1, Matched = 2, Discarded = 3 }

/// <summary>The place in a family that a form of a tray goes to.</summary>
[GenerateSerializer, Immutable, Alias("sos.tray-match")]
public sealed record TrayMatch([property: Id(0)] FamilyId Family, [property: Id(1)] FormPlace Place, [property: Id(2)] DateOnly CompletedOn);

/// <summary>One form in a tray, and what became of it.</summary>
[GenerateSerializer, Immutable, Alias("sos.tray-item")]
public sealed record TrayItem(
    [property: Id(0)] TrayItemId Id, [property: Id(1)] TrayForm Form, [property: Id(2)] string KeyedBy, [property: Id(3)] DateTimeOffset KeyedAt)
{
    [Id(4)] public TrayItemState State { get; init; }

    /// <summary>Where it goes or went; <c>null</c> while it waits or was discarded.</summary>
    [Id(5)] public TrayMatch? Match { get; init; }

    /// <summary>Who claimed, matched or discarded it last, when and why.</summary>
    [Id(6)] public string? By { get; init; }
    [Id(7)] public DateTimeOffset? At { get; init; }
    [Id(8)] public string? Why { get; init; }

    /// <summary>The number of the fact that made the form what it is: a change says which one was looked at.</summary>
    [Id(9)] public int Revision { get; init; }

    /// <summary>How it came to be what it is, from the first keying on; empty while nobody changed it.</summary>
    [Id(10)] public ImmutableArray<TrayStep> Steps { get; init; } = [];

    /// <summary>The same, where nobody changed it the first keying alone.</summary>
    public ImmutableArray<TrayStep> StepsToNow() => Steps.IsDefaultOrEmpty ? [new(Revision, Form, KeyedBy, KeyedAt)] : Steps;

    public bool IsPending => State is TrayItemState.Waiting or TrayItemState.Claimed;
}
