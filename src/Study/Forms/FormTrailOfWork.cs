using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Forms.Edits;
using SosLongitudinal.Study.Forms.Moves;
using SosLongitudinal.Study.Forms.Queries;

namespace SosLongitudinal.Study.Forms;

/// <summary>What was done to a form after it was entered. Ids 10 to 19.</summary>
public sealed partial record FormTrail
{
    /// <summary>Every time that it was locked, oldest first.</summary>
    [Id(10)] public ImmutableArray<FormLock> Locks { get; init; } = [];

    /// <summary>Every edit, oldest first.</summary>
    [Id(11)] public ImmutableArray<FormChange> Changes { get; init; } = [];

    /// <summary>Every move within the family, oldest first.</summary>
    [Id(12)] public ImmutableArray<FormMove> Moves { get; init; } = [];

    /// <summary>Every query, in order of their numbers.</summary>
    [Id(13)] public ImmutableArray<Query> Queries { get; init; } = [];

    /// <summary>It is on its way to another family; it stands in both until the move is finished.</summary>
    [Id(14)] public FormLeaving? Leaving { get; init; }

    /// <summary>Where it came from, where it was first entered under another family.</summary>
    [Id(15)] public FormOrigin? Origin { get; init; }

    /// <summary>Who brought it to its family, where somebody keyed it before it was known whose it is. They have seen its answers.</summary>
    [Id(16)] public string? MatchedBy { get; init; }

    /// <summary>The lock that stands.</summary>
    public FormLock? Lock => Locks is [.., { Unlocked: null } last] ? last : null;
}
