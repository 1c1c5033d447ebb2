using System.Collections.Immutable;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Diaries;

/// <summary>Gathers what a search for slots looks at. Nothing is held: a slot is somebody's once it is booked.</summary>
public sealed class SlotFinder(IGrainFactory grains, StudyFrames frames, Interviewers interviewers, MeetingSafety safety)
{
    public async Task<SlotOffers> Of(FamilyState family, WaveDesign wave, MeetingWish wish, Stamp stamp)
    {
        var frame = await frames.Current();
        var today = frame.Design.Today(stamp.At);
        var days = SlotSearch.Days(family, frame.Design, wave, today);
        if (days is not { } span || span.Last < span.First) return SlotSearch.Of(new(family, frame, wave, wish, [], [], MeetingTimes.Any, stamp));
        var people = await Diaries(family.Site, span.First, span.Last);
        var room = wish.Room is { } code ? await Entries(DiaryOwner.Room(code), span.First, span.Last) : [];
        return SlotSearch.Of(new(family, frame, wave, wish, people, room, await safety.Times(family, wave.Code, wish, today, stamp.By), stamp));
    }

    /// <summary>The diaries of a site's interviewers over some days, the week of the first included; the last is inside.</summary>
    public async Task<ImmutableArray<InterviewerDiary>> Diaries(SiteCode site, DateOnly first, DateOnly last)
    {
        var roster = await grains.Roster().Read();
        var people = await interviewers.At(site);
        return [.. await Task.WhenAll(people.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => Diary(p, roster, first, last)))];
    }

    private async Task<InterviewerDiary> Diary(AccountLine person, Roster roster, DateOnly first, DateOnly last) =>
        new(roster.TermsOf($"{person.Key}"), await Entries(DiaryOwner.Person($"{person.Key}"), first, last));

    private async Task<ImmutableArray<DiaryEntry>> Entries(DiaryOwner owner, DateOnly first, DateOnly last)
    {
        var entries = ImmutableArray.CreateBuilder<DiaryEntry>();
        var end = DiaryMonth.Of(last.AddDays(1)); // travel after the last meeting may go over midnight
        for (var month = DiaryMonth.Of(LocalTimes.Monday(first)); month.CompareTo(end) <= 0; month = month.Next) entries.AddRange((await grains.Diary(new(owner, month)).Read()).Entries);
        return entries.ToImmutable();
    }
}
