using System.Collections.Immutable;

namespace SosLongitudinal.Grains.Registers;

/// <summary>Appointments, read off the same families.</summary>
internal sealed partial class FamilyRegisterGrain : IAgendaRegister
{
    public async Task<AgendaPage> Agenda(AgendaQuestion question)
    {
        await Ready();
        return ShardAgenda.Of(shard, question);
    }

    public async Task<ImmutableArray<OverdueVisit>> Overdue(WatchQuestion question)
    {
        var (frame, _) = await Ready();
        return [.. ShardAgenda.Overdue(shard, question, frame.Design.TimeZone)];
    }
}
