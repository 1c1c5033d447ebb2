using System.Collections.Immutable;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>All shards asked about appointments; each answers from memory.</summary>
public sealed class AgendaRegisters(IGrainFactory grains)
{
    public async Task<AgendaPage> Agenda(AgendaQuestion question)
    {
        var pages = await Task.WhenAll(Enumerable.Range(0, FamilyId.Shards).Select(number => grains.GetGrain<IAgendaRegister>(number).Agenda(question)));
        var (rows, next) = ShardWork.Page([.. pages.SelectMany(p => p.Rows)], r => r.Cursor, question.After, question.Take);
        return new(rows, pages.Sum(p => p.Total), next ?? (pages.Any(p => p.Next is not null) && rows.Length > 0 ? rows[^1].Cursor : null));
    }

    /// <summary>Who is not back first, then of whom nothing was heard; within each the longest overdue first.</summary>
    public async Task<ImmutableArray<OverdueVisit>> Overdue(WatchQuestion question)
    {
        var found = await Task.WhenAll(Enumerable.Range(0, FamilyId.Shards).Select(number => grains.GetGrain<IAgendaRegister>(number).Overdue(question)));
        return [.. found.SelectMany(f => f).OrderByDescending(v => v.State == VisitState.NotBack).ThenBy(v => v.Due).ThenBy(v => v.Family)];
    }
}
