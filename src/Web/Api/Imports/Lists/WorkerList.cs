using System.Collections.Immutable;
using SosLongitudinal.Exchange.Lists;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Web.Api.Imports.Lists;

/// <summary>An authority's workers: each is known by site and number.</summary>
internal sealed class WorkerList(IGrainFactory grains, TimeProvider clock)
{
    private const int Candidates = 4;

    public IReadOnlyCollection<ListItem> Check(ImmutableArray<WorkerRow> rows, ListAsk ask)
    {
        var (items, first) = (new List<ListItem>(rows.Length), new Dictionary<(SiteCode, string), WorkerRow>());
        foreach (var row in rows)
        {
            if (!first.TryAdd((row.Site, row.Number), row))
            {
                if (first[(row.Site, row.Number)] with { Row = row.Row } == row) items.Add(new([row.Row], IsThere: true, null));
                else ask.Fault(row.Row, "number", ListRowRefusals.RowsDiffer(first[(row.Site, row.Number)].Row));
            }
            else if (Check(row, ask) is { } item) items.Add(item);
        }
        return items;
    }

    private ListItem? Check(WorkerRow row, ListAsk ask)
    {
        if (!ask.Person.MaySee(row.Site) || !ask.Frame.Sites.ContainsKey(row.Site))
        {
            ask.Fault(row.Row, "site", SiteRefusals.Unknown(row.Site));
            return null;
        }
        var stamp = ask.Person.Stamp(new OperationId("worker-list").Derive($"{row.Site}\n{row.Number}"), clock);
        var there = Enumerable.Range(0, Candidates).Select(n => ask.Frame.Worker(WorkerId.From(stamp.Operation.Text, n))).FirstOrDefault(w => w?.Alias == row.Number);
        var fault = there is null ? Fault(row) : row.LeftOn is { } left && there.LeftOn is { } known && known != left ? ListRowRefusals.WorkerDiffers(there.Id) : null;
        if (fault is not null)
        {
            ask.Fault(row.Row, fault);
            return null;
        }
        return there is not null && (row.LeftOn is null || there.LeftOn == row.LeftOn) ? new([row.Row], IsThere: true, null) : new([row.Row], IsThere: false, () => Save(row, there?.Id, stamp));
    }

    private static Refusal? Fault(WorkerRow row)
    {
        var nobody = new SocialWorker(WorkerId.From(row.Number));
        var registered = new SocialWorker(nobody.Id) { Name = row.Name, Spells = [new(row.Employment, row.From)] };
        return Refused(WorkerRules.Register(nobody, new(row.Name, row.Site, row.Team, row.Employment, row.From, row.Number))) ?? (row.LeftOn is { } left ? Refused(WorkerRules.Leave(registered, left))?.At("leftOn") : null);
    }

    private async Task<Refusal?> Save(WorkerRow row, WorkerId? there, Stamp stamp)
    {
        if (there is null)
        {
            var registered = await grains.RegisterWorker(new(row.Name, row.Site, row.Team, row.Employment, row.From) { Alias = row.Number }, stamp);
            if (registered is not Decision<SocialWorker>.Accepted(var worker)) return ((Decision<SocialWorker>.Refused)registered).Why;
            there = worker.Id;
        }
        return row.LeftOn is { } left ? Refused(await grains.Worker(there.Value).Leave(left, stamp.For("left"))) : null;
    }

    private static Refusal? Refused<T>(Decision<T> decision) => (decision as Decision<T>.Refused)?.Why;
}
