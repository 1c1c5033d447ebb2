using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Tray;

/// <summary>One paper in two hands: keyed twice, or changed by two people.</summary>
public static class TrayTwice
{
    /// <summary>Two papers of one batch and box agree on so much by chance only where both say next to nothing.</summary>
    private const double Alike = 0.75;

    /// <summary>A form that waits and looks like this one: the same batch, box, day of receipt and instrument, nothing said of it that excludes the other, and three of four answers the same.</summary>
    public static TrayItem? LookedLike(TrayVolume tray, TrayForm form, InstrumentDefinition definition)
    {
        var mine = Answered(form, definition);
        return tray.Items.LastOrDefault(item => item.IsPending && Same(item.Form, form) && Share(Answered(item.Form, definition), mine) >= Alike);
    }

    /// <summary>What two keyings say differently.</summary>
    /// <param name="basis">On revision 0: keyed from the paper without knowing of the other.</param>
    public static ListJoin<TrayValue> Join(TrayItem item, TrayForm sent, InstrumentDefinition definition, DraftBasis basis) =>
        ListJoin<TrayValue>.Of(TrayValues.Kind, Steps(item, definition, basis.On ?? item.Revision), TrayValues.Of(sent, definition), basis);

    /// <summary>The form as it stands once this change is made.</summary>
    internal static Decision<TrayForm> Joined(TrayItem item, TrayForm sent, InstrumentDefinition definition, DraftBasis basis)
    {
        if (basis.Replaces || basis.On == item.Revision) return sent;
        if (basis.On is not { } on || (on != 0 && item.StepsToNow().All(s => s.Revision != on))) return TrayRefusals.NoRevision(item);
        var join = Join(item, sent, definition, basis);
        return join.Clashes.IsEmpty ? TrayValues.Form(item.Form, definition, join.Joined) : TrayRefusals.Changed(item, join.Clashes);
    }

    private static ImmutableArray<ListStep<TrayValue>> Steps(TrayItem item, InstrumentDefinition definition, int on)
    {
        var steps = item.StepsToNow().Where(s => s.Revision >= on).Select(s => new ListStep<TrayValue>(s.Revision, s.By, s.At, TrayValues.Of(s.Form, definition)));
        return on == 0 ? [new(0, "", default, []), .. steps] : [.. steps];
    }

    private static bool Same(TrayForm one, TrayForm other) =>
        (one.Instrument, one.InstrumentVersion, one.ReceivedOn) == (other.Instrument, other.InstrumentVersion, other.ReceivedOn)
        && string.Equals(one.Batch, other.Batch, StringComparison.OrdinalIgnoreCase) && string.Equals(one.Box, other.Box, StringComparison.OrdinalIgnoreCase)
        && (one.Wave is null || other.Wave is null || one.Wave == other.Wave) && (one.CompletedOn is null || other.CompletedOn is null || one.CompletedOn == other.CompletedOn);

    private static Dictionary<string, Answer> Answered(TrayForm form, InstrumentDefinition definition) =>
        TrayValues.Of(form, definition).Where(v => v.Name.StartsWith("item:", StringComparison.Ordinal)).ToDictionary(v => v.Name, v => v.Value);

    private static double Share(Dictionary<string, Answer> one, Dictionary<string, Answer> other)
    {
        var items = one.Keys.Union(other.Keys).ToList();
        return items.Count == 0 ? 0 : (double)items.Count(i => one.GetValueOrDefault(i) == other.GetValueOrDefault(i)) / items.Count;
    }
}
