using System.Collections.Immutable;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Appointments;

/// <summary>One time that fits: local date and time as a booking takes them, and why this interviewer (before, assigned, other); where two people are to go, the second who is free too.</summary>
public sealed record SlotView(string Interviewer, DateTimeOffset Start, DateOnly On, TimeOnly At, SlotOrder Order, string? Second = null)
{
    public static SlotView Of(Slot slot) => new(slot.Choice.Interviewer, slot.Choice.Start, DateOnly.FromDateTime(slot.Local), TimeOnly.FromDateTime(slot.Local), slot.Order, slot.Choice.Second);
}

/// <summary>Up to ten times, best first; where there are none, why.</summary>
public sealed record SlotsView(FamilyId Family, WaveCode Wave, DateOnly? Opens, DateOnly? Closes, int Minutes, int Travel, ImmutableArray<SlotView> Slots, string? NoneCode, string? NoneBecause);

/// <summary>/families/{id}/slots: what can be offered to a family.</summary>
internal static class SlotsApi
{
    public static void MapSlots(this RouteGroupBuilder api) => api.MapGet("/families/{id}/slots", Offer).Task("Api/Appointments/Offer").Produces<SlotsView>().WithTags("Appointments")
        .WithSummary("The next ten times that fit a family at a wave: its window and safe times, the interviewers' hours, leave, limits and travel; whoever met it last time first");

    private static async Task<IResult> Offer(
        [AsParameters] AppointmentAt at, SlotFinder slots, WaveCode? wave, CaseName<VisitMode>? mode, int? minutes, int? travel, RoomCode? room, CaseName<PartOfDay>? part, string? interviewer)
    {
        var wish = new MeetingWish(mode?.Case ?? VisitMode.FaceToFace, minutes ?? 60, travel ?? MeetingWish.UsualTravel(mode?.Case ?? VisitMode.FaceToFace), room, part?.Case, interviewer);
        var found = await at.Family();
        if (found is not Decision<FoundFamily>.Accepted { Value: var (family, frame) }) return ((Decision<FoundFamily>.Refused)found).Why.ToProblem();
        if (frame.Design.Wave(wave ?? Nearest(family, frame, frame.Design.Today(at.Clock.GetUtcNow()))) is not { } design) return StudyRefusals.UnknownWave(wave ?? default).ToProblem();
        var offers = await slots.Of(family, design, wish, at.Stamp());
        return Results.Ok(new SlotsView(family.Id, design.Code, offers.Window?.Opens, offers.Window?.Closes, wish.Minutes, wish.Travel, [.. offers.Slots.Select(SlotView.Of)], offers.None?.Code, offers.None?.Sentence));
    }

    /// <summary>Where none is named: the wave at which the family is due now, or else will be next.</summary>
    private static WaveCode Nearest(FamilyState family, StudyFrame frame, DateOnly today) => DueList.Of(frame, family, today)
        .Where(t => t is { Track: Track.Interview, State: DueState.Open or DueState.ClosingSoon or DueState.NotOpen }).OrderBy(t => t.Window?.Closes).Select(t => t.Wave)
        .FirstOrDefault(frame.Design.Waves.IsEmpty ? default : frame.Design.Waves[^1].Code);
}
