using System.Globalization;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Fieldwork.Due;

/// <summary>What can be done next for a family, and where.</summary>
public sealed record NextStep(string Words, string Href);

/// <summary>One family of the worklist.</summary>
/// <param name="Age">The index child's completed years; in the birth month the older. A dash where no child is chosen.</param>
public sealed record DueLine(FamilyId Family, string Site, DueTrack Due, DateOnly Today, string Age, string Interviewer, string Holder, Appointment? Booked)
{
    public static DueLine Of(FamilyRow row, DueFilter filter, StudyFrame frame, IReadOnlyDictionary<string, string> people, DateOnly today)
    {
        var family = row.Family;
        var child = family.IndexChild is { } id ? family.Member(id) : null;
        var interviewer = family.Assignments.LastOrDefault(a => a.Wave == filter.Wave)?.Interviewer ?? "";
        return new(family.Id, frame.Sites.GetValueOrDefault(family.Site)?.Name ?? $"{family.Site}", row.Due.First(t => t.Wave == filter.Wave && t.Track == filter.Track), today,
            child?.Birth?.AgeOn(today).Most.ToString(CultureInfo.InvariantCulture) ?? "-", people.GetValueOrDefault(interviewer, interviewer),
            Continuity.HolderOn(family.WorkerSpells, today)?.Holder.Words(frame) ?? "Not known",
            family.Appointments.LastOrDefault(a => a.IsOpen && a.Plan.Wave == filter.Wave)) { NeedsTwo = family.NeedsTwo };
    }

    /// <summary>Whether two people are to go wherever the family is met in person.</summary>
    public bool NeedsTwo { get; init; }

    public string Closes => Due.Window?.Closes.Words() ?? "No window";

    public string When => Due.Window?.When(Today) ?? "";

    /// <summary>Whether somebody who plans can book it: due, and nothing booked yet.</summary>
    public bool MayBeBooked => MayBeTried && Booked is null;

    public bool MayBeTried => Due is { Track: Track.Interview, State: DueState.Open or DueState.ClosingSoon };

    public NextStep? Next => (Due.Track, Due.State) switch
    {
        (_, DueState.NotDue or DueState.Achieved or DueState.Lost) => null,
        (Track.Interview, DueState.Overdue) => new("Record what became of it", FamiliesLinks.Disposition(Family, Due.Wave, Due.Track)),
        (Track.Interview, _) when Interviewer.Length == 0 => new("Assign an interviewer", FamiliesLinks.Assign(Family, Due.Wave)),
        (Track.Interview, DueState.Open or DueState.ClosingSoon) => new("Record the interview", FamiliesLinks.Interview(Family, Due.Wave)),
        (_, DueState.Overdue) => new("Record what became of it", FamiliesLinks.Disposition(Family, Due.Wave, Due.Track)),
        _ => new("Enter its forms", FamiliesLinks.Show(Family)),
    };
}
