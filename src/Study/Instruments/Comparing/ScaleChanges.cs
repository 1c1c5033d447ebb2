namespace SosLongitudinal.Study.Instruments.Comparing;

/// <summary>What became of the scores.</summary>
internal static class ScaleChanges
{
    public static IEnumerable<ItemChange> Of(InstrumentDefinition? before, InstrumentDefinition after)
    {
        foreach (var scale in after.Scales)
        {
            if (before?.Scales.FirstOrDefault(s => s.Name == scale.Name) is not { } was) yield return new(ChangeKind.ScaleAdded, scale.Name, "", Words(scale));
            else if (!was.SameAs(scale)) yield return new(ChangeKind.ScaleChanged, scale.Name, Words(was), Words(scale));
        }
        foreach (var scale in (before?.Scales ?? []).Where(s => after.Scales.All(a => a.Name != s.Name))) yield return new(ChangeKind.ScaleDropped, scale.Name, Words(scale), "");
    }

    private static string Words(Scale scale) =>
        $"{(scale.SumOf.IsEmpty ? string.Join(" + ", scale.Items) : string.Join(" + ", scale.SumOf))}, {scale.Min} to {scale.Max}"
        + $"{(scale.Reversed.IsEmpty ? "" : $", {string.Join(" and ", scale.Reversed)} reversed")}{(scale.Least is { } least ? $", {least} answered at least" : "")}";
}

/// <summary>What became of the form as a whole.</summary>
internal static class FormChanges
{
    public static IEnumerable<ItemChange> Of(InstrumentDefinition before, InstrumentDefinition after)
    {
        static ItemChange Form(string what, object? was, object? becomes) => new(ChangeKind.FormChanged, "", $"{what}: {was}", $"{what}: {becomes}");
        if (before.Title != after.Title) yield return Form("title", before.Title, after.Title);
        if (before.Consent != after.Consent) yield return Form("consent", before.Consent, after.Consent);
        if (before.Track != after.Track) yield return Form("track", before.Track, after.Track);
        if (before.Age != after.Age) yield return Form("ages", before.Age?.ToString() ?? "any", after.Age?.ToString() ?? "any");
        if (!before.Respondents.SequenceEqual(after.Respondents)) yield return Form("answered by", string.Join(", ", before.Respondents), string.Join(", ", after.Respondents));
        if (before.Licence != after.Licence) yield return Form("licence", before.Licence, after.Licence);
    }
}
