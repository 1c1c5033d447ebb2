using System.CommandLine;
using System.Text.Json;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Forms;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Forms;

/// <summary><c>sos form show</c>: a line for each thing that is known of a form: its head, its scores, its answers.</summary>
internal static class FormShow
{
    private sealed record Line(string Part, string Name, object? Value);

    public static async Task<int> Run(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var form = parsed.GetRequiredValue<FormRef>("form");
        if (parsed.WantsJson()) return Said.Of(await study.Get<JsonElement>(form.Path, cancellation), found => Said.Done(found.ToString()));
        var found = await study.Get<FormSaved>(form.Path, cancellation);
        if (found is not Decision<FormSaved>.Accepted { Value: var saved }) return Said.Refused(((Decision<FormSaved>.Refused)found).Why);
        var read = await KeyedItems.Definition($"instruments/{form.Place.Instrument}?version={saved.InstrumentVersion}", study, cancellation);
        return Said.Of(read, instrument => Listing.Show(parsed, [.. Lines(saved, instrument)], "", new("", l => l.Part), new("", l => l.Name), new("", l => l.Value)));
    }

    public static string Scores(IReadOnlyDictionary<string, decimal?> scores) =>
        scores.Count == 0 ? "no scales" : string.Join(", ", scores.Select(s => $"{s.Key} {(s.Value is { } value ? Listing.Cell(value) : "too few items")}"));

    private static IEnumerable<Line> Lines(FormSaved saved, InstrumentDefinition instrument) =>
    [
        new("form", "version", saved.Version), new("form", "instrument-version", saved.InstrumentVersion),
        new("form", "completed-on", saved.CompletedOn), new("form", "mode", saved.Mode), new("form", "language", saved.Language),
        new("form", "entered-by", saved.EnteredBy), new("form", "entered-at", saved.EnteredAt),
        .. saved.Flags.Select(f => new Line("form", "flag", f)),
        .. saved.Scores.Select(s => new Line("score", s.Key, s.Value)),
        .. instrument.Items.Where(i => saved.Answers?.Shape.IndexOf(i.Name) >= 0).Select(i => new Line("answer", i.Name, Text(saved.Answers![i.Name]))),
    ];

    internal static string Text(Answer answer) =>
        answer.Match(code => Listing.Cell(code.Value), number => Listing.Cell(number.Value), text => text.Value, date => Listing.Cell(date.Value), codes => string.Join(' ', codes.Values), missing => missing.Reason.Name());
}
