using System.Text.RegularExpressions;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Logic.Running;

/// <summary>What is said of an answer that an expression does not let in.</summary>
internal static partial class AnswerSentences
{
    /// <summary>The form's own words, with answers in the place of <c>${name}</c>; ours where it has none.</summary>
    public static string Unmet(FormLogic logic, FormRun run, Item item, string? language) => Said(logic, run, item, item.ConstraintMessageIn(language))
        ?? $"Item {item.Number} ({item.Name}) does not fit: it must meet {item.Constraint}.";

    /// <summary>The form's own words of an item that is to be answered; <c>null</c> where it has none.</summary>
    public static string? Required(FormLogic logic, FormRun? run, Item item, string? language) => Said(logic, run, item, item.RequiredMessageIn(language));

    private static string? Said(FormLogic logic, FormRun? run, Item item, string? message) => string.IsNullOrWhiteSpace(message)
        ? null
        : $"Item {item.Number} ({item.Name}): {Reference().Replace(message, name => logic.Definition.Shape.IndexOf(name.Groups[1].Value) is >= 0 and var other ? run?.Text(other) ?? "" : "")}";

    public static string NotOffered(FormLogic logic, Item item, int code) =>
        $"Item {item.Number} ({item.Name}): {code}{(logic.Definition.ChoicesOf(item).FirstOrDefault(c => c.Code == code)?.Label is { } label ? $" ({label})" : "")} is not offered with the other answers. Correct it or them.";

    [GeneratedRegex(@"\$\{\s*([^}\s]+)\s*\}")]
    private static partial Regex Reference();
}
