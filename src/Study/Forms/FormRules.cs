using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms;

/// <summary>A filled form as it is sent in; answers are already held against the instrument.</summary>
[Orleans.GenerateSerializer, Orleans.Immutable, Orleans.Alias("sos.form-entry")]
public sealed record FormEntry(
    [property: Orleans.Id(0)] FormPlace Place,
    [property: Orleans.Id(1)] int InstrumentVersion,
    [property: Orleans.Id(2)] DateOnly CompletedOn,
    [property: Orleans.Id(3)] FormMode Mode,
    [property: Orleans.Id(4)] string Language,
    [property: Orleans.Id(5)] Answers Answers)
{
    /// <summary>Answers typed to items that do not apply.</summary>
    [Orleans.Id(6)] public Answers? Aside { get; init; }
}

/// <summary>Decisions about one filled instrument.</summary>
public static class FormRules
{
    /// <summary>
    /// Takes in one form. What does not fit the design (age form, schedule, window) is refused unless the stamp gives a reason; then it is flagged.
    /// </summary>
    public static Decision<ImmutableArray<FamilyFact>> Enter(FamilyState family, StudyFrame frame, FormEntry entry, Stamp stamp)
    {
        var today = frame.Design.Today(stamp.At);
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (frame.Design.Wave(entry.Place.Wave) is not { } wave) return StudyRefusals.UnknownWave(entry.Place.Wave);
        if (frame.Shelf.Find(entry.Place.Instrument, entry.InstrumentVersion) is not { } instrument) return FormRefusals.UnknownInstrument(entry.Place.Instrument);
        if (FormPlaces.Fault(family, instrument, entry.Place) is { } misplaced) return misplaced;
        if (entry.CompletedOn > today) return FormRefusals.FutureDate;
        if (entry.CompletedOn < family.SampledOn) return FamilyRefusals.BeforeSampling(family.SampledOn).At("completedOn");
        if (entry.Language.Length is 0 or > 35) return FormRefusals.Language;
        if (family.FormAt(entry.Place) is { } there) return FormRefusals.AlreadyEntered(there);
        if (FormLocks.Fault(family, frame, entry.Place, stamp.At) is { } closed) return closed;
        if (HasEnded(family, instrument, entry.CompletedOn)) return FamilyRefusals.Ended(family.EndedOn).At("completedOn");
        if (!family.Consents.Cover(instrument.Consent, entry.Place.Subject.Member, entry.Place.Respondent.Member, entry.CompletedOn)) return FormRefusals.NoConsent(instrument.Consent, entry.CompletedOn);

        var flags = FormFlags.Of(family, frame, wave, instrument, entry);
        if (string.IsNullOrWhiteSpace(stamp.Why) && flags.Any(FormFlags.NeedsReason)) return FormRefusals.NeedsReason(flags.First(FormFlags.NeedsReason), instrument);
        return Facts.Of<FamilyFact>(new FamilyFact.FormEntered(entry.Place, entry.InstrumentVersion, entry.CompletedOn, entry.Mode, entry.Language, flags, entry.Answers, entry.Aside));
    }

    /// <summary>After a family's part has ended only its case file is read, and not where it should never have been in the study.</summary>
    private static bool HasEnded(FamilyState family, InstrumentDefinition instrument, DateOnly day) =>
        day > family.EndedOn && (instrument.Track != Track.CaseRecord || family.EndReason == EndReason.FoundIneligible);

    /// <summary>Records that a form will not come. A form that arrives later takes its place.</summary>
    public static Decision<ImmutableArray<FamilyFact>> MarkNotAchieved(
        FamilyState family, StudyFrame frame, FormPlace place, NotAchievedReason reason, DateOnly on, Stamp stamp)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (frame.Design.Wave(place.Wave) is null) return StudyRefusals.UnknownWave(place.Wave);
        if (frame.Shelf.Find(place.Instrument) is not { } instrument) return FormRefusals.UnknownInstrument(place.Instrument);
        if (FormPlaces.Fault(family, instrument, place, reason) is { } misplaced) return misplaced;
        if (on < family.SampledOn) return FamilyRefusals.BeforeSampling(family.SampledOn).At("on");
        if (on > frame.Design.Today(stamp.At)) return FamilyRefusals.Future.At("on");
        if (family.FormAt(place) is { } there) return FormRefusals.AlreadyEntered(there);
        if (FormLocks.Fault(family, frame, place, stamp.At) is { } closed) return closed;
        return family.NotAchieved.Contains(new(place, reason, on))
            ? Facts.None<FamilyFact>()
            : Facts.Of<FamilyFact>(new FamilyFact.FormNotAchieved(place, reason, on));
    }
}
