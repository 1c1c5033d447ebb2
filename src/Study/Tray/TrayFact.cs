using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Tray;

/// <summary>What can happen in one volume of a site's tray.</summary>
[RecordKind("sos.tray")]
[JsonDerivedType(typeof(Keyed), "tray.keyed")]
[JsonDerivedType(typeof(Changed), "tray.changed")]
[JsonDerivedType(typeof(Claimed), "tray.claimed")]
[JsonDerivedType(typeof(Released), "tray.released")]
[JsonDerivedType(typeof(Matched), "tray.matched")]
[JsonDerivedType(typeof(Discarded), "tray.discarded")]
public abstract record TrayFact
{
    private TrayFact() { }

    public sealed record Keyed(TrayItemId Item, TrayForm Form) : TrayFact;

    /// <summary>What is on the paper was read again; the whole form as it now stands.</summary>
    public sealed record Changed(TrayItemId Item, TrayForm Form) : TrayFact;

    /// <summary>Somebody is entering it into a family; nobody else may meanwhile.</summary>
    public sealed record Claimed(TrayItemId Item, TrayMatch Match) : TrayFact;

    /// <summary>The family did not take it.</summary>
    public sealed record Released(TrayItemId Item) : TrayFact;

    public sealed record Matched(TrayItemId Item) : TrayFact;
    public sealed record Discarded(TrayItemId Item) : TrayFact;

    /// <summary>The volume after one more fact; an erased one changes nothing.</summary>
    public static TrayVolume Fold(TrayVolume tray, Recorded<TrayFact> fact) => fact.Content switch
    {
        Keyed f => tray with { Items = tray.Items.Add(new(f.Item, f.Form, fact.Head.By, fact.Head.At) { Revision = fact.Head.N }), EverKeyed = f.Item.Number },
        Changed f => tray.With(f.Item, i => i with { Form = f.Form, Revision = fact.Head.N, Steps = [.. i.StepsToNow(), new(fact.Head.N, f.Form, fact.Head.By, fact.Head.At, fact.Why)] }),
        Claimed f => tray.With(f.Item, i => Touched(i, fact) with { State = TrayItemState.Claimed, Match = f.Match }),
        Released f => tray.With(f.Item, i => Touched(i, fact) with { State = TrayItemState.Waiting, Match = null }),
        Matched f => tray.With(f.Item, i => Touched(i, fact) with { State = TrayItemState.Matched }),
        Discarded f => tray.With(f.Item, i => Touched(i, fact) with { State = TrayItemState.Discarded, Match = null }),
        _ => tray,
    };

    private static TrayItem Touched(TrayItem item, Recorded<TrayFact> fact) => item with { By = fact.Head.By, At = fact.Head.At, Why = fact.Why };
}

/// <summary>A volume of a site's tray. When it is full the next one is begun, so that no record grows without end.</summary>
[GenerateSerializer, Immutable, Alias("sos.tray-volume")]
public sealed record TrayVolume([property: Id(0)] SiteCode Site, [property: Id(1)] int Number)
{
    public const int Most = 200;

    [Id(2)] public ImmutableArray<TrayItem> Items { get; init; } = [];

    /// <summary>The number of the last form that was put in.</summary>
    [Id(3)] public int EverKeyed { get; init; }

    public bool IsFull => EverKeyed >= Most;

    public TrayItem? Item(TrayItemId id)
    {
        foreach (var item in Items) if (item.Id == id) return item;
        return null;
    }

    internal TrayVolume With(TrayItemId id, Func<TrayItem, TrayItem> change) => this with { Items = [.. Items.Select(i => i.Id == id ? change(i) : i)] };
}
