using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>The columns that a definition's texts take when written: one, or one for each language.</summary>
internal sealed class TextColumns
{
    private readonly string own;
    private readonly ImmutableArray<string> others;

    public TextColumns(InstrumentDefinition definition)
    {
        own = definition.Language;
        var items = definition.Sections.SelectMany(s => s.Items).ToList();
        others =
        [
            .. items.SelectMany(i => i.Labels.Keys.Concat(i.Hints.Keys).Concat(i.ConstraintMessages.Keys).Concat(i.RequiredMessages.Keys)).Concat(definition.Sections.SelectMany(s => s.Labels.Keys))
                .Concat(definition.ChoiceLists.Values.SelectMany(l => l).SelectMany(c => c.Labels.Keys)).Distinct().Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether the language needs to be named: there are several, or it is not the one that is taken where none is.</summary>
    public bool Names => !others.IsEmpty || own != "en";

    public IEnumerable<string> Headings(string column) => others.IsEmpty ? [column] : others.Prepend(own).Select(language => $"{column}::{language}");

    public IEnumerable<string> Cells(string? text, ImmutableDictionary<string, string> translated) =>
        others.Select(language => translated.GetValueOrDefault(language, "")).Prepend(text ?? "");
}
