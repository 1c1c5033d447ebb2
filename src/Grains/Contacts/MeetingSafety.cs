using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Contacts;

/// <summary>
/// What safe contact says to meeting a family. It is asked for the wave's main respondent, whom the interview is with, on behalf of the house: who books never sees the flags,
/// only what they forbid.
/// </summary>
public sealed class MeetingSafety(IGrainFactory grains)
{
    private static readonly ContactViewer House = new(Office: true, Interviewer: false, Sites: null);

    /// <summary>Why the family must not be met so; <c>null</c> where nothing forbids it.</summary>
    public async Task<Refusal?> Fault(FamilyState family, AppointmentPlan plan, string timeZone, string account)
    {
        var local = LocalTimes.Local(timeZone, plan.Start);
        if (family.MainRespondent(plan.Wave, DateOnly.FromDateTime(local)) is not { } respondent) return null;
        var use = new ContactUse(ModeOf(plan.Mode), local) { Minutes = plan.Minutes, Elsewhere = plan.Room is not null };
        return (await grains.Contact(family.Id).Check(respondent.Id, use, House, account)).Match<Refusal?>(_ => null, why => why);
    }

    /// <summary>When the family may be met so, as it stands on a day.</summary>
    public async Task<MeetingTimes> Times(FamilyState family, WaveCode wave, MeetingWish wish, DateOnly day, string account)
    {
        if (family.MainRespondent(wave, day) is not { } respondent) return MeetingTimes.Any;
        var use = new ContactUse(ModeOf(wish.Mode), null) { Elsewhere = wish.Room is not null };
        return (await grains.Contact(family.Id).MeetingTimes(respondent.Id, use, House, account)).Match(times => times, why => new MeetingTimes([], why));
    }

    private static AttemptMode ModeOf(VisitMode mode) => mode switch { VisitMode.Telephone => AttemptMode.Telephone, VisitMode.Video => AttemptMode.Video, _ => AttemptMode.Visit };
}
