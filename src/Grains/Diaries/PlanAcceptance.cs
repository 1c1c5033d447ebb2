using System.Collections.Concurrent;
using System.Collections.Immutable;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Diaries;

/// <summary>One line of a plan that is accepted.</summary>
public sealed record PlanLine(FamilyId Family, AppointmentPlan Plan);

/// <summary>What became of a line: booked, or why not.</summary>
public sealed record PlanLineDone(PlanLine Line, Refusal? Why);

/// <summary>
/// Books the lines of a plan, each under an operation of its own that follows from the plan's and the family's id: accepted again, or after a stop, nothing is booked twice, and a line that was
/// refused leaves the others alone.
/// </summary>
public sealed class PlanAcceptance(IGrainFactory grains, Bookings bookings)
{
    private const int AtOnce = 8;

    public async Task<ImmutableArray<PlanLineDone>> Accept(SiteCode site, IEnumerable<PlanLine> lines, Stamp stamp)
    {
        var done = new ConcurrentBag<PlanLineDone>();
        await Parallel.ForEachAsync(lines.DistinctBy(l => l.Family), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (line, _) => done.Add(new(line, await Book(site, line, stamp.For($"plan {line.Family}")))));
        return [.. done.OrderBy(d => d.Line.Plan.Start).ThenBy(d => d.Line.Family)];
    }

    private async Task<Refusal?> Book(SiteCode site, PlanLine line, Stamp stamp)
    {
        if (await grains.Family(line.Family).Read() is not { } family || family.Site != site) return FamilyRefusals.Unknown;
        if (!family.Knows(stamp.Operation) && family.OpenAppointment(line.Plan.Wave) is { } there) return SlotRefusals.Booked(there.Number);
        return (await bookings.Book(line.Family, line.Plan, stamp)).Match<Refusal?>(_ => null, why => why);
    }
}
