using System.Collections.Immutable;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Extracts.Recipes;

/// <summary>
/// What a deposit asks for (DOMAIN §5.4): only what archiving consent covers, no site, no exact date, ids of workers and interviewers renumbered, families never
/// interviewed in a file of their own, a word on weights, and how often each code occurs.
/// </summary>
public static class ArchiveProfile
{
    public const string Name = "archive";

    public const string Weights = "Weights: none are made. Columns kept for them are empty.";

    /// <summary>What the recipe means under its profile.</summary>
    public static Decision<Recipe> Of(Recipe recipe) => recipe.Profile switch
    {
        "" => recipe,
        Name when recipe.Consent is not (null or ConsentScope.Archiving) => RecipeRefusals.ArchiveConsent,
        Name => recipe with
        {
            Consent = ConsentScope.Archiving,
            Frame = recipe.Frame == MissingPresets.Study.Name ? MissingPresets.Deposit.Name : recipe.Frame,
            Respondents = recipe.Respondents == "all" ? "only" : recipe.Respondents,
            Privacy = recipe.Privacy with { Ids = "pseudonyms", Dates = "intervals" },
        },
        _ => RecipeRefusals.Word("profile", recipe.Profile, Name),
    };

    /// <summary>Columns that name a place do not leave; bands of places do.</summary>
    public static ImmutableArray<Column> Kept(Recipe recipe, ImmutableArray<Column> columns) =>
        recipe.Profile != Name ? columns : [.. columns.Where(c => !NamesSite(c))];

    private static bool NamesSite(Column column) => column.Feeds.IsEmpty && (column.Name is "site" or "site_enrolment" or "site_now" || column.Name.EndsWith("_site", StringComparison.Ordinal));
}
