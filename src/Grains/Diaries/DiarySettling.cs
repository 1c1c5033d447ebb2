using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Diaries;

/// <summary>
/// Finds out what became of reservations whose booking stopped half-way, by asking the family or focus group, which alone knows. Done at a diary's next use, when somebody wants a
/// time that is reserved: an expired hold, or a reservation that an appointment has left.
/// </summary>
public sealed class DiarySettling(IGrainFactory grains, TimeProvider clock)
{
    private const string System = "system";

    /// <summary>Settles what is in the way of a hold; answers whether any of it is gone.</summary>
    public async Task<bool> InTheWay(DiaryKey key, DiaryHold hold, OperationId own)
    {
        var diary = await grains.Diary(key).Read();
        var inTheWay = diary.InTheWayOf(hold.From, hold.Until, own, hold.Replaces);
        if (hold is { Week: { } week, WeeklyLimit: not null }) inTheWay = inTheWay.Union(diary.InWeek(week, own, hold.Replaces));
        var gone = false;
        foreach (var entry in inTheWay.ToList()) gone |= await IsGone(key, entry);
        return gone;
    }

    /// <summary>Settles what lies in a stretch of time.</summary>
    public async Task Overlapping(DiaryKey key, DateTimeOffset from, DateTimeOffset until)
    {
        foreach (var entry in (await grains.Diary(key).Read()).Entries.Where(e => e.Overlaps(from, until)).ToList()) await IsGone(key, entry);
    }

    /// <summary>Whether the family keeps a booking; if not, it never will.</summary>
    public async Task<bool> Keeps(FamilyId family, OperationId booking) =>
        (await grains.Appointments(family).Settle(booking, Stamp(booking, "settle"))).Match(keeps => keeps, _ => false);

    /// <summary>Whether a focus group keeps a booking; if not, it never will.</summary>
    public async Task<bool> Keeps(GroupId group, OperationId booking) =>
        (await grains.FocusGroup(group).Settle(booking, Stamp(booking, "settle"))).Match(keeps => keeps, _ => false);

    private async Task<bool> IsGone(DiaryKey key, DiaryEntry entry)
    {
        if (entry.State == EntryState.Away || entry is { Family: null, Group: null }) return false;
        if (entry.State == EntryState.Held && !entry.IsExpired(clock.GetUtcNow())) return false; // its booking is under way
        if (entry.Family is { } family ? await Keeps(family, entry.Operation) : await Keeps(entry.Group!.Value, entry.Operation))
        {
            if (entry.State == EntryState.Held) await grains.Diary(key).Confirm(entry.Operation, Stamp(entry.Operation, "settled: kept"));
            return false;
        }
        await grains.Diary(key).Release(entry.Operation, Stamp(entry.Operation, "settled: given back"));
        return true;
    }

    private Stamp Stamp(OperationId booking, string step) => new(booking.Derive(step), System, clock.GetUtcNow());
}
