using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Diaries;

/// <summary>
/// Cancels the appointments to come of a family that is no longer to be met, and frees the diaries. Driven by whoever drove the command that ended it, under
/// operations that derive from it: sent again it goes on, and what was cancelled stays cancelled.
/// </summary>
public sealed class Departing(Bookings bookings, StudyFrames frames, TimeProvider clock)
{
    private const string Why = "The family is no longer to be met.";

    /// <summary>After a command on a family: cancels what must not take place any more, and gives the family as it then stands.</summary>
    public async Task<Decision<FamilyState>> After(Decision<FamilyState> decision, Stamp stamp)
    {
        if (decision is not Decision<FamilyState>.Accepted { Value: { Appointments.IsEmpty: false } family }) return decision;
        var zone = (await frames.Current()).Design.TimeZone;
        var gone = Departures.NotToBeKept(family, zone, clock.GetUtcNow()).ToList();
        return gone.Count == 0 ? decision : await Cancel(family, gone, stamp);
    }

    /// <summary>Before all of a family is erased: afterwards nobody knows what the diaries hold for it.</summary>
    public async Task BeforeErasure(FamilyState family, Stamp stamp) => await Cancel(family, family.Appointments.Where(a => a.IsOpen && a.Plan.Start > clock.GetUtcNow()), stamp);

    private async Task<Decision<FamilyState>> Cancel(FamilyState family, IEnumerable<Appointment> gone, Stamp stamp)
    {
        Decision<FamilyState> last = family;
        foreach (var appointment in gone)
            if (await bookings.Cancel(family.Id, appointment.Number, AskedBy.Coordinator, stamp.For($"departed {appointment.Number}") with { Why = Why }) is Decision<FamilyState>.Accepted cancelled) last = cancelled;
        return last;
    }
}
