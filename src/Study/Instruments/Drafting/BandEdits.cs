using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Drafting;

/// <summary>One way to band scores as a person types it.</summary>
/// <param name="Words">One a line, from the lowest band.</param>
/// <param name="Edges">One scale a line: its name, a colon, and the lowest score of each band; words of its own after a second colon, with commas between.</param>
public sealed record BandWords(string Name, string Title, string Words, string Edges, bool Provisional, string Note)
{
    public static BandWords Of(BandScheme scheme) => new(scheme.Name, scheme.Title, string.Join('\n', scheme.Words),
        string.Join('\n', scheme.Scales.Select(s => $"{s.Scale}: {string.Join(' ', s.Edges)}{(s.Words.IsEmpty ? "" : $": {string.Join(", ", s.Words)}")}")), scheme.Provisional, scheme.Note ?? "");
}

/// <summary>Small changes to how a draft bands its scores.</summary>
public static class BandEdits
{
    /// <param name="name">The bands that are changed; absent for new ones.</param>
    public static Decision<InstrumentDefinition> Put(InstrumentDefinition draft, string? name, BandWords words)
    {
        var called = name ?? words.Name.Trim();
        var was = draft.BandsOf(called);
        if (name is not null && was is null) return ScaleRefusals.NoBands(name);
        if (name is null && !DraftEdits.IsName(called)) return DraftRefusals.BadName(called);
        if (name is null && was is not null) return DraftRefusals.NameTaken(called);
        if (string.IsNullOrWhiteSpace(words.Title)) return DraftRefusals.NoTitle;
        var faults = new List<FieldFault>();
        var scales = words.Edges.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => Scale(draft, line, faults)).OfType<ScaleBands>().ToImmutableArray();
        if (scales.GroupBy(s => s.Scale).FirstOrDefault(g => g.Count() > 1) is { } twice) faults.Add(new("Edges", $"Two lines are of {twice.Key}."));
        if (faults.Count > 0) return ScaleRefusals.BadBands([.. faults]);
        var scheme = (was ?? new BandScheme { Name = called, Title = "" }) with
        {
            Title = words.Title.Trim(),
            Words = [.. words.Words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Scales = scales,
            Provisional = words.Provisional,
            Note = words.Note.Trim() is { Length: > 0 } note ? note : null,
        };
        var next = draft with { Bands = was is null ? draft.Bands.Add(scheme) : draft.Bands.Replace(was, scheme) };
        var clashes = DefinitionCheck.OfBands(next, scheme).Where(c => c.Blocks).Select(c => new FieldFault(c.Field ?? "Edges", c.Sentence)).DistinctBy(f => f.Field).ToImmutableArray();
        return clashes.IsEmpty ? next : ScaleRefusals.BadBands(clashes);
    }

    public static Decision<InstrumentDefinition> Drop(InstrumentDefinition draft, string name) =>
        draft.BandsOf(name) is { } scheme ? draft with { Bands = draft.Bands.Remove(scheme) } : ScaleRefusals.NoBands(name);

    private static ScaleBands? Scale(InstrumentDefinition draft, string line, List<FieldFault> faults)
    {
        var parts = line.Split(':', 3, StringSplitOptions.TrimEntries);
        if (parts.Length < 2 || parts[1].Length == 0)
        {
            faults.Add(new("Edges", $"'{line}' bands nothing. Write a scale, a colon and the lowest score of each band, such as hardship: 2 4."));
            return null;
        }
        if (draft.Scales.All(s => s.Name != parts[0])) faults.Add(new("Edges", $"{parts[0]} is not a scale of the form."));
        var edges = ImmutableArray.CreateBuilder<int>();
        foreach (var edge in parts[1].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
            if (int.TryParse(edge, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) edges.Add(number);
            else faults.Add(new("Edges", $"'{edge}' is not a score. Write whole numbers, such as hardship: 2 4."));
        return new(parts[0], edges.ToImmutable()) { Words = parts.Length < 3 ? [] : [.. parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] };
    }
}
