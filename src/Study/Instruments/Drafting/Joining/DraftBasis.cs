using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Instruments.LifeCycle;

namespace SosLongitudinal.Study.Instruments.Drafting.Joining;

/// <summary>What a save of a draft, or of a list that is declared as a whole, was begun on, and what its person said of parts that somebody else changed meanwhile.</summary>
/// <param name="On">The revision that it was begun on: the number of the fact that drafted or declared it. 0: there was none. Absent: not known.</param>
[GenerateSerializer, Immutable, Alias("sos.draft-basis")]
public sealed record DraftBasis([property: Id(0)] int? On)
{
    /// <summary>Whatever is there gives way.</summary>
    [Id(1)] public bool Replaces { get; init; }

    /// <summary>The revision that the choices below were made on.</summary>
    [Id(2)] public int Seen { get; init; }

    /// <summary>Parts that stay as this save has them, such as <c>item:noise</c>.</summary>
    [Id(3)] public ImmutableArray<string> Mine { get; init; } = [];

    /// <summary>Parts that stay as the other one left them.</summary>
    [Id(4)] public ImmutableArray<string> Theirs { get; init; } = [];

    public static DraftBasis Whatever { get; } = new((int?)null) { Replaces = true };
}

/// <summary>The draft as one save left it.</summary>
[GenerateSerializer, Immutable, Alias("sos.draft-step")]
public sealed record DraftStep([property: Id(0)] int Revision, [property: Id(1)] string By, [property: Id(2)] DateTimeOffset At, [property: Id(3)] InstrumentDefinition Definition);

/// <summary>How a draft came to be what it is: its saves from one revision on, oldest first, or what ended the draft of that revision.</summary>
/// <param name="Steps">The first is the revision asked for; empty where that is no save of the draft as it stands.</param>
/// <param name="Ended">Who published or discarded the draft that the revision was of.</param>
[GenerateSerializer, Immutable, Alias("sos.draft-trail")]
public sealed record DraftTrail([property: Id(0)] ImmutableArray<DraftStep> Steps, [property: Id(1)] DraftEnd? Ended = null)
{
    public static DraftTrail Empty { get; } = new(ImmutableArray<DraftStep>.Empty);
}

/// <summary>The end of a draft.</summary>
[GenerateSerializer, Immutable, Alias("sos.draft-end")]
public sealed record DraftEnd([property: Id(0)] string By, [property: Id(1)] DateTimeOffset At, [property: Id(2)] bool Published);

/// <summary>A part of the draft, or a row of a list, that two people changed in two ways.</summary>
/// <param name="Part">Its key, such as <c>item:noise</c>.</param>
/// <param name="Mine">What this save makes of it, by property; empty where it drops it.</param>
/// <param name="Theirs">The same of what is there now.</param>
public sealed record DraftClash(string Part, ImmutableArray<(string Property, string Text)> Mine, ImmutableArray<(string Property, string Text)> Theirs, string By, DateTimeOffset At);
