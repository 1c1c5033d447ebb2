using System.Collections.Immutable;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Extracts.Recipes;

/// <summary>Which of a table's columns a recipe keeps, and what its waves and instruments mean: columns of a wide table, rows of a long one.</summary>
internal static class RecipeColumns
{
    private const string Wave = "wave";
    private const string Instrument = "instrument";

    public static Decision<ImmutableArray<Column>> Kept(Dataset table, StudyFrame frame, Recipe recipe)
    {
        var texts = recipe.Texts.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in texts) if (!table.Columns.Any(c => c.IsFreeText && string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase))) return RecipeRefusals.NoText(name, table.Columns.Where(c => c.IsFreeText).Select(c => c.Name));
        var known = table.Columns.Where(c => !c.IsFreeText).Select(c => c.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in recipe.Columns)
            if (!known.Contains(name)) return name.EndsWith(AddedValue.Name, StringComparison.OrdinalIgnoreCase) && !AddedValue.HoldsFor(frame.Design) ? RecipeRefusals.AddedValue : RecipeRefusals.Column("columns", name);
        foreach (var wave in recipe.Waves) if (frame.Design.Wave(wave) is null) return RecipeRefusals.Wave($"{wave}");
        foreach (var instrument in recipe.Instruments)
            if (!table.Columns.Any(c => c.Feeds.Any(f => f.Instrument == instrument.Text))) return RecipeRefusals.Instrument($"{instrument}");
        var named = recipe.Columns.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var isWide = table.Shape == DatasetShape.Wide;
        var others = frame.Design.Waves.Where(w => isWide && !recipe.Waves.IsEmpty && !recipe.Waves.Contains(w.Code)).Select(w => $"{w.Code}_").ToList();
        var instruments = recipe.Instruments.Select(i => i.Text).ToHashSet();
        return table.Columns.Where(c =>
            (c.IsFreeText ? texts.Contains(c.Name) : named.Count == 0 || named.Contains(c.Name))
            && !others.Any(wave => c.Name.StartsWith(wave, StringComparison.Ordinal))
            && (instruments.Count == 0 || c.Feeds.IsEmpty || c.Feeds.Any(f => instruments.Contains(f.Instrument)))).ToImmutableArray();
    }

    public static Decision<ImmutableArray<RecipeFilter>> Filters(Dataset table, StudyFrame frame, Recipe recipe)
    {
        var known = table.Columns.Where(c => !c.IsFreeText).Select(c => c.Name).ToHashSet(StringComparer.OrdinalIgnoreCase); // a filter on free text would tell what it says
        foreach (var filter in recipe.Filters) if (!known.Contains(filter.Column)) return RecipeRefusals.Column("filters", filter.Column);
        if (table.Shape == DatasetShape.Wide) return recipe.Filters;
        var filters = recipe.Filters.ToBuilder();
        if (!recipe.Waves.IsEmpty)
        {
            if (!known.Contains(Wave)) return RecipeRefusals.NoWaves;
            filters.Add(new(Wave, "is") { Values = [.. recipe.Waves.Select(w => w.Text)] });
        }
        if (!recipe.Instruments.IsEmpty && known.Contains(Instrument)) filters.Add(new(Instrument, "is") { Values = [.. recipe.Instruments.Select(i => i.Text)] });
        return filters.ToImmutable();
    }
}
