using System.Collections.Immutable;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>A family as the registers hold it. <see cref="Version"/> is the store's; the longer ledger wins.</summary>
[GenerateSerializer, Immutable, Alias("sos.register-entry")]
public sealed record RegisterEntry([property: Id(0)] FamilyState Family, [property: Id(1)] string Version);

/// <summary>In which order families are listed.</summary>
public enum FamilyOrder { Id = 0, Closes = 1 }

/// <summary>
/// Which families. Empty parts do not narrow. <see cref="Scope"/> is what the asking person may see (<c>null</c>: all sites) and always applies.
/// </summary>
[GenerateSerializer, Immutable, Alias("sos.family-question")]
public sealed record FamilyQuestion
{
    [Id(0)] public ImmutableArray<SiteCode>? Scope { get; init; }
    [Id(1)] public SiteCode? Site { get; init; }
    [Id(2)] public Stage? Stage { get; init; }
    /// <summary>Start of an id, or a part of the authority's serial.</summary>
    [Id(3)] public string Text { get; init; } = "";
    [Id(4)] public WorkerId? Worker { get; init; }
    [Id(5)] public string? Interviewer { get; init; }
    [Id(6)] public WaveCode? Wave { get; init; }
    [Id(7)] public Track Track { get; init; }
    /// <summary>Asked of <see cref="Wave"/> and <see cref="Track"/>.</summary>
    [Id(8)] public ImmutableArray<DueState> Due { get; init; } = [];
    [Id(9)] public FamilyOrder Order { get; init; }
    [Id(10)] public FamilyCursor? After { get; init; }
    [Id(11)] public int Take { get; init; } = 50;
    [Id(12)] public CohortCode? Cohort { get; init; }
}

/// <summary>Where a page of a list ended.</summary>
[GenerateSerializer, Immutable, Alias("sos.family-cursor")]
public readonly record struct FamilyCursor([property: Id(0)] DateOnly Closes, [property: Id(1)] FamilyId Family) : IComparable<FamilyCursor>, IParsable<FamilyCursor>
{
    public int CompareTo(FamilyCursor other) => Closes.CompareTo(other.Closes) is var days and not 0 ? days : Family.CompareTo(other.Family);

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Closes:yyyy-MM-dd}~{Family}");

    public static bool TryParse(string? text, IFormatProvider? provider, out FamilyCursor cursor)
    {
        cursor = default;
        if (text?.Split('~') is not [var closes, var family] || !DateOnly.TryParseExact(closes, "yyyy-MM-dd", out var day) || !FamilyId.TryParse(family, null, out var id)) return false;
        cursor = new(day, id);
        return true;
    }

    public static FamilyCursor Parse(string text, IFormatProvider? provider = null) => TryParse(text, provider, out var cursor) ? cursor : throw new FormatException($"'{text}' is not a cursor.");
}

/// <summary>One family of a list, with what each of its tracks stands at.</summary>
[GenerateSerializer, Immutable, Alias("sos.family-row")]
public sealed record FamilyRow([property: Id(0)] FamilyState Family, [property: Id(1)] ImmutableArray<DueTrack> Due, [property: Id(2)] FamilyCursor Cursor);

/// <summary>One page; <see cref="Total"/> counts all that the question fits, <see cref="Next"/> is where to go on.</summary>
[GenerateSerializer, Immutable, Alias("sos.family-page")]
public sealed record FamilyPage([property: Id(0)] ImmutableArray<FamilyRow> Rows, [property: Id(1)] int Total, [property: Id(2)] FamilyCursor? Next);

/// <summary>Where the families of one page stand, in order; whether more fit after them, and how many fit at all.</summary>
[GenerateSerializer, Immutable, Alias("sos.family-places")]
public sealed record FamilyPlaces([property: Id(0)] ImmutableArray<FamilyCursor> Cursors, [property: Id(1)] int Total, [property: Id(2)] bool More);

/// <summary>How many families stand where: one count per site, wave, track and state.</summary>
[GenerateSerializer, Immutable, Alias("sos.due-count")]
public sealed record DueCount(
    [property: Id(0)] SiteCode Site, [property: Id(1)] WaveCode Wave, [property: Id(2)] Track Track, [property: Id(3)] DueState State, [property: Id(4)] int Families);

/// <summary>How many families are at which stage at a site, and with which case holder now (<c>null</c>: none named).</summary>
[GenerateSerializer, Immutable, Alias("sos.stage-count")]
public sealed record StageCount([property: Id(0)] SiteCode Site, [property: Id(1)] Stage Stage, [property: Id(2)] int Families);

/// <summary>How many families a worker holds now.</summary>
[GenerateSerializer, Immutable, Alias("sos.caseload")]
public sealed record Caseload([property: Id(0)] WorkerId Worker, [property: Id(1)] int Families);

/// <summary>What an extract asks of every shard.</summary>
[GenerateSerializer, Immutable, Alias("sos.shard-extract")]
public sealed record ShardExtract([property: Id(0)] string Dataset, [property: Id(1)] string Shape, [property: Id(2)] ImmutableArray<SiteCode>? Scope)
{
    /// <summary>Which columns; none named: all. Those that are filled together with a named one come too.</summary>
    [Id(3)] public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>How the versions of an instrument share columns.</summary>
    [Id(4)] public VersionLayout Versions { get; init; }

    /// <summary>Leaves out forms of the double-entry sample until they are settled.</summary>
    [Id(20)] public bool SettledOnly { get; init; }

    /// <summary>Puts the keys in front that recipes need of each row; see <see cref="Dataset.WithKeys"/>.</summary>
    [Id(30)] public bool WithKeys { get; init; }

    /// <summary>Only families whose consent for this scope stands on the day.</summary>
    [Id(31)] public ConsentScope? Consent { get; init; }

    /// <summary>Reads the study as it stood at an instant: facts after it do not count. <c>null</c>: as it stands.</summary>
    [Id(32)] public DateTimeOffset? AsOf { get; init; }

    /// <summary>Whether items of free text are columns of the table; only releases ask for it.</summary>
    [Id(33)] public bool WithTexts { get; init; }

    /// <summary>Only these families, in any order; <c>null</c>: all. Shards that hold none of them are not asked.</summary>
    [Id(40)] public ImmutableArray<FamilyId>? Families { get; init; }
}

/// <summary>How a shard stands.</summary>
[GenerateSerializer, Immutable, Alias("sos.register-status")]
public sealed record RegisterStatus([property: Id(0)] bool Loaded, [property: Id(1)] int Families);

/// <summary>A shard is still loading; the question may be asked again shortly.</summary>
[GenerateSerializer, Alias("sos.register-loading")]
public sealed class RegisterLoadingException() : Exception("The registers are still loading. Try again in a few seconds.");
