using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Instruments;

/// <summary>One item as a form's answers leave it.</summary>
/// <param name="Applies">Whether its answer counts; otherwise it is set aside.</param>
/// <param name="Offered">Whether a person is to see it.</param>
/// <param name="Value">Of a computed item, as text; left out of others.</param>
/// <param name="Choices">The codes offered, where the other answers leave some out.</param>
public sealed record ItemLook(
    string Name, bool Applies, bool Offered,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Value,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Fault,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<int>? Choices)
{
    /// <summary>Whether it must be answered with these answers; left out where it need not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool Required { get; init; }

    /// <summary>Whether it is shown and not keyed with these answers; left out where it is keyed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool ReadOnly { get; init; }
}

/// <summary>A form as it stands. Scores are those it would have, <c>null</c> with too few items answered.</summary>
public sealed record FormLookView(
    InstrumentId Instrument, int Version, IReadOnlyList<ItemLook> Items, IReadOnlyList<FieldFault> Faults, IReadOnlyList<string> SetAside, IReadOnlyDictionary<string, int?> Scores)
{
    public static FormLookView Of(InstrumentDefinition definition, FormLook look)
    {
        var faults = look.Faults.GroupBy(f => f.Field).ToDictionary(f => f.Key, f => f.First().Sentence);
        return new(
            definition.Id, definition.Version,
            [.. definition.Items.Select((item, i) => new ItemLook(
                item.Name, look.Items[i].Applies, look.Items[i].IsOffered, ValueOf(item, look.Items[i].Answer), faults.GetValueOrDefault(item.Name), look.Items[i].Choices is { } choices ? choices : null) { Required = look.Items[i].IsRequired, ReadOnly = look.Items[i].IsReadOnly })],
            look.Faults, [.. look.Checked.SetAside.Select(i => i.Name)],
            Scoring.Score(definition, look.Checked.Answers).Scales.ToDictionary(s => s.Name, s => s.Value));
    }

    private static string? ValueOf(Item item, Answer answer) => item.Type != ItemType.Computed && item.Calculation is null ? null : answer is Answer.Missing ? "" : answer.AsText();
}
