using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Safeguarding;

/// <summary>One disclosure as folded: sealed also in memory.</summary>
public sealed record SealedDisclosure(int Number, DateOnly On, string RecordedBy, byte[] Heard)
{
    public ImmutableArray<byte[]> PassedOn { get; init; } = [];

    public ImmutableArray<byte[]> FollowUps { get; init; } = [];

    /// <summary>The first day on which somebody was told.</summary>
    public DateOnly? PassedOnFirst { get; init; }

    public DisclosureStanding Standing => new(Number, On, RecordedBy, PassedOnFirst);
}

/// <summary>All disclosures of one family. None is ever erased: that a concern was passed on, when and to whom, must be shown also afterwards.</summary>
public sealed record SafeguardingBook
{
    public static readonly SafeguardingBook Nothing = new();

    /// <summary>In order of their numbers, from 1.</summary>
    public ImmutableArray<SealedDisclosure> All { get; init; } = [];

    public SealedDisclosure? Of(int number) => number >= 1 && number <= All.Length ? All[number - 1] : null;

    public static SafeguardingBook Fold(SafeguardingBook book, Recorded<SafeguardingFact> fact) => fact.Content switch
    {
        SafeguardingFact.Heard f => book with { All = book.All.Add(new(f.Number, f.On, fact.Head.By, f.Sealed)) },
        SafeguardingFact.PassedOn f => book.With(f.Number, d => d with { PassedOn = d.PassedOn.Add(f.Sealed), PassedOnFirst = d.PassedOnFirst is { } first && first < f.On ? first : f.On }),
        SafeguardingFact.FollowedUp f => book.With(f.Number, d => d with { FollowUps = d.FollowUps.Add(f.Sealed) }),
        _ => book,
    };

    private SafeguardingBook With(int number, Func<SealedDisclosure, SealedDisclosure> change) => this with { All = All.SetItem(number - 1, change(All[number - 1])) };
}
