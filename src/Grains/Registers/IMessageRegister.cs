using System.Collections.Immutable;
using Orleans.Concurrency;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Grains.Registers;

/// <summary>A message that was noted, and to which family; ids only.</summary>
[GenerateSerializer, Immutable, Alias("sos.message-row")]
public sealed record MessageRow([property: Id(0)] FamilyId Family, [property: Id(1)] SiteCode Site, [property: Id(2)] Message Message);

/// <summary>What a shard of the family register says about messages.</summary>
[GrainInterfaceType("sos.message-register")]
public interface IMessageRegister : IGrainWithIntegerKey
{
    /// <summary>What is to be sent until an instant at these sites (<c>null</c>: all).</summary>
    [Alias("due"), ReadOnly] Task<ImmutableArray<DueMessage>> Messages(ReminderTerms terms, DateTimeOffset now, DateTimeOffset until, ImmutableArray<SiteCode>? scope);

    /// <summary>What was noted since an instant.</summary>
    [Alias("log"), ReadOnly] Task<ImmutableArray<MessageRow>> MessageLog(DateTimeOffset since, ImmutableArray<SiteCode>? scope);
}
