using System.Collections.Immutable;
using Orleans.Concurrency;

namespace SosLongitudinal.Grains.Registers;

/// <summary>What a shard of the family register says about appointments.</summary>
[GrainInterfaceType("sos.agenda-register")]
public interface IAgendaRegister : IGrainWithIntegerKey
{
    [Alias("agenda"), ReadOnly] Task<AgendaPage> Agenda(AgendaQuestion question);

    /// <summary>Those who are not back in time, or of whom nothing was heard.</summary>
    [Alias("overdue"), ReadOnly] Task<ImmutableArray<OverdueVisit>> Overdue(WatchQuestion question);
}
