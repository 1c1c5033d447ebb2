using System.Collections.Immutable;
using Orleans;

namespace SosLongitudinal.Study.Instruments.Comparing;

/// <summary>How often an item was answered on the forms that were collected, and how often with each code.</summary>
[GenerateSerializer, Immutable, Alias("sos.item-tally")]
public sealed record ItemTally([property: Id(0)] int Answered, [property: Id(1)] ImmutableDictionary<int, int> Codes)
{
    public static ItemTally None { get; } = new(0, ImmutableDictionary<int, int>.Empty);

    public ItemTally Plus(ItemTally other) => new(Answered + other.Answered, Codes.SetItems(other.Codes.Select(c => KeyValuePair.Create(c.Key, Codes.GetValueOrDefault(c.Key) + c.Value))));
}

/// <summary>How many forms of an instrument were collected, in all and by version, and what they hold.</summary>
[GenerateSerializer, Immutable, Alias("sos.form-tally")]
public sealed record FormTally([property: Id(0)] ImmutableSortedDictionary<int, int> ByVersion, [property: Id(1)] ImmutableDictionary<string, ItemTally> Items)
{
    public static FormTally None { get; } = new(ImmutableSortedDictionary<int, int>.Empty, ImmutableDictionary<string, ItemTally>.Empty);

    public int Forms => ByVersion.Values.Sum();

    public FormTally Plus(FormTally other) => new(
        ByVersion.SetItems(other.ByVersion.Select(v => KeyValuePair.Create(v.Key, ByVersion.GetValueOrDefault(v.Key) + v.Value))),
        Items.SetItems(other.Items.Select(i => KeyValuePair.Create(i.Key, i.Value.Plus(Items.GetValueOrDefault(i.Key, ItemTally.None))))));

    /// <summary>How many collected forms a change touches: those that hold the answers it is about; all of them where it is about the form or its scores.</summary>
    public int AffectedBy(ItemChange change)
    {
        if (change.Kind is ChangeKind.Added or ChangeKind.FormChanged or ChangeKind.ScaleAdded or ChangeKind.ScaleDropped or ChangeKind.ScaleChanged or ChangeKind.BandsChanged) return Forms;
        var tally = Items.GetValueOrDefault(change.Item) ?? Items.GetValueOrDefault($"{change.Item}_1") ?? ItemTally.None;
        return change.Kind == ChangeKind.ChoiceAdded ? 0 : change.Codes.IsEmpty ? tally.Answered : change.Codes.Sum(code => tally.Codes.GetValueOrDefault(code));
    }
}
