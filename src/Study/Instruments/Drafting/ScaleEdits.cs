using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Drafting;

/// <summary>Small changes to a draft's scores. What the validator would find in the way of publishing is said at the field.</summary>
public static class ScaleEdits
{
    public static Decision<InstrumentDefinition> Add(InstrumentDefinition draft, ScaleWords words)
    {
        var name = words.Name.Trim();
        if (!DraftEdits.IsName(name)) return DraftRefusals.BadName(name);
        if (draft.ItemOf(name) is not null || draft.Scales.Any(s => s.Name == name)) return DraftRefusals.NameTaken(name);
        return words.Read(null).Then(scale => Fitted(draft with { Scales = draft.Scales.Add(scale) }, scale, words));
    }

    public static Decision<InstrumentDefinition> Change(InstrumentDefinition draft, string name, ScaleWords words) =>
        draft.Scales.FirstOrDefault(s => s.Name == name) is not { } was ? ScaleRefusals.NoScale(name) : words.Read(was).Then(scale => Fitted(draft, scale, words));

    public static Decision<InstrumentDefinition> Drop(InstrumentDefinition draft, string name) =>
        draft.Scales.All(s => s.Name != name) ? ScaleRefusals.NoScale(name)
        : draft.Scales.FirstOrDefault(s => s.SumOf.Contains(name)) is { } adding ? ScaleRefusals.Used(name, adding.Name)
        : draft with
        {
            Scales = [.. draft.Scales.Where(s => s.Name != name)],
            Bands = [.. draft.Bands.Select(b => b with { Scales = [.. b.Scales.Where(s => s.Scale != name)] })],
        };

    /// <summary>The scale in its place, its range worked out where none was typed, unless something does not fit.</summary>
    private static Decision<InstrumentDefinition> Fitted(InstrumentDefinition draft, Scale scale, ScaleWords words)
    {
        var (min, max, faults) = words.Range();
        if (!faults.IsEmpty) return ScaleRefusals.Faulty(faults);
        var place = draft.Scales.Select((s, at) => (s.Name, at)).First(s => s.Name == scale.Name).at;
        InstrumentDefinition With(Scale one) => draft with { Scales = draft.Scales.SetItem(place, one) };
        if ((min is null || max is null) && ScaleCheck.RangeOf(With(scale), place) is var (least, most)) scale = scale with { Min = min ?? least, Max = max ?? most };
        else scale = scale with { Min = min ?? 0, Max = max ?? 0 };
        var next = With(scale);
        var clashes = ScaleCheck.Clashes(next).Where(c => c.Blocks && c.Where == scale.Name).Select(c => new FieldFault(c.Field ?? "Parts", c.Sentence)).DistinctBy(f => f.Field).ToImmutableArray();
        return clashes.IsEmpty ? next : ScaleRefusals.Faulty(clashes);
    }
}
