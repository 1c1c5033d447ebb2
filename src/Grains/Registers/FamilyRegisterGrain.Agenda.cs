namespace SosLongitudinal.Grains.Registers;

/// <summary>Appointments, read off the same families.</summary>
internal sealed partial class FamilyRegisterGrain : IAgendaRegister
{
    public async Task<AgendaPage> Agenda(AgendaQuestion question)
    {
        await Ready();
        return ShardAgenda.Of(shard, question);
    }
}
