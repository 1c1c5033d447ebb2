using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.DoubleEntry;
using SosLongitudinal.Web.Api.Instruments;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Forms;

/// <summary>Answers as keyed on the command line: <c>7=2</c> by the item's number or name, read as an entry page reads it; <c>7=refused</c> is a reason for none.</summary>
internal static class KeyedItems
{
    public static Argument<string[]> Argument(bool isNeeded) => new("item=answer")
    {
        Description = "An answer by the item's number or name: 7=2, somatic=1, 12=refused (or dont-know, unable, not-stated, illegible).",
        Arity = isNeeded ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore,
    };

    /// <param name="definition">The address of the instrument's version that the answers are read by.</param>
    /// <returns>Values by item name, as the API takes them.</returns>
    public static async Task<Decision<Dictionary<string, object?>>> Read(IEnumerable<string> keyed, string definition, StudyClient study, CancellationToken cancellation) =>
        (await Definition(definition, study, cancellation)).Then(instrument => Read(keyed, instrument));

    public static async Task<Decision<InstrumentDefinition>> Definition(string path, StudyClient study, CancellationToken cancellation) =>
        (await study.Get<JsonElement>(path, cancellation)).Then<InstrumentDefinition>(found => found.Deserialize<InstrumentDefinition>(InstrumentsApi.Json)!);

    /// <summary>The item that a person names by its number or name.</summary>
    public static Item? Named(InstrumentDefinition instrument, string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? instrument.Items.FirstOrDefault(i => i.Number == number) : instrument.ItemOf(name);

    public static Refusal Unknown(InstrumentDefinition instrument, string name) =>
        new("item.unknown", $"{instrument.Id} version {instrument.Version} has no item '{name}'. Name items by their number (1 to {instrument.Items.Max(i => i.Number)}) or name.");

    private static Decision<Dictionary<string, object?>> Read(IEnumerable<string> keyed, InstrumentDefinition instrument)
    {
        var answers = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var one in keyed)
        {
            if (one.Split('=', 2) is not [var name, var typed]) return new Refusal("item.form", $"'{one}' is no answer. Write the item, '=' and its answer, such as 7=2.");
            if (Named(instrument, name) is not { } item) return Unknown(instrument, name);
            if (AnswerReading.Of(item, typed) is not { } answer) return new Refusal("item.answer", $"'{typed}' is no answer to item {item.Number} ({item.Name}): {AllowedAnswers.Words(instrument, item)}");
            if (!answers.TryAdd(item.Name, AnswerValue.Of(answer))) return new Refusal("item.twice", $"Item {item.Number} ({item.Name}) is answered twice.");
        }
        return answers;
    }
}
