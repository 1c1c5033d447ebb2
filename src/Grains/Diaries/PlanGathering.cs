using System.Collections.Immutable;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Diaries.Planning;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Diaries;

/// <summary>A site's problem for a plan, and whom it cannot be about.</summary>
/// <param name="Never">Families that no plan books: no consent, their window is over, or two people are to go.</param>
/// <param name="Booked">How many of those due have an appointment already.</param>
/// <param name="IsCut">More are due than one plan takes; those whose windows close first are in it.</param>
public sealed record GatheredPlan(PlanProblem Problem, ImmutableArray<Unplanned> Never, int Booked, bool IsCut);

/// <summary>Gathers who is due at a site in the next weeks, when they may be met, and the diaries of its interviewers.</summary>
public sealed class PlanGathering(FamilyRegisters registers, StudyFrames frames, SlotFinder slots, MeetingSafety safety)
{
    private const int PerPage = 500;
    private const int MostPages = 20;
    private static readonly ImmutableArray<DueState> Due = [DueState.Open, DueState.ClosingSoon, DueState.NotOpen];
    private static readonly FamilyId Any = FamilyId.From("any");

    public async Task<GatheredPlan> Of(SiteCode site, int weeks, MeetingWish wish, Stamp stamp)
    {
        var frame = await frames.Current();
        var today = frame.Design.Today(stamp.At);
        var first = today.AddDays(1); // families are asked before anybody comes
        var last = first.AddDays(7 * Math.Clamp(weeks, 1, PlanProblem.MostWeeks) - 1);
        var (due, never) = (new List<(FamilyState Family, DueTrack Track)>(), new List<Unplanned>());
        foreach (var wave in frame.Design.Waves)
        {
            due.AddRange(await Rows(site, wave.Code, Due, today, last));
            never.AddRange((await Rows(site, wave.Code, [DueState.NotDue], today, last)).Where(r => WantsConsent(r.Family, today)).Select(r => PlanGaps.NoConsent(r.Family.Id, wave.Code, r.Track.Window!.Value)));
            never.AddRange((await Rows(site, wave.Code, [DueState.Overdue], null, last)).Where(r => !IsBooked(r.Family, wave.Code)).Select(r => PlanGaps.WindowOver(r.Family.Id, wave.Code, r.Track.Window!.Value)));
        }
        var open = due.Where(r => !IsBooked(r.Family, r.Track.Wave)).OrderBy(r => r.Track.Window!.Value.Closes).ThenBy(r => r.Family.Id).DistinctBy(r => r.Family.Id).ToList();
        never.AddRange(open.Where(r => Departures.HasDied(r.Family)).Select(r => PlanGaps.Died(r.Family.Id, r.Track.Wave, r.Track.Window!.Value)));
        open.RemoveAll(r => Departures.HasDied(r.Family));
        never.AddRange(open.Where(r => wish.NeedsTwo(r.Family)).Select(r => PlanGaps.NeedsTwo(r.Family.Id, r.Track.Wave, r.Track.Window!.Value)));
        open.RemoveAll(r => wish.NeedsTwo(r.Family)); // a plan is of single diaries
        var families = await Task.WhenAll(open.Take(PlanProblem.MostFamilies).Select(r => Family(frame, r.Family, r.Track, wish, today, stamp.By)));
        var problem = new PlanProblem(frame.Design.TimeZone, stamp.At, first, last, wish, await slots.Diaries(site, first, last), [.. families]);
        return new(problem, [.. never.OrderBy(n => n.Gap).ThenBy(n => n.Closes)], due.Count(r => IsBooked(r.Family, r.Track.Wave)), open.Count > PlanProblem.MostFamilies);
    }

    /// <summary>Families of a wave in some states whose windows touch the days; where no first day is given, also those that are over.</summary>
    private async Task<List<(FamilyState Family, DueTrack Track)>> Rows(SiteCode site, WaveCode wave, ImmutableArray<DueState> states, DateOnly? first, DateOnly last)
    {
        var rows = new List<(FamilyState, DueTrack)>();
        var question = new FamilyQuestion
        {
            Site = site, Wave = wave, Track = Track.Interview, Due = states, Order = FamilyOrder.Closes, Take = PerPage, After = first is { } from ? new(from.AddDays(-1), Any) : null,
        };
        for (var page = 0; page < MostPages; page++)
        {
            var found = await registers.Find(question);
            foreach (var row in found.Rows)
                if (row.Due.First(t => t.Wave == wave && t.Track == Track.Interview) is { Window: { } window } track && window.Opens <= last && (first is null || window.Closes >= first)) rows.Add((row.Family, track));
            if (found.Next is not { } next) break;
            question = question with { After = next };
        }
        return rows;
    }

    private async Task<PlanFamily> Family(StudyFrame frame, FamilyState family, DueTrack track, MeetingWish wish, DateOnly today, string account) => new(
        family.Id, track.Wave, track.Window!.Value, InterviewerBefore.Of(family, frame.Design, track.Wave)?.Interviewer, family.Assignments.LastOrDefault(a => a.Wave == track.Wave)?.Interviewer,
        await safety.Times(family, track.Wave, wish, today, account), [.. family.Appointments.Where(a => a.IsOpen).Select(a => a.Plan)]);

    /// <summary>Not asked yet, or withdrawn: whoever never was eligible or said no is not waited for.</summary>
    private static bool WantsConsent(FamilyState family, DateOnly today) => family.Stage switch
    {
        Stage.Sampled or Stage.Screened or Stage.Approached or Stage.AgreedToContact => true,
        Stage.Consented => !family.Consents.Stand(ConsentScope.Interview, today),
        _ => false,
    };

    private static bool IsBooked(FamilyState family, WaveCode wave) => family.OpenAppointment(wave) is not null;
}
