using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Forms.DoubleEntry;

/// <summary>Which of two keyings an item was settled by; the third is neither.</summary>
public enum SettledBy { First = 0, Second = 1, Third = 2 }

/// <summary>How one difference was settled, by whom and when; a third value has its reason.</summary>
[GenerateSerializer, Immutable, Alias("sos.settled-item")]
public sealed record SettledItem(
    [property: Id(0)] string Item, [property: Id(1)] SettledBy How, [property: Id(2)] Answer Value, [property: Id(3)] string By, [property: Id(4)] DateTimeOffset At, [property: Id(5)] string? Why);

/// <summary>Both keyings of a form that was entered twice, and what was settled between them. The form itself holds the first until all is settled.</summary>
[GenerateSerializer, Immutable, Alias("sos.second-entry")]
public sealed record SecondEntry([property: Id(0)] KeyedForm First, [property: Id(1)] KeyedForm Second)
{
    /// <summary>In the order of the form's items.</summary>
    [Id(2)] public ImmutableArray<SettledItem> Settled { get; init; } = [];

    /// <summary>When the last difference was settled and the form took the settled answers.</summary>
    [Id(3)] public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Whether both keyings said the same.</summary>
    [Id(4)] public bool Agreed { get; init; }

    public SettledItem? SettledOf(string item)
    {
        foreach (var settled in Settled) if (settled.Item == item) return settled;
        return null;
    }
}
