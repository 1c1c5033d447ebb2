using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Reading;

/// <summary>
/// Which form of a measure stands for a family or child at a wave: the main respondent's, else the one completed first (a removed child's main carer answers
/// about the child while the parent is interviewed). A form of the wrong age gives way to one of the right age.
/// </summary>
internal static class MainForms
{
    public static void Find(FormReading reading, Measure measure, WaveReading wave)
    {
        var family = wave.Family;
        Form? best = null;
        InstrumentDefinition? bestInstrument = null;
        var (withdrawn, unsettled) = (false, false);
        var main = wave.Respondent?.Id.ToString();
        foreach (var form in family.Forms)
        {
            if (form.Place.Wave != wave.Design.Code || !measure.Has(form.Place.Instrument) || !IsAbout(measure, reading.Reading, form.Place.Subject)) continue;
            var instrument = Definition(reading.Reading.Frame, form);
            if (!reading.Reading.MayUse(instrument, form.Place)) { withdrawn = true; continue; }
            if (reading.Reading.LeavesOut(form)) { unsettled = true; continue; }
            if (best is null || Before(form, best, main)) (best, bestInstrument) = (form, instrument);
        }
        if (best is not null) reading.Read(wave, best, bestInstrument!);
        else reading.ReadNone(wave, withdrawn ? MissingReason.Withdrawn : unsettled ? MissingReason.NotSettled : WhyNone(measure, wave));
    }

    public static InstrumentDefinition Definition(StudyFrame frame, Form form) =>
        frame.Shelf.Find(form.Place.Instrument, form.InstrumentVersion) ?? frame.Shelf[form.Place.Instrument];

    private static bool IsAbout(Measure measure, FamilyReading reading, Party subject) =>
        measure.Subject != InstrumentSubject.Child || (reading.Child is { } child && subject.ToString() == child.Id.ToString());

    private static bool Before(Form form, Form best, string? main)
    {
        var (wrong, wrongBest) = (form.Flags.Contains(FormFlag.WrongAgeForm), best.Flags.Contains(FormFlag.WrongAgeForm));
        if (wrong != wrongBest) return wrongBest;
        var (isMain, bestIsMain) = (form.Place.Respondent.ToString() == main, best.Place.Respondent.ToString() == main);
        return isMain != bestIsMain ? isMain : form.CompletedOn < best.CompletedOn;
    }

    private static MissingReason WhyNone(Measure measure, WaveReading wave)
    {
        var (family, child) = (wave.Family, measure.Subject == InstrumentSubject.Child ? wave.Reading.Child : null);
        if (measure.Subject == InstrumentSubject.Child && child is null) return MissingReason.NotApplicable;
        var day = wave.Day ?? wave.Target ?? wave.Reading.Context.Today;
        if (child is not null && child.Joined.Earliest > (wave.InterviewDay ?? wave.Window?.Closes ?? day)) return MissingReason.NotYetInStudy;
        if (child?.Left is { } left && left.Latest <= day) return MissingReason.LeftStudy;
        if (family.Stage == Stage.Ended && family.EndedOn <= (wave.Window?.Closes ?? day)) return family.EndReason == EndReason.Withdrew ? MissingReason.Withdrawn : MissingReason.LeftStudy;
        if (!IsDue(measure, wave, child, day)) return MissingReason.NotDue;
        return measure.Track == Track.Interview && wave.Outcome == InterviewOutcome.NotStarted ? MissingReason.InterviewNotDone : MissingReason.FormNotDone;
    }

    private static bool IsDue(Measure measure, WaveReading wave, Member? child, DateOnly day)
    {
        foreach (var rule in wave.Reading.Design.Schedule)
        {
            if (!rule.IsAt(wave.Design.Code) || !measure.Has(wave.Reading.Design.InstrumentAt(rule, wave.Design))) continue;
            foreach (var place in DuePlaces.Of(wave.Reading.Design, wave.Family, wave.Design, rule, day))
                if (child is null || place.Subject == child.Id) return true;
        }
        return false;
    }
}
