using System.Collections.Immutable;
using Orleans;

namespace SosLongitudinal.Study.Forms;

/// <summary>What was done to a form after it was entered. Ids 10 to 19.</summary>
public sealed partial record FormTrail
{
    /// <summary>Every time that it was locked, oldest first.</summary>
    [Id(10)] public ImmutableArray<FormLock> Locks { get; init; } = [];

    /// <summary>The lock that stands.</summary>
    public FormLock? Lock => Locks is [.., { Unlocked: null } last] ? last : null;
}
