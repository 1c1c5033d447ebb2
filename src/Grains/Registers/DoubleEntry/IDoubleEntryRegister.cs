using System.Collections.Immutable;
using Orleans.Concurrency;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers.DoubleEntry;

/// <summary>What one shard of the registers says of second entries that are awaited and of differences that are to be settled.</summary>
[GrainInterfaceType("sos.double-entry-register")]
public interface IDoubleEntryRegister : IGrainWithIntegerKey
{
    /// <param name="scope">The sites that the asking person may see; <c>null</c>: all.</param>
    [Alias("counts"), ReadOnly] Task<ImmutableArray<TwiceCount>> Counts(ImmutableArray<SiteCode>? scope);

    /// <summary>The first forms that fit, in order, and how many fit at all.</summary>
    [Alias("list"), ReadOnly] Task<TwicePage> List(TwiceQuestion question);
}
