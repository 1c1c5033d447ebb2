using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>Which queries. Empty parts do not narrow; <see cref="Scope"/> is what the asking person may see (<c>null</c>: all sites) and always applies.</summary>
[GenerateSerializer, Immutable, Alias("sos.query-question")]
public sealed record QueryQuestion
{
    [Id(0)] public ImmutableArray<SiteCode>? Scope { get; init; }
    [Id(1)] public SiteCode? Site { get; init; }
    /// <summary>Who opened it, said anything in it, or entered the form.</summary>
    [Id(2)] public string? Person { get; init; }
    [Id(3)] public InstrumentId? Instrument { get; init; }
    [Id(4)] public ImmutableArray<QueryState> States { get; init; } = [];
    [Id(5)] public WorkCursor? After { get; init; }
    [Id(6)] public int Take { get; init; } = 50;
}

/// <summary>Where a form or a query stands in a list of them: the oldest first, then by family.</summary>
[GenerateSerializer, Immutable, Alias("sos.work-cursor")]
public readonly record struct WorkCursor([property: Id(0)] DateTimeOffset Since, [property: Id(1)] FamilyId Family, [property: Id(2)] string Place) : IComparable<WorkCursor>, IParsable<WorkCursor>
{
    public int CompareTo(WorkCursor other) => Since.CompareTo(other.Since) is var time and not 0 ? time
        : Family.CompareTo(other.Family) is var family and not 0 ? family : string.CompareOrdinal(Place, other.Place);

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Since.UtcTicks}~{Family}~{Place}");

    public static bool TryParse(string? text, IFormatProvider? provider, out WorkCursor cursor)
    {
        cursor = default;
        if (text?.Split('~', 3) is not [var since, var family, var place] || !FamilyId.TryParse(family, null, out var id)) return false;
        if (!long.TryParse(since, System.Globalization.NumberStyles.None, null, out var ticks) || ticks > DateTime.MaxValue.Ticks) return false;
        cursor = new(new(ticks, TimeSpan.Zero), id, place);
        return true;
    }

    public static WorkCursor Parse(string text, IFormatProvider? provider = null) => TryParse(text, provider, out var cursor) ? cursor : throw new FormatException($"'{text}' is not a cursor.");
}

/// <summary>One query of a list, with the family as far as a list speaks of it.</summary>
[GenerateSerializer, Immutable, Alias("sos.query-row")]
public sealed record QueryRow(
    [property: Id(0)] FamilyId Family, [property: Id(1)] SiteCode Site, [property: Id(2)] FormPlace Place, [property: Id(3)] Query Query, [property: Id(4)] string EnteredBy, [property: Id(5)] Member? About, [property: Id(6)] bool IsTwice)
{
    /// <summary>Who knows what its form says beside whoever entered it.</summary>
    [Id(7)] public ImmutableArray<string> AlsoKnownTo { get; init; } = [];

    public WorkCursor Cursor => new(Query.OpenedAt, Family, $"{Place}/{Query.Number:d3}");
}

[GenerateSerializer, Immutable, Alias("sos.query-page")]
public sealed record QueryPage([property: Id(0)] ImmutableArray<QueryRow> Rows, [property: Id(1)] int Total, [property: Id(2)] WorkCursor? Next);

/// <summary>How many queries stand where at a site.</summary>
[GenerateSerializer, Immutable, Alias("sos.query-count")]
public sealed record QueryCount([property: Id(0)] SiteCode Site, [property: Id(1)] QueryState State, [property: Id(2)] int Queries);

/// <summary>Which papers. <see cref="SentUntil"/>: sent on or before this day and not come back.</summary>
[GenerateSerializer, Immutable, Alias("sos.receipt-question")]
public sealed record ReceiptQuestion
{
    [Id(0)] public ImmutableArray<SiteCode>? Scope { get; init; }
    [Id(1)] public SiteCode? Site { get; init; }
    [Id(2)] public WaveCode? Wave { get; init; }
    [Id(3)] public InstrumentId? Instrument { get; init; }
    /// <summary>The last step that it has come through.</summary>
    [Id(4)] public ReceiptStep? Last { get; init; }
    [Id(5)] public DateOnly? SentUntil { get; init; }
    [Id(6)] public string? Box { get; init; }
    [Id(7)] public WorkCursor? After { get; init; }
    [Id(8)] public int Take { get; init; } = 50;
}

[GenerateSerializer, Immutable, Alias("sos.receipt-row")]
public sealed record ReceiptRow(
    [property: Id(0)] FamilyId Family, [property: Id(1)] SiteCode Site, [property: Id(2)] ReceiptLog Log, [property: Id(3)] Member? About, [property: Id(4)] bool IsEntered)
{
    /// <summary>By the first day that anything is known of it.</summary>
    public WorkCursor Cursor => new(new((Log.Sent ?? Log.Received ?? Log.Keyed ?? Log.Boxed ?? DateOnly.MinValue).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), Family, $"{Log.Place}");
}

[GenerateSerializer, Immutable, Alias("sos.receipt-page")]
public sealed record ReceiptPage([property: Id(0)] ImmutableArray<ReceiptRow> Rows, [property: Id(1)] int Total, [property: Id(2)] WorkCursor? Next);
