using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Ipc;
using SosLongitudinal.Extracts.Recipes;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Grains.Releases;

/// <summary>One text as somebody wrote it.</summary>
public sealed record FreeText(string Column, string Text);

/// <summary>The free text among a release's rows.</summary>
internal static class FreeTexts
{
    public static async Task<ImmutableArray<TextCount>> Count(RecipeTake take, TableSpool rows, CancellationToken cancellation)
    {
        var counts = Columns(take).ToDictionary(c => c.Name, _ => 0L);
        await foreach (var text in Read(take, rows.Read(cancellation), cancellation)) counts[text.Column]++;
        return [.. Columns(take).Select(c => new TextCount(c.Name, counts[c.Name]))];
    }

    /// <summary>Sorted by their words, so that their place tells nothing of whose they are.</summary>
    public static async Task<ImmutableArray<FreeText>> Of(RecipeTake take, CancellationToken cancellation)
    {
        var texts = new List<FreeText>();
        await foreach (var text in Read(take, take.Messages, cancellation)) texts.Add(text);
        return [.. texts.OrderBy(t => t.Column, StringComparer.Ordinal).ThenBy(t => t.Text, StringComparer.Ordinal)];
    }

    public static string Note(Release release, ReleaseApproval approval) => string.Create(CultureInfo.InvariantCulture,
        $"Free text is included: {string.Join(", ", release.Texts.Select(t => $"{t.Column} ({t.Texts:N0})"))}. {approval.By} looked at it and approved it on {approval.At.UtcDateTime:yyyy-MM-dd}.");

    private static IEnumerable<(string Name, int Place)> Columns(RecipeTake take) => take.Table.Columns.Select((c, i) => (c.Name, i, c.IsFreeText)).Where(c => c.IsFreeText).Select(c => (c.Name, c.i));

    private static async IAsyncEnumerable<FreeText> Read(RecipeTake take, IAsyncEnumerable<byte[]> messages, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var message in messages.WithCancellation(cancellation))
        {
            using var batch = ArrowIpc.Read(message);
            foreach (var (name, place) in Columns(take))
            {
                var cell = CellText.Of(batch.Column(place));
                for (var row = 0; row < batch.Length; row++)
                    if (cell(row) is { } text) yield return new(name, text);
            }
        }
    }
}
