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

    /// <summary>Who keyed it and when, where that was not whoever sends it in now.</summary>
    [Orleans.Id(7)] public Keying? Keyed { get; init; }

    /// <summary>An entered form as it would be sent in for a place.</summary>
    public static FormEntry Of(Form form, FormPlace place) =>
        new(place, form.InstrumentVersion, form.CompletedOn, form.Mode, form.Language, form.Answers) { Aside = form.Trail?.Aside };
}

/// <summary>Decisions about one filled instrument.</summary>
public static class FormRules
{
    /// <summary>
    /// Takes in one form. What does not fit the design (age form, schedule, window) is refused unless the stamp gives a reason; then it is flagged.
    /// </summary>
    public static Decision<ImmutableArray<FamilyFact>> Enter(FamilyState family, StudyFrame frame, FormEntry entry, Stamp stamp)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (frame.Design.Wave(entry.Place.Wave) is null) return StudyRefusals.UnknownWave(entry.Place.Wave);
        if (frame.Shelf.Find(entry.Place.Instrument, entry.InstrumentVersion) is not { } instrument) return FormRefusals.UnknownInstrument(entry.Place.Instrument);
        if (family.FormAt(entry.Place) is { } there) return FormRefusals.AlreadyEntered(there);
        if (FormLocks.Fault(family, frame, entry.Place, stamp.At) is { } closed) return closed;
        return FormFit.Of(family, frame, instrument, entry, stamp).Then(flags => Facts.Of<FamilyFact>(
            new FamilyFact.FormEntered(entry.Place, entry.InstrumentVersion, entry.CompletedOn, entry.Mode, entry.Language, flags, entry.Answers, entry.Aside) { Keyed = entry.Keyed }));
    }

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
