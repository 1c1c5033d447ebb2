using System.Text.Json.Nodes;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>Choice lists as rows of a choices sheet.</summary>
internal static class ChoiceWriting
{
    public static IEnumerable<string[]> Rows(InstrumentDefinition definition, TextColumns texts)
    {
        var all = definition.ChoiceLists.OrderBy(l => l.Key, StringComparer.Ordinal).ToList();
        var attributes = all.SelectMany(l => l.Value).SelectMany(c => c.Attributes.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
        var owns = all.SelectMany(l => l.Value).Any(c => Own(c).Length > 0);
        yield return ["list_name", "name", .. texts.Headings("label"), .. attributes, .. owns ? ["sos"] : Array.Empty<string>()];
        foreach (var (list, choices) in all)
        {
            foreach (var choice in choices)
            {
                yield return
                [
                    list, choice.Text(), .. texts.Cells(choice.Label, choice.Labels), .. attributes.Select(a => choice.Attributes.GetValueOrDefault(a, "")),
                    .. owns ? [Own(choice)] : Array.Empty<string>(),
                ];
            }
        }
    }

    /// <summary>A name's code is always written: read again it must not depend on the order of the list.</summary>
    private static string Own(Choice choice)
    {
        var own = new JsonObject();
        if (choice.Name is not null) own["code"] = choice.Code;
        if (choice.Dropped) own["dropped"] = true;
        return own.Count == 0 ? "" : own.ToJsonString();
    }
}
