using System.Collections.Immutable;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Extracts.Recipes;

/// <summary>A recipe held against the study: which columns are read, which rows fit, and what becomes of each column on the way out.</summary>
public sealed class RecipePlan
{
    private RecipePlan(Recipe recipe, Dataset source, VersionLayout layout, ImmutableArray<string> asked, ImmutableArray<OutColumn> columns, ImmutableArray<RowTest> tests, ImmutableArray<FileChoice> choices) =>
        (Recipe, Source, Layout, Asked, Out, Tests, Choices) = (recipe, source, layout, asked, columns, tests, choices);

    /// <summary>Where <see cref="Dataset.WithKeys"/> says whether a family was ever interviewed.</summary>
    private const int Respondent = 2;

    public Recipe Recipe { get; }

    /// <summary>What the registers stream: the columns read, with the keys in front.</summary>
    public Dataset Source { get; }

    public VersionLayout Layout { get; }

    /// <summary>Which columns the registers are asked for; none: all.</summary>
    public ImmutableArray<string> Asked { get; }

    /// <summary>The files to make.</summary>
    public ImmutableArray<FileChoice> Choices { get; }

    public ImmutableArray<Column> Columns => [.. Out.Select(c => c.Column)];

    internal ImmutableArray<OutColumn> Out { get; }

    internal ImmutableArray<RowTest> Tests { get; }

    /// <summary>Whether each row is some family's, so that the keys stand in front.</summary>
    public bool HasKeys => Source.Unit.IsOfFamilies;

    public bool HasPseudonyms => Recipe.Privacy.Ids == "pseudonyms";

    /// <summary>The same with the rare categories of some columns put together, by the columns' places.</summary>
    internal RecipePlan With(ImmutableDictionary<int, RareMerge> merges) => merges.IsEmpty ? this
        : new(Recipe, Source, Layout, Asked, [.. Out.Select(c => merges.TryGetValue(c.Place, out var merge) ? c with { Merge = merge } : c)], Tests, Choices);

    /// <param name="frame">As of the recipe's instant.</param>
    public static Decision<RecipePlan> Of(StudyFrame frame, Recipe recipe) => ArchiveProfile.Of(recipe).Then(meant => Planned(frame, meant));

    private static Decision<RecipePlan> Planned(StudyFrame frame, Recipe recipe)
    {
        if (RecipeWords.Fault(recipe) is { } fault) return fault;
        var layout = recipe.Versions == "apart" ? VersionLayout.Apart : VersionLayout.Merged;
        var catalog = DatasetCatalog.Of(frame, layout, !recipe.Texts.IsEmpty);
        if (catalog.Find(recipe.Dataset, recipe.Shape == "wide" ? DatasetShape.Wide : DatasetShape.Long) is not { } table) return RecipeRefusals.Dataset(recipe.Dataset, catalog.All.Select(d => d.Name).Distinct());
        if (!table.Unit.IsOfFamilies && (recipe.Consent is not null || recipe.Privacy.Dates != "exact" || recipe.Respondents != "all")) return RecipeRefusals.NoFamilies;
        return RecipeColumns.Kept(table, frame, recipe).Select(kept => ArchiveProfile.Kept(recipe, kept)).Then(kept => RecipeColumns.Filters(table, frame, recipe).Then(filters => Of(recipe, table, layout, kept, filters)));
    }

    private static Decision<RecipePlan> Of(Recipe recipe, Dataset table, VersionLayout layout, ImmutableArray<Column> kept, ImmutableArray<RecipeFilter> filters)
    {
        var whole = kept.Length == table.Columns.Length || table.HasRenamed;
        ImmutableArray<string> asked = whole ? [] : [.. kept.Select(c => c.Name).Concat(filters.Select(f => f.Column)).Distinct(StringComparer.OrdinalIgnoreCase)];
        var source = (asked.IsEmpty ? table : table.Select(asked)).WithKeys();
        int PlaceOf(string name) => source.Columns.Select((c, i) => (c.Name, i)).First(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)).i;
        var tests = ImmutableArray.CreateBuilder<RowTest>();
        foreach (var filter in filters)
        {
            var place = PlaceOf(filter.Column);
            if (RowTest.Of(filter, place, source.Columns[place]) is not Decision<RowTest>.Accepted { Value: var test }) return ((Decision<RowTest>.Refused)RowTest.Of(filter, place, source.Columns[place])).Why;
            tests.Add(test);
        }
        if (recipe.Respondents != "all") tests.Add(new(Respondent, recipe.Respondents == "only" ? cell => cell == "1" : cell => cell == "0"));
        var columns = kept.Where(c => !RecipePrivacyColumns.LeavesOut(recipe.Privacy, c)).Select(c => new OutColumn(PlaceOf(c.Name), c, RecipePrivacyColumns.Of(recipe.Privacy, c))).ToImmutableArray();
        if (columns.IsEmpty) return RecipeRefusals.NoColumns;
        foreach (var quasi in recipe.Privacy.QuasiIdentifiers)
            if (!columns.Any(c => c.Column.Name == quasi && !c.Column.IsFreeText)) return RecipeRefusals.Column("quasiIdentifiers", quasi);
        foreach (var merge in recipe.Privacy.Merge)
        {
            if (columns.FirstOrDefault(c => string.Equals(c.Column.Name, merge, StringComparison.OrdinalIgnoreCase)) is not { Column.IsFreeText: false } merged) return RecipeRefusals.Column("merge", merge);
            if (!RareMerge.CanMerge(merged.Column)) return RecipeRefusals.NoCategories(merge);
        }
        return new RecipePlan(recipe, source, layout, asked, columns, tests.ToImmutable(), [.. recipe.Formats.Distinct().Select(f => RecipeWords.Choice(recipe, f))]);
    }
}

/// <summary>A column on its way out.</summary>
/// <param name="Place">Where it stands in the source.</param>
/// <param name="Read">As it is in the source.</param>
/// <param name="Fate">What becomes of its cells.</param>
internal sealed record OutColumn(int Place, Column Read, CellFate Fate)
{
    /// <summary>Which of its categories are put together.</summary>
    public RareMerge? Merge { get; init; }

    public Column Column => Merge is { } merge ? merge.After(Read) : RecipePrivacyColumns.After(Read, Fate);
}

/// <summary>What becomes of a column's cells.</summary>
internal enum CellFate { Kept = 0, Pseudonym = 1, Shifted = 2, Interval = 3 }
