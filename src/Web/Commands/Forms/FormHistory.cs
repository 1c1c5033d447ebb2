using System.CommandLine;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Edits;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Web.Api.FormWork;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Forms;

/// <summary><c>sos form history</c>: what became of a form, a line for each thing, the oldest first.</summary>
internal static class FormHistory
{
    private sealed record Line(string At, string What, string? Item, string? Was, string? Becomes, string? By, string? Why);

    public static async Task<int> Run(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var form = parsed.GetRequiredValue<FormRef>("form");
        return Said.Of(await study.Get<FormStory>($"{form.Path}/history", cancellation), story =>
            Listing.Show(parsed, [.. Lines(story).OrderBy(l => l.At, StringComparer.Ordinal)], $"Nothing was done to {form} since it was entered.",
                new("When (UTC)", l => l.At), new("What", l => l.What), new("Item", l => l.Item), new("Was", l => l.Was), new("Becomes", l => l.Becomes), new("By", l => l.By), new("Why", l => l.Why)));
    }

    private static IEnumerable<Line> Lines(FormStory story)
    {
        foreach (var change in story.Changes)
            foreach (var line in Lines(change)) yield return line;
        foreach (var move in story.Moves) yield return new(Listing.Cell(move.At), move.Swapped ? "swapped" : "moved", null, $"{move.From}", $"{move.To}", move.By, move.Why);
        if (story.Origin is { } origin) yield return new(Listing.Cell(origin.At), "moved here", null, $"{origin.From}/{origin.Place}", null, origin.By, origin.Why);
        if (story.Leaving is { } leaving) yield return new(Listing.Cell(leaving.At), "on its way", null, null, $"{leaving.To}/{leaving.Place}", leaving.By, leaving.Why);
        foreach (var held in story.Locks)
        {
            yield return new(Listing.Cell(held.At), "locked", null, null, null, held.By, held.Why);
            if (held.Unlocked is { } opened) yield return new(Listing.Cell(opened.At), "unlocked", null, null, null, opened.By, opened.Why);
        }
        foreach (var query in story.Queries)
            foreach (var remark in query.Thread) yield return new(Listing.Cell(remark.At), $"query {query.Number} {Listing.Cell(remark.State)}", query.Item, null, null, remark.By, remark.Text);
        foreach (var step in Enum.GetValues<ReceiptStep>())
            if (story.Paper.DayOf(step) is { } day) yield return new(Listing.Cell(day), $"paper {Listing.Cell(step)}", null, null, step == ReceiptStep.Boxed ? story.Paper.Box : null, null, null);
    }

    private static IEnumerable<Line> Lines(FormChange change)
    {
        var why = string.IsNullOrEmpty(change.Why) ? Listing.Cell(change.Reason) : $"{Listing.Cell(change.Reason)}: {change.Why}";
        foreach (var (item, now) in change.New.All()) yield return new(Listing.Cell(change.At), "edited", item, FormShow.Text(change.Old[item]), FormShow.Text(now), change.By, why);
        if (change is not { OldHead: { } was, NewHead: { } head }) yield break;
        if (was.CompletedOn != head.CompletedOn) yield return new(Listing.Cell(change.At), "edited", "date", Listing.Cell(was.CompletedOn), Listing.Cell(head.CompletedOn), change.By, why);
        if (was.Mode != head.Mode) yield return new(Listing.Cell(change.At), "edited", "mode", Listing.Cell(was.Mode), Listing.Cell(head.Mode), change.By, why);
        if (was.Language != head.Language) yield return new(Listing.Cell(change.At), "edited", "language", was.Language, head.Language, change.By, why);
    }
}
