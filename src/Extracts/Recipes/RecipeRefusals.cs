using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Recipes;

/// <summary>What no extract can be made from. Each names the part of the recipe at fault.</summary>
public static class RecipeRefusals
{
    public static Refusal Dataset(string dataset, IEnumerable<string> known) => new Refusal("recipe.dataset", $"There is no dataset '{dataset}'. There are: {string.Join(", ", known)}.").At("dataset");

    public static Refusal Word(string field, string said, params IEnumerable<string> known) =>
        new Refusal("recipe.word", $"'{said}' is not something that {field} can be. Choose one of: {string.Join(", ", known)}.").At(field);

    public static Refusal NoFormat { get; } = new Refusal("recipe.no-format", "Name at least one format, such as csv.").At("formats");

    public static Refusal OneFormat { get; } = new Refusal("recipe.one-format", "One file is one format. Name one, or make a release, which can have many.").At("formats");

    public static Refusal Column(string field, string column) => new Refusal("recipe.column", $"The table has no column '{column}'. Its columns are listed under Extracts.").At(field);

    public static Refusal Op(string op) => new Refusal("recipe.op", $"'{op}' is no condition. There are: is, is-not, at-least, at-most, known, missing.").At("filters");

    public static Refusal Values(string column, string op) => new Refusal("recipe.values", $"{column} {op}: give the value to compare with (one; several only with is and is-not; none with known and missing).").At("filters");

    public static Refusal NotOrdered(string column) => new Refusal("recipe.not-ordered", $"{column} has no order. Use at-least and at-most with numbers and dates only.").At("filters");

    public static Refusal Wave(string wave) => new Refusal("recipe.wave", $"The study has no wave '{wave}'.").At("waves");

    public static Refusal NoWaves { get; } = new Refusal("recipe.no-waves", "The rows of this table belong to no wave. Leave the waves out.").At("waves");

    public static Refusal Instrument(string instrument) => new Refusal("recipe.instrument", $"No column of this table comes from '{instrument}'.").At("instruments");

    public static Refusal NoFamilies { get; } = new Refusal("recipe.no-families", "The rows of this table are of no family. Leave consent, respondents, the archive profile and the treatment of dates out.").At("dataset");

    public static Refusal K { get; } = new Refusal("recipe.k", "K is a whole number from 2 to 1,000.").At("k");

    public static Refusal MergeBelow { get; } = new Refusal("recipe.merge-below", "The fewest rows of a category is a whole number from 2 to 1,000.").At("mergeBelow");

    public static Refusal NoText(string column, IEnumerable<string> known) =>
        new Refusal("recipe.text", $"The table has no free text '{column}' that can be asked for.{(string.Join(", ", known) is { Length: > 0 } names ? $" There is: {names}." : " It has none.")}").At("texts");

    public static Refusal TextsNeedARelease { get; } = new Refusal("recipe.texts-release", "Free text leaves only in a release, once an administrator has looked at it and approved it. Make a release of this recipe, or leave the free text out.", RefusalKind.Forbidden).At("texts");

    public static Refusal AddedValue { get; } = new Refusal("recipe.added-value", "The added value score holds only for a sample that the study declares high-risk or clinic, and this study has not. An administrator declares it under The study.").At("columns");

    public static Refusal NoCategories(string column) => new Refusal("recipe.no-categories", $"{column} has no categories that could be put together.").At("merge");

    public static Refusal ArchiveConsent { get; } = new Refusal("recipe.archive-consent", "The archive profile holds what archiving consent covers. Leave the consent out, or name archiving.").At("consent");

    public static Refusal NoColumns { get; } = new Refusal("recipe.no-columns", "Nothing is left of the table. Name more columns, waves or instruments.").At("columns");

    public static Refusal Filter(string line) => new Refusal("recipe.filter", $"'{line}' cannot be read. Write a column, a condition and values, such as: site_now is ashmere, birchford").At("filters");

    public static Refusal Link { get; } = new Refusal("recipe.link", "A link is a word of at most 40 lower-case letters, digits and hyphens.").At("link");
}
