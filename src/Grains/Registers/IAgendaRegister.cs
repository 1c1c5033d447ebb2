using Orleans.Concurrency;

namespace SosLongitudinal.Grains.Registers;

/// <summary>What a shard of the family register says about appointments.</summary>
[GrainInterfaceType("sos.agenda-register")]
public interface IAgendaRegister : IGrainWithIntegerKey
{
    [Alias("agenda"), ReadOnly] Task<AgendaPage> Agenda(AgendaQuestion question);
}
