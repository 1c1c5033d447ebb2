using System.Collections.Immutable;

namespace SosLongitudinal.Study.Instruments;

/// <summary>Answers as a form keeps them: what applies, in form order, and apart from it what was answered to items that do not apply.</summary>
/// <param name="Aside">The answers that were set aside; <c>null</c> where there are none. Never scored, never extracted.</param>
/// <param name="SetAside">Their items, in form order.</param>
public sealed record CheckedAnswers(Answers Answers, Answers? Aside, ImmutableArray<Item> SetAside)
{
    /// <summary>What to tell the person; <c>null</c> where nothing was set aside.</summary>
    public string? Sentence() => SetAside switch
    {
        [] => null,
        [var only] => $"The answer to item {only.Number} ({only.Name}) is set aside: the item does not apply.",
        _ => $"The answers to items {string.Join(", ", SetAside.Select(i => $"{i.Number} ({i.Name})"))} are set aside: the items do not apply.",
    };
}
