namespace SosLongitudinal.Study.Instruments.Comparing;

/// <summary>A scale in words.</summary>
public static class ScaleText
{
    /// <summary>What makes the score, in one line.</summary>
    public static string Of(Scale scale)
    {
        var parts = new List<string> { $"{(scale.Method == ScaleMethod.Mean ? "mean of " : "")}{string.Join(" + ", scale.SumOf.IsEmpty ? scale.Items : scale.SumOf)}", $"{scale.Min} to {scale.Max}" };
        if (!scale.Reversed.IsEmpty) parts.Add($"{string.Join(" and ", scale.Reversed)} reversed from {scale.ReverseFrom}");
        if (!scale.Recode.IsEmpty) parts.Add($"codes from 0 count {string.Join(" ", scale.Recode)}");
        foreach (var (item, counts) in scale.Recodes.OrderBy(r => r.Key, StringComparer.Ordinal)) parts.Add($"{item} counts {string.Join(" ", counts)}");
        if (scale.Least is { } least) parts.Add($"{least} answered at least");
        if (scale.ProrateTo is { } to) parts.Add($"scaled up to {to} items");
        if (scale.Rounding == RoundingRule.None) parts.Add("two decimals");
        if (scale.Gate is { } gate) parts.Add($"{gate.Score} where {gate.Item} is {string.Join(" or ", gate.Values)}");
        return string.Join(", ", parts);
    }
}
