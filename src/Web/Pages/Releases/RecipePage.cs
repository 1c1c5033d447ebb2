using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Extracts.Recipes;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Releases;

/// <summary>A recipe as a person fills it in.</summary>
[BindProperties]
public abstract class RecipePage : StudyPage
{
    /// <summary>Name and shape: <c>sdq long</c>.</summary>
    public string Dataset { get; set; } = "families wide";
    public List<string> Formats { get; set; } = ["csv"];
    public List<string> Waves { get; set; } = [];
    public string Consent { get; set; } = "";

    /// <summary>One in a line.</summary>
    public string Columns { get; set; } = "";

    /// <summary>One in a line: <c>site_now is ashmere</c>.</summary>
    public string Filters { get; set; } = "";
    public string Versions { get; set; } = "merged";
    public string Cells { get; set; } = "codes";
    public string Missing { get; set; } = "empty";
    public string Frame { get; set; } = "study";
    public string DoubleEntry { get; set; } = "first";
    public TypedDate AsOf { get; set; } = new();
    public string Ids { get; set; } = "study";
    public string Link { get; set; } = "";
    public string Dates { get; set; } = "exact";

    /// <summary>One in a line.</summary>
    public string QuasiIdentifiers { get; set; } = "";
    public string K { get; set; } = "5";

    /// <summary>One in a line.</summary>
    public string Merge { get; set; } = "";
    public string MergeBelow { get; set; } = "10";
    public string Profile { get; set; } = "";
    public string Respondents { get; set; } = "all";
    public string Erased { get; set; } = "refuse";

    /// <summary>One in a line.</summary>
    public string Texts { get; set; } = "";

    protected Decision<Recipe> Read(StudyDesign design) =>
        RecipeText.Filters(Filters).Then(filters => Instant(design).Then<Recipe>(asOf =>
            !int.TryParse(K.Trim(), out var k) ? RecipeRefusals.K
            : !int.TryParse(MergeBelow.Trim(), out var mergeBelow) ? RecipeRefusals.MergeBelow
            : new Recipe
            {
                Dataset = Dataset.Split(' ')[0], Shape = Dataset.Split(' ')[^1], Formats = [.. Formats], Waves = [.. Waves.Where(w => w.Length > 0).Select(w => WaveCode.Parse(w))],
                Consent = Enum.TryParse<ConsentScope>(Consent, out var scope) ? scope : null, Columns = Lines(Columns), Filters = filters, Versions = Versions, Cells = Cells, Missing = Missing,
                Frame = Frame.Trim(), DoubleEntry = DoubleEntry, AsOf = asOf,
                Privacy = new() { Ids = Ids, Link = Link.Trim(), Dates = Dates, QuasiIdentifiers = Lines(QuasiIdentifiers), K = k, Merge = Lines(Merge), MergeBelow = mergeBelow },
                Profile = Profile, Respondents = Respondents, Erased = Erased, Texts = Lines(Texts),
            }));

    /// <summary>The last moment of the day that was typed; none typed: now.</summary>
    private Decision<DateTimeOffset?> Instant(StudyDesign design)
    {
        if (AsOf.IsEmpty) return (DateTimeOffset?)null;
        return AsOf.Read("asOf", "day to read the study as of").Select<DateTimeOffset?>(day =>
            new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeZoneInfo.FindSystemTimeZoneById(design.TimeZone)), TimeSpan.Zero).AddMilliseconds(-1));
    }

    private static ImmutableArray<string> Lines(string text) => [.. text.Split(['\n', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
