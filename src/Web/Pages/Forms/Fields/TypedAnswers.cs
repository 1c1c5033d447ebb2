using System.Globalization;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Forms.Fields;

/// <summary>Answers as typed: by item name, several values of one item joined by spaces. Items without a value are not among them.</summary>
public sealed class TypedAnswers
{
    public const string Prefix = "answer.";

    private readonly Dictionary<string, string?> byItem;

    private TypedAnswers(Dictionary<string, string?> byItem) => this.byItem = byItem;

    public static TypedAnswers None { get; } = new([]);

    public static TypedAnswers From(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> form) => new(form
        .Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(f => (Name: f.Key[Prefix.Length..], Text: string.Join(' ', f.Value.Where(v => !string.IsNullOrWhiteSpace(v)))))
        .Where(a => a.Text.Length > 0)
        .ToDictionary(a => a.Name, a => (string?)a.Text));

    /// <summary>A form's answers as they would have been typed; what was not stated stays empty.</summary>
    public static TypedAnswers Of(Answers answers) => new(answers.All()
        .Where(a => a.Answer is not Answer.Missing { Reason: var reason } || (reason.IsKeyed() && reason != MissingReason.NotStated))
        .ToDictionary(a => a.Name, a => (string?)a.Answer.AsText()));

    /// <summary>What the definition's items start with, where that is a plain value.</summary>
    public static TypedAnswers Defaults(InstrumentDefinition instrument) => new(instrument.Items
        .Where(i => i.Default is { Length: > 0 } text && i.Type is not (ItemType.Note or ItemType.Computed) && AnswerReading.Of(i, Coded(instrument, i, text)) is { } answer && AllowedAnswers.Allows(instrument, i, answer))
        .ToDictionary(i => i.Name, i => (string?)Coded(instrument, i, i.Default!)));

    public string this[Item item] => byItem.GetValueOrDefault(item.Name) ?? "";

    public bool Has(Item item, string value) => this[item].Split(' ').Contains(value);

    public bool IsEmpty => byItem.Count == 0;

    /// <summary>By item name, dates in the one form that answers take.</summary>
    public IReadOnlyDictionary<string, string?> For(InstrumentDefinition instrument, DateOnly today) => byItem.ToDictionary(
        a => a.Key,
        a => instrument.ItemOf(a.Key) is { Type: ItemType.Date } && DateText.Read(a.Value, today) is { } date ? date.ToString("O", CultureInfo.InvariantCulture) : a.Value);

    /// <summary>The answers held against the definition; faults stand at the names of the form's fields.</summary>
    public Decision<CheckedAnswers> Check(InstrumentDefinition instrument, DateOnly on, string? language = null) => AnswerRules.Check(instrument, For(instrument, on), FormMoment.On(on, language)).Match(
        answers => (Decision<CheckedAnswers>)answers,
        why => why with { Faults = [.. why.Faults.Select(f => f with { Field = Prefix + f.Field })] });

    /// <summary>Items that apply and were left without an answer or a reason; a further time of a repeating section only once something of it was typed.</summary>
    public IReadOnlyList<Item> LeftOut(InstrumentDefinition instrument, Answers answers) =>
        [.. instrument.Items.Where((item, i) => IsAsked(item) && answers.MissingAt(i) == MissingReason.NotStated && !byItem.ContainsKey(item.Name) && IsBegun(instrument, item))];

    private static bool IsAsked(Item item) => item is { Hidden: false, ReadOnly: false, Type: not (ItemType.Text or ItemType.Codes) } && item.Type.IsKeyed();

    private bool IsBegun(InstrumentDefinition instrument, Item item) =>
        item.Instance <= 1 || instrument.Laid.First(s => s.Items.Contains(item)).Items.Any(i => byItem.ContainsKey(i.Name));

    /// <summary>Files name a choice by its name; fields hold its code.</summary>
    private static string Coded(InstrumentDefinition instrument, Item item, string text) =>
        instrument.ChoicesOf(item).FirstOrDefault(c => c.Name == text)?.Code.ToString(CultureInfo.InvariantCulture) ?? text;
}
