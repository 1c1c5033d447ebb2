using System.Runtime.CompilerServices;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Quality;

/// <summary>The items that share an instrument's most used answer list, where some of them count the other way round in a scale: only then is one answer throughout odd.</summary>
internal static class MainLists
{
    private static readonly ConditionalWeakTable<InstrumentDefinition, int[]> Known = [];

    /// <summary>Their places in form order; none where every item points the same way.</summary>
    public static int[] Of(InstrumentDefinition instrument) => Known.GetValue(instrument, static definition =>
    {
        var items = definition.Items.Select((item, at) => (item, at)).Where(i => i.item is { Type: ItemType.Code, Choices: not null }).GroupBy(i => i.item.Choices!).MaxBy(g => g.Count());
        var reversed = definition.Scales.SelectMany(s => s.Reversed).ToHashSet();
        return items is not null && items.Any(i => reversed.Contains(i.item.Name)) ? [.. items.Select(i => i.at)] : [];
    });
}
