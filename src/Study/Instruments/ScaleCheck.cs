namespace SosLongitudinal.Study.Instruments;

/// <summary>Holds each scale's declared range against what its items, or its parts, can give.</summary>
internal static class ScaleCheck
{
    public static IEnumerable<Clash> Clashes(InstrumentDefinition definition) => definition.Scales.SelectMany((scale, at) => Of(definition, scale, at));

    private static IEnumerable<Clash> Of(InstrumentDefinition definition, Scale scale, int at)
    {
        if (definition.ItemOf(scale.Name) is not null) yield return new(scale.Name, $"{scale.Name} names an item and a scale.");
        if (scale.Items.IsEmpty == scale.SumOf.IsEmpty)
        {
            yield return new(scale.Name, $"The scale {scale.Name} must be a sum of items or a sum of scales.");
            yield break;
        }
        if (scale.PrintedMax is { } printed && printed != scale.Max)
            yield return new(scale.Name, $"The literature prints {printed} as the maximum of {scale.Name}; its items give {scale.Max}.", Blocks: false);
        var clashes = scale.SumOf.IsEmpty ? OfItems(definition, scale) : OfParts(definition, scale, at);
        foreach (var clash in clashes) yield return clash;
    }

    private static IEnumerable<Clash> OfItems(InstrumentDefinition definition, Scale scale)
    {
        var missing = scale.Items.Concat(scale.Gate is { } gate ? [gate.Item] : []).Where(i => definition.ItemOf(i) is not { Type: ItemType.Code or ItemType.Number }).ToList();
        foreach (var item in missing) yield return new(scale.Name, $"The scale {scale.Name} needs {item}, which is not an item with a code or number.");
        foreach (var item in scale.Reversed.Except(scale.Items)) yield return new(scale.Name, $"{item} is reversed in {scale.Name} but not one of its items.");
        if (scale.Least is < 1 || scale.Least > scale.Items.Length) yield return new(scale.Name, $"The scale {scale.Name} needs {scale.Least} of {scale.Items.Length} items.");
        if (missing.Count > 0) yield break;
        var (min, max) = Range(definition, scale);
        if (max != scale.Max) yield return new(scale.Name, $"The scale {scale.Name} declares a maximum of {scale.Max}; its {scale.Items.Length} items give {max}.");
        if (min != scale.Min) yield return new(scale.Name, $"The scale {scale.Name} declares a minimum of {scale.Min}; its {scale.Items.Length} items give {min}.");
    }

    private static IEnumerable<Clash> OfParts(InstrumentDefinition definition, Scale scale, int at)
    {
        var parts = scale.SumOf.Select(name => definition.Scales.Take(at).FirstOrDefault(s => s.Name == name)).ToList();
        if (parts.Contains(null))
        {
            yield return new(scale.Name, $"The scale {scale.Name} adds scales that do not come before it.");
            yield break;
        }
        var (min, max) = (parts.Sum(p => p!.Min), parts.Sum(p => p!.Max));
        if (max != scale.Max) yield return new(scale.Name, $"The scale {scale.Name} declares a maximum of {scale.Max}; its parts add to {max} ({string.Join(" + ", parts.Select(p => p!.Max))}).");
        if (min != scale.Min) yield return new(scale.Name, $"The scale {scale.Name} declares a minimum of {scale.Min}; its parts add to {min}.");
    }

    private static (int Min, int Max) Range(InstrumentDefinition definition, Scale scale)
    {
        var (min, max) = (0, 0);
        foreach (var name in scale.Items)
        {
            var values = Codes(definition, definition.ItemOf(name)!).Select(c => Counts(scale, name, c)).ToList();
            (min, max) = (min + values.Min(), max + values.Max());
        }
        if (scale.ProrateTo is { } to) (min, max) = (min * to / scale.Items.Length, max * to / scale.Items.Length);
        else if (scale.Least < scale.Items.Length) min = Math.Min(min, 0);
        return scale.Gate is { Score: var score } ? (Math.Min(min, score), Math.Max(max, score)) : (min, max);
    }

    private static IEnumerable<int> Codes(InstrumentDefinition definition, Item item) =>
        item.Type == ItemType.Number ? [(int)(item.Min ?? 0), (int)(item.Max ?? 0)] : definition.ChoicesOf(item).Where(c => !c.Dropped).Select(c => c.Code);

    private static int Counts(Scale scale, string item, int code)
    {
        if (!scale.Recode.IsEmpty) code = scale.Recode[Math.Clamp(code, 0, scale.Recode.Length - 1)];
        return scale.Reversed.Contains(item) ? scale.ReverseFrom - code : code;
    }
}
