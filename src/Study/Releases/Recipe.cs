using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Orleans;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Releases;

/// <summary>
/// What an extract is made from: the one thing that pages build, the API takes, the command line runs and a release keeps. Words are those of the API; what is
/// not said is what most people want.
/// </summary>
[GenerateSerializer, Immutable, Alias("sos.recipe"), JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Recipe
{
    /// <summary>The table, such as <c>sdq</c> or <c>families</c>.</summary>
    [Id(0)] public string Dataset { get; init; } = "";

    /// <summary><c>long</c>: a row for each form; <c>wide</c>: a row for each child or family.</summary>
    [Id(1)] public string Shape { get; init; } = "long";

    /// <summary>The files to make, by format.</summary>
    [Id(2)] public ImmutableArray<string> Formats { get; init; } = ["csv"];

    /// <summary>Only families whose consent for this scope stands; <c>null</c>: all. What was withdrawn from use is left out in any case.</summary>
    [Id(3)] public ConsentScope? Consent { get; init; }

    /// <summary>Only these waves; none named: all.</summary>
    [Id(4)] public ImmutableArray<WaveCode> Waves { get; init; } = [];

    /// <summary>Only forms of these instruments; none named: all of the table.</summary>
    [Id(5)] public ImmutableArray<InstrumentId> Instruments { get; init; } = [];

    /// <summary><c>merged</c>: one column through all versions of a form; <c>apart</c>: as recorded.</summary>
    [Id(6)] public string Versions { get; init; } = "merged";

    /// <summary>Only these columns, in the table's order; none named: all.</summary>
    [Id(7)] public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>Only rows that fit all of these.</summary>
    [Id(8)] public ImmutableArray<RecipeFilter> Filters { get; init; } = [];

    /// <summary><c>codes</c>, or <c>labels</c> in their place in formats that have no labels of their own.</summary>
    [Id(9)] public string Cells { get; init; } = "codes";

    /// <summary>What stands where there is no value: <c>empty</c>, <c>words</c> or <c>codes</c>. SPSS and Stata declare theirs.</summary>
    [Id(10)] public string Missing { get; init; } = "empty";

    /// <summary>The code of each missing reason: the name of a preset, or <c>refused:-8,dont-know:-9,...</c>.</summary>
    [Id(11)] public string Frame { get; init; } = "study";

    /// <summary><c>first</c>: the first entry stands until its differences are settled; <c>settled-only</c>: such forms are left out.</summary>
    [Id(12)] public string DoubleEntry { get; init; } = "first";

    /// <summary>Whether a CSV or TSV begins with a byte-order mark.</summary>
    [Id(13)] public bool Bom { get; init; }

    /// <summary>The instant at which the study is read; facts after it do not count. <c>null</c>: now.</summary>
    [Id(14)] public DateTimeOffset? AsOf { get; init; }

    /// <summary>What is done so that nobody is known from the rows.</summary>
    [Id(15)] public RecipePrivacy Privacy { get; init; } = new();

    /// <summary><c>archive</c>: what a deposit asks for, whatever else is said; empty: none.</summary>
    [Id(16)] public string Profile { get; init; } = "";

    /// <summary><c>all</c>; <c>only</c>: rows of families that were interviewed at some wave; <c>none</c>: of those that never were.</summary>
    [Id(17)] public string Respondents { get; init; } = "all";

    /// <summary><c>refuse</c>: an instant of which facts were erased since is not read; <c>left-out</c>: it is read without them, and the codebook says so.</summary>
    [Id(18)] public string Erased { get; init; } = "refuse";

    /// <summary>Columns of free text to include, by name. Only a release can have them, and only once an administrator who did not ask for it has approved them.</summary>
    [Id(19)] public ImmutableArray<string> Texts { get; init; } = [];
}

/// <summary>One condition on a row.</summary>
/// <param name="Op"><c>is</c> and <c>is-not</c> any of the values, <c>at-least</c> and <c>at-most</c> the one value, <c>known</c> and <c>missing</c> without any.</param>
[GenerateSerializer, Immutable, Alias("sos.recipe-filter"), JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RecipeFilter([property: Id(0)] string Column, [property: Id(1)] string Op)
{
    /// <summary>As they stand in a CSV file: codes as numbers, dates as 2026-03-04.</summary>
    [Id(2)] public ImmutableArray<string> Values { get; init; } = [];
}

/// <summary>How rows are kept from telling who somebody is.</summary>
[GenerateSerializer, Immutable, Alias("sos.recipe-privacy"), JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RecipePrivacy
{
    /// <summary><c>study</c>: as the study knows them; <c>pseudonyms</c>: ids of the file's own.</summary>
    [Id(0)] public string Ids { get; init; } = "study";

    /// <summary>Files with the same link have the same pseudonyms; empty: each release has its own.</summary>
    [Id(1)] public string Link { get; init; } = "";

    /// <summary><c>exact</c>; <c>shifted</c>: all dates of a family by the same number of days; <c>intervals</c>: days since the family was sampled.</summary>
    [Id(2)] public string Dates { get; init; } = "exact";

    /// <summary>Columns by which somebody could know a family; a release counts how many rows share each combination.</summary>
    [Id(3)] public ImmutableArray<string> QuasiIdentifiers { get; init; } = [];

    /// <summary>How many rows must share each combination for a release to leave without a second person's approval.</summary>
    [Id(4)] public int K { get; init; } = 5;

    /// <summary>Columns whose rare categories are put together as one, "other".</summary>
    [Id(5)] public ImmutableArray<string> Merge { get; init; } = [];

    /// <summary>A category is rare with fewer rows than this.</summary>
    [Id(6)] public int MergeBelow { get; init; } = 10;
}
