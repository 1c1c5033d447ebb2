using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Forms.Enter;

/// <summary>Answers as typed: by item name, several values of one item joined by spaces. Items without a value are not among them.</summary>
public sealed class TypedAnswers
{
    public const string Prefix = "answer.";

    private readonly Dictionary<string, string?> byItem;

    private TypedAnswers(Dictionary<string, string?> byItem) => this.byItem = byItem;

    public static TypedAnswers None { get; } = new([]);

    public static TypedAnswers From(IFormCollection form) => new(form
        .Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(f => (Name: f.Key[Prefix.Length..], Text: string.Join(' ', f.Value.Where(v => !string.IsNullOrWhiteSpace(v)))))
        .Where(a => a.Text.Length > 0)
        .ToDictionary(a => a.Name, a => (string?)a.Text));

    public string this[Item item] => byItem.GetValueOrDefault(item.Name) ?? "";

    public bool Has(Item item, string value) => this[item].Split(' ').Contains(value);

    /// <summary>The answers held against the definition; faults stand at the names of the form's fields.</summary>
    public Decision<CheckedAnswers> Check(InstrumentDefinition instrument, DateOnly on) => AnswerRules.Check(instrument, byItem, FormMoment.On(on)).Match(
        answers => (Decision<CheckedAnswers>)answers,
        why => why with { Faults = [.. why.Faults.Select(f => f with { Field = Prefix + f.Field })] });

    /// <summary>Items that apply and were left without an answer or a reason.</summary>
    public IReadOnlyList<Item> LeftOut(InstrumentDefinition instrument, Answers answers) =>
        [.. instrument.Items.Where((item, i) => item.Type.IsKeyed() && item.Type is not (ItemType.Text or ItemType.Codes) && answers.MissingAt(i) == MissingReason.NotStated && !byItem.ContainsKey(item.Name))];
}
