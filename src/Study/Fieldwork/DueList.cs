using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork;

/// <summary>Where one track of one wave stands for a family.</summary>
public enum DueState
{
    /// <summary>Never due: not eligible, not consented yet, nobody of the age, consent withdrawn.</summary>
    NotDue = 0,
    NotOpen = 1,
    Open = 2,
    ClosingSoon = 3,
    /// <summary>The window has closed and nobody has said what became of it.</summary>
    Overdue = 4,
    /// <summary>Something of it was done and the window is closed.</summary>
    Part = 5,
    Achieved = 6,
    /// <summary>Finally lost, with its disposition.</summary>
    Lost = 7,
}

/// <summary>One form of a wave: done, not achieved with its reason, or still wanted.</summary>
[GenerateSerializer, Immutable, Alias("sos.due-form")]
public sealed record DueForm(
    [property: Id(0)] InstrumentId Instrument, [property: Id(1)] Party Subject, [property: Id(2)] Party? Respondent, [property: Id(3)] bool Done, [property: Id(4)] NotAchievedReason? NotAchieved);

/// <summary>One track of one wave for a family.</summary>
[GenerateSerializer, Immutable, Alias("sos.due-track")]
public sealed record DueTrack(
    [property: Id(0)] WaveCode Wave,
    [property: Id(1)] Track Track,
    [property: Id(2)] DueState State,
    [property: Id(3)] Window? Window,
    [property: Id(4)] string? Disposition,
    [property: Id(5)] ImmutableArray<DueForm> Forms)
{
    /// <summary>The rule by which the family is not eligible for the wave, where it is not due for that.</summary>
    [Id(6)] public EligibilityRule? NotEligible { get; init; }
}

/// <summary>What is due, achieved and lost for a family on a day. One function decides it; every page, list and table shows it.</summary>
public static class DueList
{
    public static ImmutableArray<DueTrack> Of(StudyFrame frame, FamilyState family, DateOnly today)
    {
        var tracks = ImmutableArray.CreateBuilder<DueTrack>(frame.Design.Waves.Length * 3);
        foreach (var wave in frame.Design.Waves)
            foreach (var track in (ReadOnlySpan<Track>)[Track.Interview, Track.Teacher, Track.CaseRecord])
                tracks.Add(Of(frame, family, wave, track, today));
        return tracks.MoveToImmutable();
    }

    public static DueTrack Of(StudyFrame frame, FamilyState family, WaveDesign wave, Track track, DateOnly today)
    {
        var window = WaveWindows.Of(frame.Design, family, wave);
        var interviewed = WaveWindows.InterviewDay(frame.Design, family, wave);
        var day = interviewed ?? Nearest(window, today);
        var asked = track == Track.Interview ? interviewed ?? NoLaterThan(window?.Closes, today) : today; // case files and teachers can be asked after the window
        var forms = frame.Design.Schedule
            .Where(rule => rule.IsAt(wave.Code) && frame.Shelf.Find(rule.Instrument)?.Track == track)
            .SelectMany(rule => DuePlaces.Of(frame.Design, family, wave, rule, day))
            .Select(place => (Place: place, Form: FilledPlaces.FormIn(frame, family, wave.Code, place)))
            .Where(p => p.Form is not null || FilledPlaces.MayBeAskedFor(frame, family, wave.Code, p.Place, asked))
            .Select(p => Form(family, wave, p.Place, p.Form))
            .ToImmutableArray();
        var disposition = family.DispositionOf(wave.Code, track)?.Code;
        var state = State(frame, family, wave, track, today, window, forms, disposition);
        if (window is not { } w || state is not (DueState.NotOpen or DueState.Open or DueState.ClosingSoon or DueState.Overdue)) return new(wave.Code, track, state, window, disposition, forms);
        var bar = Eligibility.Bar(frame.Design, family, w, today);
        return new(wave.Code, track, bar is null ? state : DueState.NotDue, window, disposition, forms) { NotEligible = bar };
    }

    private static DueState State(
        StudyFrame frame, FamilyState family, WaveDesign wave, Track track, DateOnly today, Window? window, ImmutableArray<DueForm> forms, string? disposition)
    {
        var outcome = track == Track.Interview ? InterviewOutcomes.Of(frame, family, wave.Code) : FormsOutcome(forms);
        if (outcome == InterviewOutcome.Complete) return DueState.Achieved;
        if (disposition is not null && Dispositions.Find(disposition) is { } code)
            return code.Class switch
            {
                OutcomeClass.Complete => DueState.Achieved,
                OutcomeClass.Partial => DueState.Part,
                OutcomeClass.NotEligible => DueState.NotDue,
                _ => outcome == InterviewOutcome.Part ? DueState.Part : DueState.Lost,
            };
        if (track != Track.Interview && IsSettled(forms)) return outcome == InterviewOutcome.Part ? DueState.Part : DueState.Lost;
        if (window is not { } w || !IsDueAtAll(family, wave.Code, track, forms, w, today)) return outcome == InterviewOutcome.Part ? DueState.Part : DueState.NotDue;
        if (today < w.Opens) return DueState.NotOpen;
        if (today > w.Closes) return outcome == InterviewOutcome.Part ? DueState.Part : DueState.Overdue;
        return today >= w.Closes.AddDays(-frame.Design.ClosingSoonDays) ? DueState.ClosingSoon : DueState.Open;
    }

    /// <summary>
    /// A consented family stays due until its part ends; a case record stays due when the interview is lost, unless its own consent is withdrawn.
    /// </summary>
    private static bool IsDueAtAll(FamilyState family, WaveCode wave, Track track, ImmutableArray<DueForm> forms, Window window, DateOnly today)
    {
        if (family.Stage < Stage.Consented || forms.IsEmpty) return false;
        if (family.Stage == Stage.Ended && family.EndedOn <= window.Closes && (track != Track.CaseRecord || family.EndReason == EndReason.FoundIneligible)) return false;
        return track switch
        {
            Track.Teacher => family.Consents.Stand(ConsentScope.Teacher, today, wave),
            Track.CaseRecord => family.Consents.Stand(ConsentScope.CaseFile, today, wave),
            _ => family.Consents.Stand(ConsentScope.Interview, NoLaterThan(window.Closes, today), wave),
        };
    }

    /// <summary>Every form has come or will not come, and somebody has said why.</summary>
    private static bool IsSettled(ImmutableArray<DueForm> forms) => !forms.IsEmpty && forms.All(f => f.Done || f.NotAchieved is not null);

    private static InterviewOutcome FormsOutcome(ImmutableArray<DueForm> forms) =>
        forms.IsEmpty || forms.All(f => !f.Done) ? InterviewOutcome.NotStarted
        : forms.All(f => f.Done) ? InterviewOutcome.Complete : InterviewOutcome.Part;

    private static DueForm Form(FamilyState family, WaveDesign wave, DuePlace place, Form? form)
    {
        if (form is not null) return new(form.Place.Instrument, place.Subject, form.Place.Respondent, true, null);
        var missing = family.NotAchieved.FirstOrDefault(n => n.Place.Wave == wave.Code && n.Place.Instrument == place.Instrument && n.Place.Subject == place.Subject);
        return new(place.Instrument, place.Subject, place.Respondent, false, missing?.Reason);
    }

    private static DateOnly NoLaterThan(DateOnly? last, DateOnly day) => last < day ? last.Value : day;

    private static DateOnly Nearest(Window? window, DateOnly today) =>
        window is not { } w ? today : today < w.Target ? w.Target : today > w.Closes ? w.Closes : today;
}
