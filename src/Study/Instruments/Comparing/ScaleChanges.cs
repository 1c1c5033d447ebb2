namespace SosLongitudinal.Study.Instruments.Comparing;

/// <summary>What became of the scores.</summary>
internal static class ScaleChanges
{
    public static IEnumerable<ItemChange> Of(InstrumentDefinition? before, InstrumentDefinition after)
    {
        foreach (var scale in after.Scales)
        {
            if (before?.Scales.FirstOrDefault(s => s.Name == scale.Name) is not { } was) yield return new(ChangeKind.ScaleAdded, scale.Name, "", ScaleText.Of(scale));
            else if (!was.SameAs(scale)) yield return new(ChangeKind.ScaleChanged, scale.Name, ScaleText.Of(was), ScaleText.Of(scale));
            else if (was.Label != scale.Label) yield return new(ChangeKind.Relabelled, scale.Name, was.Label ?? was.Name, scale.Label ?? scale.Name);
        }
        foreach (var scale in (before?.Scales ?? []).Where(s => after.Scales.All(a => a.Name != s.Name))) yield return new(ChangeKind.ScaleDropped, scale.Name, ScaleText.Of(scale), "");
    }
}

/// <summary>What became of how scores are banded. Bands are worked out anew from scores, so they change for forms that are there.</summary>
internal static class BandChanges
{
    public static IEnumerable<ItemChange> Of(InstrumentDefinition? before, InstrumentDefinition after)
    {
        foreach (var scheme in after.Bands)
        {
            var was = before?.BandsOf(scheme.Name);
            if (was is null ? before is not null : Words(was) != Words(scheme)) yield return new(ChangeKind.BandsChanged, scheme.Name, was is null ? "" : Words(was), Words(scheme));
        }
        foreach (var gone in (before?.Bands ?? []).Where(b => after.BandsOf(b.Name) is null)) yield return new(ChangeKind.BandsChanged, gone.Name, Words(gone), "");
    }

    private static string Words(BandScheme scheme) =>
        $"{scheme.Title}{(scheme.Provisional ? " (provisional)" : "")}: {string.Join(", ", scheme.Words)}; {string.Join("; ", scheme.Scales.Select(s => $"{s.Scale} from {string.Join(" ", s.Edges)}{(s.Words.IsEmpty ? "" : $" ({string.Join(", ", s.Words)})")}"))}";
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
        if (before.Note != after.Note) yield return Form("note", before.Note ?? "none", after.Note ?? "none");
        if (before.Licence != after.Licence) yield return Form("licence", before.Licence, after.Licence);
    }
}
