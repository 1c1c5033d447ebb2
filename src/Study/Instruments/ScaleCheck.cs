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
        if (Math.Max(Math.Abs(scale.Min), Math.Abs(scale.Max)) * scale.Unit > DenseCode.Most) yield return new(scale.Name, $"The scale {scale.Name} goes to {scale.Max}, which with its decimals is more than a score can hold ({DenseCode.Most / scale.Unit}).") { Field = "Max" };
        var clashes = scale.SumOf.IsEmpty ? OfItems(definition, scale) : OfParts(definition, scale, at);
        foreach (var clash in clashes) yield return clash;
    }

    /// <summary>What a scale's items, or its parts, can give; nothing where they do not fit.</summary>
    internal static (int Min, int Max)? RangeOf(InstrumentDefinition definition, int at)
    {
        var scale = definition.Scales[at];
        if (scale.SumOf.IsEmpty) return !scale.Items.IsEmpty && scale.Items.All(i => definition.ItemOf(i) is { Type: ItemType.Code or ItemType.Number }) ? Range(definition, scale) : null;
        var parts = scale.SumOf.Select(name => definition.Scales.Take(at).FirstOrDefault(s => s.Name == name)).ToList();
        return parts.Contains(null) ? null : (parts.Sum(p => p!.Min), parts.Sum(p => p!.Max));
    }

    private static IEnumerable<Clash> OfItems(InstrumentDefinition definition, Scale scale)
    {
        var missing = scale.Items.Concat(scale.Gate is { } gate ? [gate.Item] : []).Where(i => definition.ItemOf(i) is not { Type: ItemType.Code or ItemType.Number }).ToList();
        foreach (var item in missing) yield return new(scale.Name, $"The scale {scale.Name} needs {item}, which is not an item with a code or number.");
        foreach (var item in scale.Reversed.Except(scale.Items)) yield return new(scale.Name, $"{item} is reversed in {scale.Name} but not one of its items.") { Field = "Reversed" };
        foreach (var item in scale.Recodes.Keys.Except(scale.Items)) yield return new(scale.Name, $"{item} is recoded in {scale.Name} but not one of its items.") { Field = "Recode" };
        if (scale.Method == ScaleMethod.Mean && scale.ProrateTo is not null) yield return new(scale.Name, $"The scale {scale.Name} is a mean, which is not scaled up to a number of items as well.") { Field = "ProrateTo" };
        if (scale.ProrateTo is < 1) yield return new(scale.Name, $"The scale {scale.Name} is scaled up to {scale.ProrateTo} items. Give a number from 1.") { Field = "ProrateTo" };
        if (scale.Items.GroupBy(i => i).FirstOrDefault(g => g.Count() > 1) is { } twice) yield return new(scale.Name, $"The scale {scale.Name} takes {twice.Key} twice.") { Field = "Parts" };
        if (scale.Least is < 1 || scale.Least > scale.Items.Length) yield return new(scale.Name, $"The scale {scale.Name} needs {scale.Least} of {scale.Items.Length} items.") { Field = "Least" };
        if (missing.Count > 0) yield break;
        if (scale.Gate is { } closes)
            foreach (var value in closes.Values.Where(v => !Codes(definition, definition.ItemOf(closes.Item)!).Contains(v))) yield return new(scale.Name, $"The gate of {scale.Name} asks whether {closes.Item} is {value}, which is not one of its codes.") { Field = "GateValues" };
        foreach (var item in scale.Items)
            if (scale.RecodeOf(item) is { IsEmpty: false } recode && Codes(definition, definition.ItemOf(item)!).FirstOrDefault(c => c < 0 || c >= recode.Length, -1) is var beyond and not -1)
                yield return new(scale.Name, $"{scale.Name} says what the codes 0 to {recode.Length - 1} of {item} count, and not what {beyond} counts.") { Field = "Recode" };
        var (min, max) = Range(definition, scale);
        if (max != scale.Max) yield return new(scale.Name, $"The scale {scale.Name} declares a maximum of {scale.Max}; its {scale.Items.Length} items give {max}.") { Field = "Max" };
        if (min != scale.Min) yield return new(scale.Name, $"The scale {scale.Name} declares a minimum of {scale.Min}; its {scale.Items.Length} items give {min}.") { Field = "Min" };
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
        if (max != scale.Max) yield return new(scale.Name, $"The scale {scale.Name} declares a maximum of {scale.Max}; its parts add to {max} ({string.Join(" + ", parts.Select(p => p!.Max))}).") { Field = "Max" };
        if (min != scale.Min) yield return new(scale.Name, $"The scale {scale.Name} declares a minimum of {scale.Min}; its parts add to {min}.") { Field = "Min" };
        var printed = parts.Sum(p => p!.PrintedMax ?? p.Max);
        if (parts.Exists(p => p!.PrintedMax is not null) && printed != (scale.PrintedMax ?? scale.Max))
            yield return new(scale.Name, $"The maxima that the literature prints for the parts of {scale.Name} add to {printed}, not to {scale.PrintedMax ?? scale.Max}.", Blocks: false);
    }

    private static (int Min, int Max) Range(InstrumentDefinition definition, Scale scale)
    {
        var values = scale.Items.Select(name => Codes(definition, definition.ItemOf(name)!).Select(c => Counts(scale, name, c)).DefaultIfEmpty().ToList()).ToList();
        var (min, max) = scale.Method == ScaleMethod.Mean ? (values.Min(v => v.Min()), values.Max(v => v.Max())) : (values.Sum(v => v.Min()), values.Sum(v => v.Max()));
        if (scale.Method == ScaleMethod.Mean) return scale.Gate is { Score: var closed } ? (Math.Min(min, closed), Math.Max(max, closed)) : (min, max);
        if (scale.ProrateTo is { } to) (min, max) = (min * to / scale.Items.Length, max * to / scale.Items.Length);
        else if (scale.Least < scale.Items.Length) min = Math.Min(min, 0);
        return scale.Gate is { Score: var score } ? (Math.Min(min, score), Math.Max(max, score)) : (min, max);
    }

    private static IEnumerable<int> Codes(InstrumentDefinition definition, Item item) =>
        item.Type == ItemType.Number ? [(int)(item.Min ?? 0), (int)(item.Max ?? 0)] : definition.ChoicesOf(item).Where(c => !c.Dropped).Select(c => c.Code);

    private static int Counts(Scale scale, string item, int code)
    {
        if (scale.RecodeOf(item) is { IsEmpty: false } recode) code = recode[Math.Clamp(code, 0, recode.Length - 1)];
        return scale.Reversed.Contains(item) ? scale.ReverseFrom - code : code;
    }
}
